import Common
import Reading
import Statistics
import Testing

/// Rule 12: cases followed for a time, and what was due.
@Suite struct CohortTests {
  /// A ledger of calls: `place day received closed`.
  private func ledger(
    _ rows: [String], within: String = "48h", mature: String? = nil, cutOff: Int32? = nil,
    absentIsZero: Bool = false, overTime: IndicatorDeclaration.OverTime = .last,
    type: String = "moment"
  ) throws -> (site: TestSite, rate: IndicatorIndex) {
    var site = TestSite.small()
    let data = site.dataset(
      "calls", ["received:\(type)", "closed:\(type)", "kind"], rows: rows, cutOff: cutOff,
      absentIsZero: absentIsZero)
    let within = try #require(TimeSpan(within))
    let cohort = Cohort(
      dataset: data, entry: 0, success: .end(field: 1, within: within),
      matureAfter: try mature.map { try #require(TimeSpan($0)) } ?? within)
    let rate = site.cohort(cohort, overTime: overTime)
    return (site, rate)
  }

  private func numbers(_ figure: Figure) -> String {
    let parts = [figure.numerator, figure.denominator].map { $0?.plainDecimal() ?? "-" }
    return "\(figure.state.rawValue) \(parts.joined(separator: "/")) +\(figure.immature)"
  }

  private let calls = [
    "A 2020-02-01 2020-02-01T09:00 2020-02-03T09:00 x",  // to the second within 48 hours
    "A 2020-02-01 2020-02-01T09:00 2020-02-03T09:00:01 x",
    "A 2020-02-01 2020-02-01T10:00 - x",
    "B 2020-02-01 2020-02-01T23:00 2020-02-02T08:00 y",
    "A 2020-02-03 2020-02-03T23:00 2020-02-04T08:00 x",
    "D 2020-02-04 2020-02-04T12:00 2020-02-04T13:00 x",
    "D 2020-02-05 2020-02-05T12:00 - x",
  ]

  @Test func countsMatureCasesOnlyAndTheOthersBeside() throws {
    let (site, rate) = try ledger(calls)
    let cube = site.cube()
    #expect(cube.asOf == day("05"))
    func figure(_ place: String, _ on: String) -> String { numbers(cube.figure(rate, site[place], day(on))) }
    #expect(figure("A", "01") == "value 1/3 +0")
    #expect(figure("S1", "01") == "provisional 2/4 +0")
    #expect(figure("A", "03") == "value 1/1 +0")
    // Closed, but its 48 hours are not over at the end of the 5th.
    #expect(figure("D", "04") == "not_applicable 0/0 +1")
    #expect(figure("City", "05") == "not_applicable 0/0 +1")
    // A place that has no case of the day is in the list all the same.
    #expect(figure("B", "03") == "not_applicable 0/0 +0")
    #expect(figure("E", "03") == "not_reported -/- +0")
  }

  @Test func showsTheLastDayWhoseCasesAreAllMature() throws {
    let (site, rate) = try ledger(calls)
    let cube = site.cube()
    #expect(cube.lag(of: rate) == 2)
    #expect(cube.currentDay(rate) == day("03"))
    #expect((1...5).map { cube.waiting(rate, site["City"], on: day("0\($0)")) } == [4, 4, 1, 2, 2])
    #expect(cube.waiting(rate, site["S2"], on: day("05")) == 2)
    #expect(try ledger(calls, mature: "3d").site.cube().currentDay(0) == day("02"))
  }

  @Test func doesNotKnowWhatHappensAfterTheReportingDay() throws {
    let (site, rate) = try ledger(calls)
    let cube = site.cube(asOf: "2020-02-03")
    // At midnight of the 3rd both of 9:00 are over, one of them closed in time.
    #expect(numbers(cube.figure(rate, site["A"], day("01"))) == "value 1/3 +0")
    let early = site.cube(asOf: "2020-02-02")
    #expect(numbers(early.figure(rate, site["S1"], day("01"))) == "not_applicable 0/0 +4")
  }

  @Test func endsTheReportingDayAtTheCutOff() throws {
    // 18:00 of the 3rd: what was received at 19:00 on the 1st counts for the 2nd and is not over.
    let rows = [
      "A 2020-02-01 2020-02-01T17:00 2020-02-03T16:00 x", "A 2020-02-02 2020-02-01T19:00 2020-02-03T10:00 x",
      "A 2020-02-03 2020-02-02T20:00 - x",
    ]
    let (site, rate) = try ledger(rows, cutOff: 64_800)
    let cube = site.cube()
    #expect(numbers(cube.figure(rate, site["A"], day("01"))) == "value 1/1 +0")
    #expect(numbers(cube.figure(rate, site["A"], day("02"))) == "not_applicable 0/0 +1")
    #expect(numbers(cube.figure(rate, site["A"], day("03"))) == "not_applicable 0/0 +1")
  }

  @Test func countsDaysAsPeopleCountThem() throws {
    let rows = [
      "A 2020-02-01 2020-02-01 2020-02-02 x", "A 2020-02-01 2020-02-01 2020-02-03 x",
      "A 2020-02-02 2020-02-02 2020-02-02 x",
    ]
    let (site, rate) = try ledger(rows, within: "1d", type: "day")
    let cube = site.cube()
    #expect(numbers(cube.figure(rate, site["A"], day("01"))) == "value 1/2 +0")
    #expect(numbers(cube.figure(rate, site["A"], day("02"))) == "not_applicable 0/0 +1")
    let timed = try ledger(
      ["A 2020-02-01 2020-02-01T08:00 2020-02-02T24:00 x", "A 2020-02-03 2020-02-03T08:00 - x"], within: "1d")
    #expect(numbers(timed.site.cube().figure(timed.rate, timed.site["A"], day("01"))) == "value 1/1 +0")
  }

  @Test func goesByDaysWhereATimeIsMissing() throws {
    let rows = [
      "A 2020-02-01 2020-02-01T09:00 2020-02-03 x", "A 2020-02-01 2020-02-01 2020-02-04T00:00 x",
      "A 2020-02-04 2020-02-04 - x",
    ]
    let (site, rate) = try ledger(rows)
    #expect(numbers(site.cube().figure(rate, site["A"], day("01"))) == "value 1/2 +0")
  }

  @Test func addsDaysUpAndCarriesWhatIsHidden() throws {
    for (overTime, wanted) in [
      (IndicatorDeclaration.OverTime.sum, "provisional 3/5 +2"), (.mean, "provisional -/- +2"),
    ] {
      let (site, rate) = try ledger(calls, overTime: overTime)
      let figure = site.cube().figure(rate, site["City"], period: day("01")...day("05"))
      #expect(numbers(figure) == wanted)
      #expect(figure.value == (overTime == .sum ? number(3, over: 5) : number(3, over: 4)))
    }
    let (site, rate) = try ledger(calls)
    #expect(site.cube().figure(rate, site["City"], period: day("01")...day("03")).value == number(1))
  }

  @Test func knowsTheWholeOfAListThatIsKeptForEverybody() throws {
    let (site, rate) = try ledger(calls, absentIsZero: true)
    #expect(numbers(site.cube().figure(rate, site["City"], day("01"))) == "value 2/4 +0")
    #expect(site.cube().figure(rate, site["E"], day("02")).brief == "not_applicable - 1/1")
  }

  @Test func findsCasesThatEndBeforeTheyBegin() throws {
    let (site, rate) = try ledger(
      ["A 2020-02-01 2020-02-01T09:00 2020-02-01T08:00 x", "A 2020-02-04 2020-02-04T09:00 - x"])
    let (cube, findings) = site.cubeAndFindings()
    #expect(numbers(cube.figure(rate, site["A"], day("01"))) == "zero 0/1 +0")
    #expect(findings.map(\.rule.id) == ["statistics.ends-before-beginning"])
  }

  @Test func asksWhatWasDueForItsOutcome() throws {
    var site = TestSite.small()
    let data = site.dataset(
      "cases", ["due:day", "outcome"],
      rows: [
        "A 2020-01-20 2020-02-03 released", "A 2020-01-21 2020-02-03 -", "B 2020-01-21 2020-02-03 moved",
        "A 2020-02-01 2020-02-04 released", "B 2020-02-01 2020-02-14 -", "C 2020-02-04 2020-02-15 -",
      ])
    let released = [Condition(field: 1, test: .oneOf(["released"]))]
    let rate = site.cohort(
      Cohort(dataset: data, entry: 0, success: .outcome(released), matureAfter: nil))
    let cube = site.cube(asOf: "2020-02-04")
    #expect(numbers(cube.figure(rate, site["S1"], day("03"))) == "value 1/3 +0")
    #expect(numbers(cube.figure(rate, site["A"], day("04"))) == "value 1/1 +0")
    #expect(cube.currentDay(rate) == day("04"))
    #expect(cube.waiting(rate, site["S1"], on: day("04")) == 2)
    #expect(cube.waiting(rate, site["S1"], on: day("01")) == 5)
  }

  /// A register has no daily reports: who stands in it has reported, until the reporting day.
  @Test func followsTheCasesOfARegister() throws {
    var site = TestSite.small()
    let data = site.dataset(
      "register", ["due:day", "outcome"],
      rows: ["A 2020-02-03 done", "A 2020-02-04 -", "B 2020-02-03 done"], isDated: false)
    site.dataset("daily", ["x:0"], rows: ["E 2020-02-05 1"])
    let rate = site.cohort(
      Cohort(
        dataset: data, entry: 0, success: .outcome([Condition(field: 1, test: .oneOf(["done"]))]),
        matureAfter: nil))
    let cube = site.cube()
    #expect(numbers(cube.figure(rate, site["S1"], day("03"))) == "provisional 2/2 +0")
    #expect(cube.figure(rate, site["S1"], day("05")).brief == "not_applicable - 2/3")
    #expect(cube.figure(rate, site["S1"], day("02")).brief == "not_reported - 0/3")
  }

  @Test func explainsACohortByItsCases() throws {
    let (site, rate) = try ledger(calls)
    let explanation = site.cube().explain(rate, site["S1"], day("01"))
    #expect(explanation.parts.map { $0.value } == [number(2), number(4)])
    #expect(explanation.parts.map { $0.rows.flatMap(\.lines) } == [[2, 5], [2, 3, 4, 5]])
    #expect(explanation.reported.map { site.tree[$0].name } == ["A", "B"])
  }
}

/// Rows counted under another date field than the dataset's own.
@Suite struct OtherDateTests {
  /// Cases reported on one day that fell ill on another.
  private func cases(_ rows: [String], absentIsZero: Bool = false) -> (
    site: TestSite, IndicatorIndex, IndicatorIndex
  ) {
    var site = TestSite.small()
    let data = site.dataset("cases", ["ill:day"], rows: rows, absentIsZero: absentIsZero)
    var byIllness = site.measure(.count, data)
    byIllness.by = 0
    let reported = site.indicator(.measure(site.measure(.count, data)))
    let ill = site.indicator(.measure(byIllness))
    return (site, reported, ill)
  }

  private let rows = [
    "A 2020-02-04 2020-02-01", "A 2020-02-04 2020-02-03", "B 2020-02-05 2020-02-03", "B 2020-02-05 -",
    "A 2020-02-06 2020-02-06",
  ]

  @Test func countsEachRowOnTheDayOfTheField() {
    let (site, reported, ill) = cases(rows)
    let cube = site.cube()
    #expect(
      (1...6).map { cube.figure(ill, site["S1"], day("0\($0)")).value } == [
        number(1), number(0), number(2), number(0), number(0), number(1),
      ])
    #expect(cube.figure(reported, site["S1"], day("04")).value == number(2))
    #expect(cube.figure(reported, site["S1"], day("03")).state == .notReported)
  }

  @Test func takesUnitsThatEverSentForReported() {
    let (site, _, ill) = cases(rows)
    let cube = site.cube()
    #expect(cube.figure(ill, site["S1"], day("01")).brief == "provisional 1 2/3")
    #expect(cube.figure(ill, site["B"], day("02")).brief == "zero 0 1/1")
    #expect(cube.figure(ill, site["C"], day("02")).brief == "not_reported - 0/1")
    #expect(cube.figure(ill, site["S2"], day("03")).brief == "not_reported - 0/2")
    let all = cases(rows, absentIsZero: true)
    #expect(all.site.cube().figure(all.2, all.site["City"], day("03")).brief == "value 2 5/5")
  }

  @Test func revisesTheDaysAlreadyPastAsReportsArrive() {
    let (site, _, ill) = cases(rows)
    func known(_ asOf: String) -> [Rational?] {
      let cube = TestSite.asReadOn(asOf, site).cube(asOf: asOf)
      return [day("01"), day("03")].map { cube.figure(ill, site["A"], $0).value }
    }
    #expect(known("2020-02-04") == [number(1), number(1)])
    #expect(site.cube().currentDay(ill) == day("06"))
  }

  @Test func countsNoRowOutsideThePeriodAndSaysSo() {
    var (site, _, ill) = cases(rows + ["A 2020-02-06 2002-02-03"])
    site.period = day("01")...day("28")
    let (cube, findings) = site.cubeAndFindings()
    #expect(cube.days.lowerBound == day("01"))
    #expect(findings.map(\.rule.id) == ["statistics.days-outside-period"])
    #expect(cube.figure(ill, site["A"], day("06")).value == number(1))
  }

  @Test func addsRatesOfBothDatesInOneTree() {
    var (site, _, _) = cases(rows)
    var above = site.measure(.count, 0)
    above.by = 0
    let share = site.indicator(.ratio(.measure(above), .measure(site.measure(.count, 0))))
    // A unit counts where both are known: by illness it is, by report only on its days.
    #expect(site.cube().figure(share, site["S1"], day("04")).brief == "provisional 0 1/3")
  }
}
