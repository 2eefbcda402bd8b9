import Common
import Reading
import Testing

@testable import Statistics

@Suite struct ExplanationTests {
  private func rows(_ part: Explanation.Part) -> [Int] { part.rows.flatMap(\.lines) }

  @Test func unfoldsIndicatorsThatStandOnOthers() {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0", "y:0"], rows: ["A 2020-02-01 6 8", "B 2020-02-01 1 2"])
    let x = site.indicator(.measure(site.measure(.sum, data, 0)), times: number(10))
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))))
    let gap = site.indicator(.difference(.indicator(rate), .indicator(x)))
    let nested = site.indicator(.ratio(.indicator(gap), .indicator(x)))
    let explanation = site.cube().explain(nested, site["S1"], day("01"))
    let parts = explanation.parts
    #expect(parts.map(\.indicator) == [gap, x])
    #expect(parts.map(\.value) == [number(-693, over: 10), number(70)])
    // The difference is again of two indicators, and the first of these of two measures.
    #expect(parts[0].parts.map(\.indicator) == [rate, x])
    #expect(parts[0].parts.map(\.role) == [.minuend, .subtrahend])
    #expect(parts[0].parts[0].parts.map(\.value) == [number(7), number(10)])
    #expect(parts[0].parts[0].parts.map { rows($0) } == [[2, 3], [2, 3]])
    // An indicator that is a plain measure is unfolded to it, its factor kept apart.
    #expect(parts[1].measure == nil && parts[1].rows.isEmpty)
    #expect(parts[1].parts.map(\.value) == [number(7)])
    #expect(parts[1].parts.map(\.role) == [.value])
    #expect(parts[1].parts.map { rows($0) } == [[2, 3]])
  }

  @Test func listsTheDaysOfARollingMean() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"], rows: ["D 2020-02-01 2", "D 2020-02-03 4", "E 2020-02-03 1", "E 2020-02-01 1"])
    let mean = site.indicator(.measure(site.measure(.rollingMean, data, 0, days: 3)))
    let explanation = site.cube().explain(mean, site["S2"], day("03"))
    let part = explanation.parts[0]
    #expect(part.window == day("01")...day("03"))
    #expect(part.daily.map(\.day) == [day("01"), day("03")])
    #expect(part.daily.map(\.value) == [number(3), number(5)])
    #expect(part.value == number(4))
    #expect(part.measure?.verb == .rollingMean && part.measure?.days == 3)
    #expect(rows(part) == [2, 3, 4, 5])
  }

  @Test func namesTheLastReportAndTheBlankMeasure() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0", "y:0"],
      rows: ["A 2020-02-01 1 1", "A 2020-02-02 2 2", "B 2020-02-03 3 -", "C 2020-02-03 4 4"])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))))
    let explanation = site.cube().explain(rate, site["S1"], day("03"))
    #expect(
      explanation.contributions.map(\.report) == [.missing(last: day("02")), .sent, .sent])
    #expect(explanation.contributions.map(\.isCounted) == [false, false, true])
    #expect(explanation.contributions.map { $0.blank.map(\.measure.field) } == [[], [1], []])
    #expect(explanation.atLeast == number(9, over: 10))
  }

  @Test func countsTheRowsThatWereRefused() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"], rows: ["A 2020-02-01 1"],
      refused: [("B", "2020-02-01"), ("B", "2020-02-02"), ("D", "2020-02-01")])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let refused = site.cube().explain(sum, site["S1"], day("01")).refused
    #expect(refused == [Explanation.RefusedRows(dataset: data, region: site["B"], rows: 1)])
  }

  @Test func comparesTwoDaysOverTheirCommonUnits() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"],
      rows: ["A 2020-02-01 1", "B 2020-02-01 2", "B 2020-02-02 5", "C 2020-02-02 9"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let explanation = site.cube().explainChange(sum, site["S1"], from: day("01"), to: day("02"))
    guard case .change(let change, let comparison) = explanation.kind else {
      Issue.record("\(explanation.kind)")
      return
    }
    #expect(change.difference == number(3))
    #expect(comparison.earlierUnits == [site["B"]] && comparison.laterUnits == [site["B"]])
    #expect(comparison.earlier.map(\.value) == [number(2)] && comparison.later.map(\.value) == [number(5)])
    #expect(comparison.earlier.map { rows($0) } == [[3]] && comparison.later.map { rows($0) } == [[4]])
    // What it says of the later day is the whole figure of that day.
    #expect(explanation.figure.value == number(14))
  }

  @Test func comparesOwnTotalsByThemselves() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"], rows: ["S1 2020-02-01 4", "A 2020-02-01 1", "S1 2020-02-02 9", "A 2020-02-02 1"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let explanation = site.cube().explainChange(sum, site["S1"], from: day("01"), to: day("02"))
    guard case .change(let change, let comparison) = explanation.kind else { return }
    #expect(change.difference == number(5))
    #expect(comparison.earlier.map { rows($0) } == [[2]] && comparison.later.map { rows($0) } == [[4]])
  }

  @Test func listsTheDaysOfMeansSumsAndPeriods() {
    var site = TestSite.small()
    let rows = (1...4).map { "A 2020-02-0\($0) \($0 * 10)" }
    let data = site.dataset("a", ["x:0"], rows: rows)
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)), overTime: .sum)
    let last = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    let period = day("02")...day("04")
    func days(_ explanation: Explanation) -> [Rational?] {
      switch explanation.kind {
      case .mean(let days), .sum(let days): days.map(\.value)
      default: []
      }
    }
    let mean = cube.explainMean(sum, site["A"], day("04"), days: 3)
    #expect(mean.figure.value == number(30) && days(mean) == [number(20), number(30), number(40)])
    let cumulative = cube.explainCumulative(sum, site["A"], day("02"))
    #expect(cumulative.figure.value == number(30) && days(cumulative) == [number(10), number(20)])
    let whole = cube.explain(sum, site["A"], period: period)
    #expect(whole.figure.value == number(90) && days(whole).count == 3)
    #expect(cube.explain(last, site["A"], period: period).kind == .last(period))
    #expect(cube.explain(last, site["A"], period: period).figure.value == number(40))
  }

  @Test func ranksAmongTheOthers() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"], rows: ["A 2020-02-01 4", "B 2020-02-01 9", "C 2020-02-01 -"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let explanation = site.cube().explainRank(
      sum, site["A"], among: ["A", "B", "C"].map { site[$0] }, day("01"))
    guard case .rank(let rank, let among) = explanation.kind else { return }
    #expect(rank == Rank(position: 2, of: 2))
    #expect(among.map(\.region) == [site["B"], site["A"], site["C"]])
  }

  @Test func explainsAMergedUnitByItsOrigins() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S",
            children: [
              Place(name: "A", to: "2020-02-01"), Place(name: "B", to: "2020-02-01"),
              Place(name: "M", from: "2020-02-02", replaces: ["A", "B"]),
            ])
        ]))
    let data = site.dataset(
      "a", ["x:0"], rows: ["A 2020-02-01 4", "B 2020-02-01 9", "M 2020-02-02 12"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let explanation = site.cube().explain(sum, site["M"], day("01"))
    #expect(explanation.figure.value == number(13))
    #expect(explanation.parts.map(\.value) == [number(13)])
    #expect(explanation.parts.map { rows($0) } == [[2, 3]])
    #expect(explanation.contributions.map(\.region) == [site["A"], site["B"]])
    let change = site.cube().explainChange(sum, site["M"], from: day("01"), to: day("02"))
    guard case .change(_, let comparison) = change.kind else { return }
    #expect(comparison.earlier.map { rows($0) } == [[2, 3]])
  }

  // Suppressed figures are constructed here: nothing of them may be left.

  private func suppressed(_ kind: Explanation.Kind, isDay: Bool = false) -> Explanation {
    let figure = Figure(
      indicator: 0, region: 0, day: day("01"), value: number(3), numerator: number(3),
      denominator: number(71),
      state: isDay ? .value : .suppressed, exactness: .about, written: "3多", reported: 2, expected: 2,
      meetsThreshold: true)
    let inner = Explanation.Part(
      role: .value, value: number(3), exactness: .about,
      daily: [Explanation.Daily(day: day("01"), value: number(3))],
      rows: [Explanation.SourceRows(dataset: 0, file: "a.csv", lines: [4, 5, 6])])
    var part = inner
    part.parts = [inner]
    return Explanation(
      kind: kind, figure: figure, parts: [part],
      contributions: [
        Explanation.Contribution(
          region: 1, report: .sent, isCounted: true, values: [number(3)], isOwn: false)
      ], standing: .bad)
  }

  private func numbers(_ parts: [Explanation.Part]) -> Int {
    parts.reduce(0) { count, part in
      count + (part.value == nil ? 0 : 1) + part.daily.count + part.rows.count
        + (part.exactness == .exact ? 0 : 1) + numbers(part.parts)
    }
  }

  @Test func saysNothingOfASuppressedFigure() {
    let found = suppressed(.day).disclosed
    #expect(found.figure.value == nil && found.figure.numerator == nil && found.figure.denominator == nil)
    #expect(found.figure.written == nil && found.figure.exactness == .exact)
    #expect(numbers(found.parts) == 0)
    #expect(found.contributions.allSatisfy { $0.values.isEmpty && $0.isSuppressed })
    #expect(found.standing == .none)
    #expect(found.parts.map(\.role) == [.value])
  }

  @Test func saysNothingOfAChangeFromOrToASuppressedFigure() {
    let part = suppressed(.day).parts
    let kind = Explanation.Kind.change(
      Change(from: day("01"), to: day("02"), difference: number(3), units: 1, earlier: number(1)),
      Explanation.Comparison(earlier: part, later: part, earlierUnits: [1], laterUnits: [1]))
    guard case .change(let change, let comparison) = suppressed(kind).disclosed.kind else { return }
    #expect(change.difference == nil && change.earlier == nil)
    #expect(numbers(comparison.earlier) + numbers(comparison.later) == 0)
  }

  @Test func saysNothingOfAMeanOrASumWithASuppressedDay() {
    let day = suppressed(.day).figure
    for kind in [Explanation.Kind.mean([day]), .sum([day])] {
      let found = suppressed(kind, isDay: true).disclosed
      #expect(numbers(found.parts) == 0)
      #expect(found.figure.state == .suppressed && found.figure.value == nil)
      switch found.kind {
      case .mean(let days), .sum(let days): #expect(days.map(\.value) == [nil])
      default: Issue.record("\(found.kind)")
      }
    }
  }

  @Test func saysNoRankWhereOneOfThePlacesIsSuppressed() {
    let figure = suppressed(.day).figure
    var shown = figure
    shown.state = .value
    let kind = Explanation.Kind.rank(
      Rank(position: 1, of: 2),
      [
        Cube.Ranked(region: 1, rank: Rank(position: 1, of: 2), figure: shown),
        Cube.Ranked(region: 2, rank: Rank(position: 2, of: 2), figure: figure),
      ])
    guard case .rank(let rank, let among) = suppressed(kind, isDay: true).disclosed.kind else { return }
    #expect(rank == nil && among.allSatisfy { $0.rank == nil })
    #expect(among.map(\.figure.value) == [number(3), nil])
  }

  @Test func hidesTheValuesOfAUnitWhoseOwnFigureIsSuppressed() {
    var found = suppressed(.day, isDay: true)
    found.contributions[0].isSuppressed = true
    #expect(found.disclosed.contributions.map(\.values) == [[]])
    #expect(numbers(found.disclosed.parts) > 0)
  }
}
