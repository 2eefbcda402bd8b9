import Common
import Reading
import Statistics
import Testing

/// Rules 6, 11, 14 and 15: states, thresholds, differences, exactness, ranks; and what `explain` answers.
@Suite struct FigureTests {
  @Test func aZeroDenominatorIsNotApplicableAndAFindingWhenSomethingIsDividedByIt() throws {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0", "y:0"], rows: ["A 2020-02-01 0 0", "B 2020-02-01 3 0", "C 2020-02-01 5 4"])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))), form: .percent)
    let (cube, findings) = site.cubeAndFindings()
    #expect(cube.figure(rate, site["A"], day("01")).brief == "not_applicable - 1/1")
    #expect(cube.figure(rate, site["A"], day("01")).numerator == .zero)
    #expect(cube.figure(rate, site["S1"], day("01")).value == number(2))
    #expect(findings.map(\.rule) == [.zeroDenominator, .overWhole])
    #expect(findings.map(\.location?.description) == ["data/a/1.csv:3:1", "data/a/1.csv:4:1"])
    #expect(findings[1].arguments.first { $0.name == "places" }?.value == "C")
  }

  @Test func takesDifferencesOfMeasuresUnitByUnitAndOfRatesRegionByRegion() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0", "y:0"],
      rows: ["D 2020-02-01 3 10", "E 2020-02-01 8 -", "A 2020-02-01 5 10", "B 2020-02-01 1 -"])
    let x = Operand.measure(site.measure(.sum, data, 0))
    let y = Operand.measure(site.measure(.sum, data, 1))
    let difference = site.indicator(.difference(y, x))
    let rate = site.indicator(.ratio(x, y), form: .percent)
    let other = site.indicator(.ratio(.measure(site.measure(.count, data)), y), form: .percent)
    let points = site.indicator(.difference(.indicator(rate), .indicator(other)), form: .percent)
    let cube = site.cube()
    #expect(cube.figure(difference, site["S2"], day("01")).value == number(7))
    #expect(cube.figure(points, site["D"], day("01")).value == number(2, over: 10))
    #expect(cube.figure(points, site["City"], day("01")).value == number(8 - 2, over: 20))
    #expect(cube.figure(points, site["E"], day("01")).brief == "not_reported - 1/1")
    #expect(cube.datasets(of: points) == [data])
    #expect(cube.explain(points, site["City"], day("01")).parts.map(\.indicator) == [rate, other])
  }

  @Test func takesAPlainIndicatorAsASide() {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0", "y:0"], rows: ["D 2020-02-01 3 10", "E 2020-02-01 8 -"])
    let x = site.indicator(.measure(site.measure(.sum, data, 0)), times: number(10))
    let rate = site.indicator(.ratio(.indicator(x), .measure(site.measure(.sum, data, 1))))
    let cube = site.cube()
    // Pooled over the units where both are known: D alone.
    #expect(cube.figure(rate, site["S2"], day("01")).brief == "value 3 2/2")
    #expect(cube.figure(rate, site["S2"], day("01")).numerator == number(30))
  }

  @Test func neverKnowsIndicatorsThatStandOnThemselves() {
    var site = TestSite.small()
    site.dataset("a", ["x:0"], rows: ["D 2020-02-01 3"])
    let one = site.indicator(.ratio(.indicator(1), .indicator(1)))
    site.indicator(.difference(.indicator(0), .indicator(0)))
    #expect(site.cube().figure(one, site["D"], day("01")).brief == "not_reported - 0/0")
  }

  @Test(
    arguments: [
      (["10", "20"], Exactness.exact), (["约10", "20"], .about), (["10多", "20"], .moreThan),
      (["10多", "约20"], .about), (["10多", "20多"], .moreThan),
    ])
  func sumsTakeTheExactnessOfTheirParts(cells: [String], expected: Exactness) {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0", "y:0"], rows: zip(["D", "E"], cells).map { "\($0) 2020-02-01 \($1) 40" })
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))))
    let rest = site.indicator(
      .difference(.measure(site.measure(.sum, data, 1)), .measure(site.measure(.sum, data, 0))))
    let cube = site.cube()
    let figure = cube.figure(sum, site["S2"], day("01"))
    #expect(figure.exactness == expected)
    #expect(figure.written == nil)
    let other: Exactness = expected == .exact ? .exact : .about
    #expect(cube.figure(rate, site["S2"], day("01")).exactness == other)
    #expect(cube.figure(rest, site["S2"], day("01")).exactness == other)
    #expect(cube.figure(sum, site["D"], day("01")).written == (cells[0] == "10" ? nil : cells[0]))
  }

  @Test func theThresholdIsInclusiveAndNearerDeclarationsGoFirst() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"], rows: ["A 2020-02-01 1", "B 2020-02-01 1", "D 2020-02-01 1"],
      reportingAtLeast: number(2, over: 3))
    let ofDataset = site.indicator(.measure(site.measure(.sum, data, 0)))
    let ofIndicator = site.indicator(.measure(site.measure(.sum, data, 0))) {
      $0.reportingAtLeast = number(1, over: 2)
    }
    let cube = site.cube()
    #expect(cube.figure(ofDataset, site["S1"], day("01")).meetsThreshold)
    #expect(!cube.figure(ofDataset, site["S2"], day("01")).meetsThreshold)
    #expect(cube.figure(ofIndicator, site["S2"], day("01")).meetsThreshold)
    #expect(cube.figure(ofDataset, site["D"], day("01")).meetsThreshold)
  }

  @Test func tiesShareARankAndTheSilentStandLast() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"], rows: ["A 2020-02-01 5", "B 2020-02-01 9", "D 2020-02-01 5", "E 2020-02-01 1"])
    let more = site.indicator(.measure(site.measure(.sum, data, 0))) { $0.better = .up }
    let less = site.indicator(.measure(site.measure(.sum, data, 0))) { $0.better = .down }
    let cube = site.cube()
    func ranks(_ indicator: IndicatorIndex, _ names: [String], bestFirst: Bool) -> [String] {
      cube.ranking(indicator, among: names.map { site[$0] }, day: day("01"), bestFirst: bestFirst).map {
        site.tree[$0.region].name + ($0.rank.map { "\($0.position)/\($0.of)" } ?? "-")
      }
    }
    let units = ["A", "B", "C", "D", "E"]
    #expect(ranks(more, units, bestFirst: true) == ["B1/4", "A2/4", "D2/4", "E4/4", "C-"])
    #expect(ranks(more, units, bestFirst: false) == ["E4/4", "A2/4", "D2/4", "B1/4", "C-"])
    #expect(ranks(less, units, bestFirst: true) == ["E1/4", "A2/4", "D2/4", "B4/4", "C-"])
    // S1 has two of three and is below the threshold of 90%.
    #expect(ranks(more, ["S1", "S2"], bestFirst: true) == ["S21/1", "S1-"])
  }

  @Test(
    arguments: [
      ("94", Standing.bad), ("95", .warn), ("97", .warn), ("98", .belowTarget), ("100", .onTarget),
    ])
  func comparesExactValuesWithThresholds(done: String, expected: Standing) {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0", "y:0"], rows: ["D 2020-02-01 \(done) 100", "A 2020-02-01 1 1"])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))), form: .percent
    ) {
      $0.better = .up
      $0.target = number(1)
      $0.warnBelow = number(98, over: 100)
      $0.badBelow = number(95, over: 100)
    }
    let cube = site.cube()
    #expect(cube.standing(of: cube.figure(rate, site["D"], day("01"))) == expected)
    // One of three units is too few for a colour.
    #expect(cube.standing(of: cube.figure(rate, site["S1"], day("01"))) == .none)
  }

  @Test func standsBadAboveWhereLessIsBetter() {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0"], rows: ["A 2020-02-01 1", "B 2020-02-01 4", "C 2020-02-01 9"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0))) {
      $0.better = .down
      $0.target = number(3)
      $0.badAbove = number(8)
    }
    let limits = site.indicator(.measure(site.measure(.sum, data, 0))) { $0.badAbove = number(8) }
    let cube = site.cube()
    let found = ["A", "B", "C"].map { cube.standing(of: cube.figure(sum, site[$0], day("01"))) }
    #expect(found == [.onTarget, .belowTarget, .bad])
    #expect(cube.standing(of: cube.figure(limits, site["A"], day("01"))) == .none)
  }

  @Test func explainsAFigureDownToItsRows() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["kind", "x:0"],
      rows: [
        "A 2020-02-01 m 4", "A 2020-02-01 w 9", "B 2020-02-01 m 5", "A 2020-02-02 m 6", "A 2020-02-02 m 1",
        "D 2020-02-02 m 1",
      ])
    let masks = [Condition(field: 0, test: .oneOf(["m"]))]
    let rate = site.indicator(
      .ratio(
        .measure(site.measure(.sum, data, 1, where: masks)), .measure(site.measure(.sum, data, 1))), carry: 1)
    let cube = site.cube()
    let explanation = cube.explain(rate, site["S1"], day("02"))
    #expect(explanation.figure == cube.figure(rate, site["S1"], day("02")))
    #expect(explanation.parts.map(\.value) == [number(12), number(12)])
    #expect(explanation.parts.map(\.measure?.conditions) == [masks, []])
    let rows = explanation.parts.map { $0.rows.map { "\($0.dataset) \($0.file) \($0.lines)" } }
    #expect(rows == [["\(data) data/a/1.csv [4, 5, 6]"], ["\(data) data/a/1.csv [4, 5, 6]"]])
    #expect(explanation.contributions.map(\.region) == [site["A"], site["B"], site["C"]])
    #expect(
      explanation.contributions.map(\.report) == [.sent, .carried(from: day("01")), .missing(last: nil)])
    #expect(
      explanation.contributions.map(\.values) == [[number(7), number(7)], [number(5), number(5)], []])
    #expect(explanation.reported == [site["A"]])
    #expect(explanation.carried == [site["B"]])
    #expect(explanation.missing == [site["C"]])
    #expect(cube.explain(rate, site["A"], day("09")).parts.isEmpty)
  }

  @Test func explainsAnOwnTotalByItsOwnRow() {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0"], rows: ["A 2020-02-01 4", "S1 2020-02-01 9"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let explanation = site.cube().explain(sum, site["S1"], day("01"))
    #expect(explanation.parts[0].rows.map(\.lines) == [[3]])
    #expect(explanation.contributions.map(\.isOwn) == [true])
    #expect(explanation.contributions.map(\.values) == [[number(9)]])
  }

  @Test func filtersByNumbersDaysAndSeveralWords() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["kind", "x:6", "due:day"],
      rows: [
        "A 2020-02-01 m 1.5 2020-02-03", "A 2020-02-01 w 2 2020-02-04", "A 2020-02-01 - - -",
        "A 2020-02-01 v 7 -",
      ])
    let tests: [(Condition, Int)] = [
      (Condition(field: 0, test: .oneOf(["m", "v", "none"])), 2),
      (Condition(field: 1, test: .oneOf(["1.5", "7.0"])), 2),
      (Condition(field: 1, test: .compares(.less, number(2))), 1),
      (Condition(field: 1, test: .compares(.atMost, number(2))), 2),
      (Condition(field: 1, test: .compares(.greater, number(3, over: 2))), 2),
      (Condition(field: 1, test: .compares(.atLeast, number(1, over: 3))), 3),
      // What is missing meets no condition, not even that it differs.
      (Condition(field: 1, test: .compares(.notEqual, number(7))), 2),
      (Condition(field: 2, test: .oneOf(["2020-02-04"])), 1),
      (Condition(field: 0, test: .compares(.less, number(1))), 0),
    ]
    for (condition, _) in tests { site.indicator(.measure(site.measure(.count, data, where: [condition]))) }
    let cube = site.cube()
    for (index, (condition, expected)) in tests.enumerated() {
      #expect(cube.figure(index, site["A"], day("01")).value == number(expected), "\(condition)")
    }
  }

  @Test func answersForAnEmptySite() {
    var site = TestSite(Place(name: "City"))
    let data = site.dataset("a", ["x:0"], rows: [])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    #expect(cube.figure(sum, site["City"], day("01")).brief == "not_reported - 0/0")
    #expect(cube.currentDay(sum) == nil)
    #expect(cube.reportingDays(for: site["City"]).isEmpty)
    #expect(cube.change(sum, site["City"], from: day("01"), to: day("02")).difference == nil)
  }
}
