import Common
import Reading
import Statistics
import Testing

/// Rules 3, 7, 9, 10 and 13: days, and what lies between them.
@Suite struct TimeTests {
  private func series(
    _ rows: [String], overTime: IndicatorDeclaration.OverTime = .last, carry: Int = 0, others: [String] = []
  ) -> (TestSite, IndicatorIndex) {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0"], rows: rows)
    if !others.isEmpty { site.dataset("other", ["x:0"], rows: others) }
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)), overTime: overTime, carry: carry)
    return (site, sum)
  }

  @Test func carriesAWholeReportSoManyCalendarDays() {
    let (site, sum) = series(
      ["A 2020-02-01 5", "B 2020-02-01 1", "B 2020-02-02 -", "C 2020-02-04 1"], carry: 2,
      others: ["D 2020-02-03 1"])
    let cube = site.cube()
    let found = (1...4).map { cube.figure(sum, site["A"], day("0\($0)")).brief }
    #expect(
      found == [
        "value 5 1/1", "value 5 1/1 carried 1", "value 5 1/1 carried 1", "not_reported - 0/1",
      ])
    // An explicit gap is a report: nothing older fills it, and it is carried itself.
    #expect(cube.figure(sum, site["B"], day("02")).brief == "not_reported - 1/1")
    #expect(cube.figure(sum, site["B"], day("03")).brief == "not_reported - 1/1 carried 1")
    #expect(cube.figure(sum, site["S1"], day("02")).brief == "provisional 5 2/3 carried 1")
    #expect(cube.figure(sum, site["S1"], day("03")).brief == "provisional 5 2/3 carried 2")
  }

  @Test func carriesNothingToADayOnWhichNobodyReported() {
    let (site, sum) = series(["A 2020-02-01 5", "B 2020-02-03 1"], carry: 2)
    let cube = site.cube(asOf: "2020-02-09")
    #expect(cube.asOf == day("09"))
    #expect(cube.figure(sum, site["A"], day("02")).brief == "not_reported - 0/1")
    #expect(cube.figure(sum, site["A"], day("03")).brief == "value 5 1/1 carried 1")
    #expect(cube.figure(sum, site["B"], day("04")).brief == "not_reported - 0/1")
    #expect(cube.figure(sum, site["A"], day("09")).brief == "not_reported - 0/1")
    #expect(cube.currentDay(sum) == day("03"))
  }

  @Test func knowsNothingLaterThanAsOf() {
    let (site, sum) = series(["A 2020-02-01 5", "A 2020-02-02 6"])
    let cube = site.cube(asOf: "2020-02-01")
    #expect(cube.days == day("01")...day("01"))
    #expect(cube.figure(sum, site["A"], day("02")).brief == "not_reported - 0/1")
    #expect(cube.figure(sum, site["City"], day("02")).brief == "not_reported - 0/5")
    #expect(cube.reportingDays(for: site["City"]) == [day("01")])
  }

  @Test func comparesOnlyUnitsKnownOnBothDays() {
    let (site, sum) = series([
      "A 2020-02-01 10", "B 2020-02-01 20", "C 2020-02-01 -", "A 2020-02-02 13", "C 2020-02-02 100",
      "D 2020-02-02 1",
    ])
    let cube = site.cube()
    let street = cube.change(sum, site["S1"], from: day("01"), to: day("02"))
    #expect((street.difference, street.units, street.earlier) == (number(3), 1, number(10)))
    let none = cube.change(sum, site["S2"], from: day("01"), to: day("02"))
    #expect((none.difference, none.units) == (nil, 0))
    #expect(cube.change(sum, site["A"], from: day("02"), to: day("09")).difference == nil)
  }

  @Test func comparesRatiosOnTheSameUnits() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0", "y:0"],
      rows: [
        "A 2020-02-01 1 10", "B 2020-02-01 9 10", "A 2020-02-02 3 10", "C 2020-02-02 10 10",
        "D 2020-02-01 0 0",
        "D 2020-02-02 1 2",
      ])
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))), form: .percent)
    let cube = site.cube()
    let change = cube.change(rate, site["S1"], from: day("01"), to: day("02"))
    #expect((change.difference, change.units) == (number(2, over: 10), 1))
    #expect(cube.change(rate, site["D"], from: day("01"), to: day("02")).difference == nil)
  }

  @Test(
    arguments: [
      // The last day on which enough had reported.
      (IndicatorDeclaration.OverTime.last, "value 4 3/3", "01"), (.sum, "provisional 18 1/3", "04"),
      (.mean, "provisional 6 1/3", "04"),
    ])
  func combinesThePeriodsDays(
    overTime: IndicatorDeclaration.OverTime, expected: String, last: String
  ) {
    let (site, sum) = series(
      [
        "A 2020-02-01 1", "B 2020-02-01 2", "C 2020-02-01 1", "A 2020-02-02 6", "A 2020-02-04 8",
        "D 2020-02-05 50",
      ], overTime: overTime)
    let cube = site.cube()
    let period = cube.figure(sum, site["S1"], period: day("01")...day("07"))
    #expect(period.brief == expected)
    #expect(period.day == day(last))
    #expect(cube.figure(sum, site["S1"], period: day("05")...day("07")).brief == "not_reported - 0/3")
  }

  @Test func addsNumeratorsAndDenominatorsOverAPeriod() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0", "y:0"], rows: ["A 2020-02-01 1 2", "A 2020-02-02 0 0", "A 2020-02-03 1 8"])
    let sides = (
      Operand.measure(site.measure(.sum, data, 0)), Operand.measure(site.measure(.sum, data, 1))
    )
    let summed = site.indicator(.ratio(sides.0, sides.1), overTime: .sum)
    let averaged = site.indicator(.ratio(sides.0, sides.1), overTime: .mean)
    let cube = site.cube()
    #expect(cube.figure(summed, site["A"], period: day("01")...day("03")).value == number(1, over: 5))
    #expect(cube.figure(averaged, site["A"], period: day("01")...day("03")).value == number(5, over: 16))
    #expect(cube.figure(summed, site["A"], period: day("02")...day("02")).state == .notApplicable)
    #expect(cube.cumulative(averaged, site["A"], day("03")).value == number(1, over: 5))
  }

  @Test func averagesTheDaysThatExistAndMeetTheThreshold() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"],
      rows: [
        "D 2020-02-01 1", "E 2020-02-01 1", "D 2020-02-02 3", "E 2020-02-02 3", "D 2020-02-04 5",
        "E 2020-02-04 6",
        "D 2020-02-05 100",
      ])
    let mean = site.indicator(.measure(site.measure(.rollingMean, data, 0, days: 4)))
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    #expect(cube.figure(mean, site["S2"], day("01")).brief == "not_reported - 2/2")
    #expect(cube.figure(mean, site["S2"], day("02")).brief == "value 4 2/2")
    #expect(cube.figure(mean, site["S2"], day("03")).brief == "not_reported - 0/2")
    #expect(cube.figure(mean, site["S2"], day("04")).value == number(19, over: 3))
    // The fifth is below the threshold and does not count; the second and fourth do.
    #expect(cube.figure(mean, site["S2"], day("05")).brief == "provisional 17/2 1/2")
    // A unit itself has no threshold.
    #expect(cube.figure(mean, site["D"], day("05")).value == number(36))
    #expect(cube.rollingMean(sum, site["S2"], day("04"), days: 4).value == number(19, over: 3))
    #expect(cube.rollingMean(sum, site["S2"], day("03"), days: 4).state == .notReported)
    #expect(cube.cumulative(sum, site["S2"], day("04")).brief == "value 19 2/2")
  }

  @Test func dividesTheDaysStockByTheRollingMeanOfUse() {
    var site = TestSite.small()
    let data = site.dataset(
      "supplies", ["item", "stock:0", "used:0"],
      rows: [
        "D 2020-02-01 口罩 100 10", "E 2020-02-01 口罩 50 20", "D 2020-02-02 口罩 90 20", "E 2020-02-02 口罩 40 30",
        "D 2020-02-02 水 7 7",
      ])
    let masks = [Condition(field: 0, test: .oneOf(["口罩"]))]
    let days = site.indicator(
      .ratio(
        .measure(site.measure(.last, data, 1, where: masks)),
        .measure(site.measure(.rollingMean, data, 2, where: masks, days: 3))))
    let cube = site.cube()
    #expect(cube.figure(days, site["S2"], day("01")).brief == "not_reported - 2/2")
    let figure = cube.figure(days, site["S2"], day("02"))
    #expect((figure.numerator, figure.denominator) == (number(130), number(40)))
    #expect(figure.brief == "value 13/4 2/2")
    #expect(cube.figure(days, site["D"], day("02")).value == number(6))
    let explanation = cube.explain(days, site["D"], day("02"))
    #expect(explanation.parts.map(\.role) == [.numerator, .denominator])
    #expect(explanation.parts[1].window == CivilDate(iso: "2020-01-31").map { $0...day("02") })
    #expect(explanation.parts.map { $0.rows.map(\.lines) } == [[[4]], [[2, 4]]])
  }

  @Test func aRegisterHoldsOnItsDays() {
    var site = TestSite.small()
    site.dataset("dated", ["x:0"], rows: ["A 2020-02-01 1", "A 2020-02-05 1"])
    let plain = site.dataset("plain", ["x:0"], rows: ["A 4", "A 5", "D 1"], isDated: false)
    let valid = site.dataset(
      "valid", ["from:day", "to:day"],
      rows: ["A 2020-02-02 2020-02-03", "A 2020-02-03 -", "B 2019-12-01 2020-02-01"], isDated: false,
      validity: DatasetDeclaration.Validity(from: 0, to: 1))
    let sum = site.indicator(.measure(site.measure(.sum, plain, 0)))
    let count = site.indicator(.measure(site.measure(.count, valid)))
    let cube = site.cube()
    #expect(cube.figure(sum, site["A"], day("05")).brief == "value 9 1/1")
    #expect(cube.figure(sum, site["A"], day("04")).brief == "not_reported - 0/1")
    #expect(cube.currentDay(sum) == day("05"))
    let counts = (1...5).map { cube.figure(count, site["S1"], day("0\($0)")).value }
    #expect(counts == [1, 1, 2, 1, 1].map { number($0) })
    // B has sent the register, but holds nothing any more; C is not in it at all.
    #expect(cube.figure(count, site["B"], day("02")).brief == "zero 0 1/1")
    #expect(cube.figure(count, site["C"], day("02")).brief == "not_reported - 0/1")
  }

  @Test func findsTheCurrentDayOfEachIndicator() {
    var site = TestSite.small()
    let a = site.dataset("a", ["x:0"], rows: ["A 2020-02-01 1", "A 2020-02-03 1"])
    let facts = site.dataset(
      "f", ["x:0"], rows: ["B 2020-02-02 1", "D 2020-02-04 1"], rollsUp: false, isIllustrative: true)
    let sum = site.indicator(.measure(site.measure(.sum, a, 0)))
    let fact = site.indicator(.measure(site.measure(.sum, facts, 0)))
    let cube = site.cube()
    #expect(cube.asOf == day("04"))
    #expect(cube.currentDay(sum) == day("03"))
    #expect(cube.currentDay(fact) == day("04"))
    #expect(cube.currentDay(fact, for: site["B"]) == day("02"))
    #expect(cube.currentDay(fact, for: site["C"]) == nil)
    #expect(cube.currentDay(sum, for: site["B"]) == day("03"))
    #expect(cube.isIllustrative(fact) && !cube.isIllustrative(sum))
    #expect(cube.reportingDays(for: site["S1"]) == [day("01"), day("03")])
  }

  @Test func aMistypedYearDoesNotOpenAThousandDays() {
    let (site, sum) = series(["A 1920-02-01 5", "A 2020-02-01 5", "A 2020-02-02 5"])
    let cube = site.cube()
    #expect(cube.figure(sum, site["A"], day("02")).state == .value)
    #expect(cube.reportingDays(for: site["A"]).count == 3)
  }
}
