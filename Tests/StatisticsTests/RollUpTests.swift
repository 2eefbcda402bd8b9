import Common
import Reading
import Statistics
import Testing

/// Rules 2, 4, 5, 8 and 11 of the statistics: what counts, and how it adds up the tree.
@Suite struct RollUpTests {
  @Test func poolsARatioInsteadOfAveragingRates() {
    var site = TestSite.small()
    let data = site.dataset(
      "s", ["due:0", "done:0"],
      rows: [
        "A 2020-02-01 100 50", "B 2020-02-01 10 10", "C 2020-02-01 90 30", "D 2020-02-01 1 1",
        "E 2020-02-01 99 9",
      ])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 1)), .measure(site.measure(.sum, data, 0))), form: .percent)
    let cube = site.cube()
    let street = cube.figure(rate, site["S1"], day("01"))
    #expect(street.value == number(90, over: 200))
    #expect(street.numerator == number(90))
    #expect(street.denominator == number(200))
    #expect(cube.figure(rate, site["City"], day("01")).brief == "value 1/3 5/5")
    #expect(cube.figure(rate, site["E"], day("01")).brief == "value 1/11 1/1")
  }

  @Test func aRatioOverTwoDatasetsCountsUnitsWhereBothAreKnown() {
    var site = TestSite.small()
    let a = site.dataset("a", ["x:0"], rows: ["A 2020-02-01 10", "B 2020-02-01 20", "D 2020-02-01 5"])
    let b = site.dataset("b", ["y:0"], rows: ["A 2020-02-01 40", "C 2020-02-01 70", "D 2020-02-01 -"])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, a, 0)), .measure(site.measure(.sum, b, 0))))
    let cube = site.cube()
    #expect(cube.figure(rate, site["S1"], day("01")).brief == "provisional 1/4 1/3")
    #expect(cube.figure(rate, site["S2"], day("01")).brief == "not_reported - 0/2")
    #expect(cube.figure(rate, site["B"], day("01")).brief == "not_reported - 0/1")
    #expect(cube.datasets(of: rate) == [a, b])
  }

  @Test func countsAUnitThatSentAnExplicitGapAsReportedButNotKnown() {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0"], rows: ["A 2020-02-01 -", "B 2020-02-01 7", "C 2020-02-01 0"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)), absentIsZero: true)
    let cube = site.cube()
    #expect(cube.figure(sum, site["A"], day("01")).brief == "not_reported - 1/1")
    #expect(cube.figure(sum, site["C"], day("01")).brief == "zero 0 1/1")
    #expect(cube.figure(sum, site["S1"], day("01")).brief == "value 7 3/3")
    #expect(cube.figure(sum, site["S2"], day("01")).brief == "not_reported - 0/2")
    #expect(cube.missingUnits(data, site["City"], day("01")) == [site["D"], site["E"]])
  }

  @Test func aUnitWithoutARowInAListKeptForAllHasNone() {
    var site = TestSite.small()
    let data = site.dataset(
      "cases", ["kind", "hours:0"],
      rows: ["A 2020-02-01 gate 5", "A 2020-02-01 shop 2", "D 2020-02-01 gate 9", "City 2020-02-03 gate 1"],
      refused: [("E", "2020-02-01")])
    site.tables[data].declaration.absentIsZero = true
    let count = site.indicator(.measure(site.measure(.count, data)))
    let hours = site.indicator(.measure(site.measure(.sum, data, 1)))
    let mean = site.indicator(.ratio(.indicator(hours), .indicator(count)))
    let cube = site.cube()
    #expect(cube.figure(count, site["A"], day("01")).brief == "value 2 1/1")
    #expect(cube.figure(count, site["B"], day("01")).brief == "zero 0 1/1")
    #expect(cube.figure(hours, site["B"], day("01")).brief == "zero 0 1/1")
    #expect(cube.figure(mean, site["B"], day("01")).state == .notApplicable)
    #expect(cube.figure(count, site["S1"], day("01")).brief == "value 2 3/3")
    // A refused row leaves its unit unknown, and a day without any unit's row says nothing of anybody.
    #expect(cube.figure(count, site["E"], day("01")).brief == "not_reported - 0/1")
    #expect(cube.figure(count, site["B"], day("02")).brief == "not_reported - 0/1")
    #expect(cube.figure(count, site["B"], day("03")).brief == "not_reported - 0/1")
    #expect(cube.missingUnits(data, site["City"], day("01")) == [site["E"]])
  }

  @Test func expectsUnitsOnlyWhileTheyAreValid() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1", children: [Place(name: "A", to: "2020-02-01"), Place(name: "B", from: "2020-02-02")])
        ]))
    let data = site.dataset("a", ["x:0"], rows: ["A 2020-02-01 1", "A 2020-02-02 5", "B 2020-02-02 2"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let (cube, findings) = site.cubeAndFindings()
    #expect(cube.expectedUnits(data, site["City"], day("01")) == [site["A"]])
    #expect(cube.figure(sum, site["City"], day("01")).brief == "value 1 1/1")
    #expect(cube.figure(sum, site["City"], day("02")).brief == "value 2 1/1")
    #expect(cube.figure(sum, site["A"], day("02")).brief == "not_reported - 0/0")
    #expect(findings.map(\.rule) == [.rowsOutside])
    #expect(findings.first?.location == Location(file: "data/a/1.csv", line: 3, column: 1))
  }

  @Test func addsUpNoFurtherThanWithin() {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0"], rows: ["A 2020-02-01 1", "B 2020-02-01 2"], within: "S1")
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    #expect(cube.figure(sum, site["S1"], day("01")).brief == "provisional 3 2/3")
    #expect(cube.figure(sum, site["City"], day("01")).brief == "not_reported - 0/0")
    #expect(cube.figure(sum, site["D"], day("01")).brief == "not_reported - 0/0")
    #expect(cube.reportingDays(for: site["City"]) == [day("01")])
    #expect(cube.reportingDays(for: site["S2"]).isEmpty)
  }

  @Test func keepsFactsAtTheirOwnPlace() {
    var site = TestSite.small()
    let data = site.dataset(
      "facts", ["x:0"], rows: ["A 2020-02-01 6000多", "S2 2020-02-01 5", "D 2020-02-01 -"], rollsUp: false)
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    let fact = cube.figure(sum, site["A"], day("01"))
    #expect(fact.brief == "value 6000 1/1")
    #expect(fact.exactness == .moreThan)
    #expect(fact.written == "6000多")
    #expect(cube.figure(sum, site["S1"], day("01")).brief == "not_reported - 0/0")
    #expect(cube.figure(sum, site["S2"], day("01")).brief == "value 5 1/1")
    #expect(cube.figure(sum, site["D"], day("01")).brief == "not_reported - 1/1")
    #expect(cube.unitLevel(of: sum) == nil)
    #expect(cube.expectedUnits(data, site["City"], day("01")).isEmpty)
    #expect(cube.reportingDays(for: site["City"]).isEmpty)
  }

  @Test func addsSeveralRowsAndTakesTheLast() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["kind", "x:0"],
      rows: [
        "A 2020-02-01 m 4", "A 2020-02-01 m 9", "A 2020-02-01 w 100", "A 2020-02-01 m 2", "B 2020-02-01 w 1",
        "C 2020-02-01 m 3", "C 2020-02-01 m -",
      ])
    let masks = [Condition(field: 0, test: .oneOf(["m"]))]
    let figures: [(Measure.Verb, Bool, a: String, b: String, c: String, street: String)] = [
      (.sum, false, "value 15 1/1", "not_reported - 1/1", "value 3 1/1", "value 18 3/3"),
      (.sum, true, "value 15 1/1", "zero 0 1/1", "value 3 1/1", "value 18 3/3"),
      (.last, false, "value 2 1/1", "not_reported - 1/1", "not_reported - 1/1", "value 2 3/3"),
      (.max, false, "value 9 1/1", "not_reported - 1/1", "value 3 1/1", "value 9 3/3"),
      (.min, false, "value 2 1/1", "not_reported - 1/1", "value 3 1/1", "value 2 3/3"),
      (.mean, false, "value 5 1/1", "not_reported - 1/1", "value 3 1/1", "value 4 3/3"),
      (.count, false, "value 2 1/1", "zero 0 1/1", "value 1 1/1", "value 3 3/3"),
      (.countDistinct, false, "value 3 1/1", "zero 0 1/1", "value 1 1/1", "value 4 3/3"),
    ]
    for (verb, absentIsZero, a, b, c, street) in figures {
      // `count` of a field counts its values; two rows of A hold more than 3.
      let conditions =
        verb == .count ? masks + [Condition(field: 1, test: .compares(.atLeast, number(3)))] : masks
      let indicator = site.indicator(
        .measure(site.measure(verb, data, 1, where: conditions)), absentIsZero: absentIsZero)
      let cube = site.cube()
      let found = ["A", "B", "C", "S1"].map { cube.figure(indicator, site[$0], day("01")).brief }
      #expect(found == [a, b, c, street], "\(verb)")
      site.indicators = []
    }
  }

  @Test func takesMeansOverUnitValuesThatAreNoWholeNumbers() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"],
      rows: [
        "A 2020-02-01 1", "A 2020-02-01 2", "B 2020-02-01 4", "D 2020-02-01 1", "D 2020-02-01 1",
        "D 2020-02-01 2",
      ])
    let mean = site.indicator(.measure(site.measure(.mean, data, 0)))
    let cube = site.cube()
    #expect(cube.figure(mean, site["A"], day("01")).value == number(3, over: 2))
    #expect(cube.figure(mean, site["S1"], day("01")).value == number(11, over: 4))
    // (3/2 + 4 + 4/3) / 3
    #expect(cube.figure(mean, site["City"], day("01")).value == number(41, over: 18))
  }

  @Test func countsDistinctValuesOverTheSubtree() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["kind"],
      rows: [
        "A 2020-02-01 x", "A 2020-02-01 x", "A 2020-02-01 y", "B 2020-02-01 x", "D 2020-02-01 x",
        "D 2020-02-01 z", "E 2020-02-01 -", "E 2020-02-01 y",
      ])
    let distinct = site.indicator(.measure(site.measure(.countDistinct, data, 0)))
    let cube = site.cube()
    let found = ["A", "B", "C", "S1", "D", "E", "S2", "City"].map {
      cube.figure(distinct, site[$0], day("01")).value
    }
    #expect(found == [2, 1, nil, 2, 2, 1, 3, 3].map { $0.map { number($0) } })
  }

  @Test func takesBaseColumnsOfTheReportingUnits() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1",
            children: [
              Place(name: "A", base: "1000"),
              Place(
                name: "B",
                children: [
                  Place(name: "b1", base: "100"), Place(name: "b2", base: "50"),
                ]), Place(name: "C"),
            ], base: "9000"),
          Place(name: "S2", children: [Place(name: "D", base: "6000", written: "6000多")]),
        ]))
    let data = site.dataset(
      "v", ["n:0"], rows: ["A 2020-02-01 3", "B 2020-02-01 6", "C 2020-02-01 2", "S1 2020-02-02 18"])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, nil, 0))), times: number(1000)
    )
    let base = site.indicator(.measure(site.measure(.sum, nil, 0)))
    let cube = site.cube()
    #expect(cube.figure(rate, site["A"], day("01")).brief == "value 3 1/1")
    #expect(cube.figure(rate, site["B"], day("01")).brief == "value 40 1/1")
    #expect(cube.figure(rate, site["C"], day("01")).brief == "not_reported - 1/1")
    let street = cube.figure(rate, site["S1"], day("01"))
    #expect(street.denominator == number(1150))
    #expect(street.value == number(9000, over: 1150))
    // The street's own report stands over the street's own households.
    let own = cube.figure(rate, site["S1"], day("02"))
    #expect(own.basis == .own)
    #expect(own.value == number(2))

    #expect(cube.figure(base, site["S1"], day("01")).brief == "value 9000 1/1")
    #expect(cube.figure(base, site["B"], day("01")).value == number(150))
    let city = cube.figure(base, site["City"], day("01"))
    #expect(city.value == number(15000))
    #expect(city.exactness == .moreThan)
    #expect(city.written == nil)
    #expect(cube.figure(base, site["D"], day("01")).written == "6000多")
    #expect(cube.figure(base, site["C"], day("01")).brief == "not_reported - 0/0")
  }

  @Test func joinsDatasetsOfDifferentLevelsAtTheCoarserOne() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1",
            children: [
              Place(name: "A", children: [Place(name: "a1"), Place(name: "a2")]),
              Place(name: "B", children: [Place(name: "b1")]), Place(name: "C"),
            ])
        ]))
    let gates = site.dataset(
      "gates", ["g:0"], rows: ["a1 2020-02-01 2", "a2 2020-02-01 3", "B 2020-02-01 4", "b1 2020-02-01 9"],
      level: 3)
    let staff = site.dataset(
      "staff", ["n:0"], rows: ["A 2020-02-01 10", "B 2020-02-01 8", "C 2020-02-01 70"])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, staff, 0)), .measure(site.measure(.sum, gates, 0))))
    let cube = site.cube()
    #expect(cube.figure(rate, site["A"], day("01")).brief == "value 2 1/1")
    #expect(cube.figure(rate, site["B"], day("01")).brief == "value 2 1/1")
    #expect(cube.figure(rate, site["C"], day("01")).brief == "not_reported - 0/1")
    #expect(cube.figure(rate, site["City"], day("01")).brief == "provisional 2 2/3")
    #expect(cube.unitLevel(of: rate) == 2)
  }

  @Test func aRefusedRowTakesTheUnitsReportOut() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"], rows: ["A 2020-02-01 1", "A 2020-02-02 5", "B 2020-02-02 7"],
      refused: [(place: "A", day: "2020-02-02")])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let kept = site.indicator(.measure(site.measure(.sum, data, 0)), carry: 1)
    let cube = site.cube()
    #expect(cube.figure(sum, site["A"], day("02")).brief == "not_reported - 0/1")
    #expect(cube.figure(sum, site["S1"], day("02")).brief == "provisional 7 1/3")
    #expect(cube.figure(kept, site["A"], day("02")).brief == "value 1 1/1 carried 1")
    #expect(cube.missingUnits(data, site["S1"], day("02")) == [site["A"], site["C"]])
  }

  @Test func aSumBeyond64BitsIsAFindingAndNotKnown() {
    var site = TestSite.small()
    let large = "9000000000000000000"
    let data = site.dataset(
      "a", ["x:0"], rows: ["A 2020-02-01 \(large)", "B 2020-02-01 \(large)", "D 2020-02-01 1"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let (cube, findings) = site.cubeAndFindings()
    #expect(cube.figure(sum, site["A"], day("01")).state == .value)
    #expect(cube.figure(sum, site["S1"], day("01")).brief == "not_reported - 2/3")
    #expect(cube.figure(sum, site["City"], day("01")).state == .notReported)
    #expect(cube.figure(sum, site["S2"], day("01")).brief == "provisional 1 1/2")
    #expect(findings.map(\.rule) == [.overflow])
    #expect(findings.first?.severity == .error)
  }
}
