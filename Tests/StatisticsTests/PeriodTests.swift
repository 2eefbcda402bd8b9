import Common
import Reading
import Testing

@testable import Statistics

/// Rule 7: weeks and months, and ranks of two days.
@Suite struct PeriodTests {
  @Test func aWeekBeginsOnMondayAndAMonthOnTheFirst() {
    let week = CalendarPeriod(.week, around: day("02"))
    #expect("\(week.days)" == "2020-01-27...2020-02-02")
    #expect("\(week.next.days)" == "2020-02-03...2020-02-09")
    #expect(CalendarPeriod(.week, around: day("03")) == week.next)
    let month = CalendarPeriod(.month, around: day("14"))
    #expect("\(month.days)" == "2020-02-01...2020-02-29")
    #expect("\(month.next.days)" == "2020-03-01...2020-03-31")
  }

  @Test func takesTheLastDayOnWhichEnoughHadReported() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"],
      rows: ["A 2020-02-03 1", "B 2020-02-03 1", "C 2020-02-03 1", "A 2020-02-04 5", "A 2020-02-10 7"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    func week(_ text: String) -> PeriodFigure {
      cube.figure(
        sum, site["S1"], in: CalendarPeriod(.week, around: day(text)), until: cube.asOf,
        isDue: { $0 < day("08") })
    }
    #expect((week("03").figure.value, week("03").figure.day) == (number(3), day("03")))
    #expect((week("03").reported, week("03").days, week("03").isComplete) == (2, 5, false))
    // With no such day the last one counts, and a report that nobody asked for is a day.
    #expect((week("10").figure.brief, week("10").reported, week("10").days) == ("provisional 7 1/3", 1, 1))
  }

  @Test func aHiddenDayHidesEverySumAndMeanThatItIsPartOf() throws {
    var site = TestSite.small()
    let data = site.dataset("a", ["x:0", "y:0"], rows: (3...7).map { "A 2020-02-0\($0) \($0) 10" })
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)), overTime: .sum)
    let share = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))), overTime: .sum)
    let cube = site.cube()
    for indicator in [sum, share] {
      var days = (3...7).map { cube.figure(indicator, site["A"], day("0\($0)")) }
      let open = try #require(cube.total(of: days))
      #expect(open.value != nil && open.state == .value && open.daysCounted == 5)
      days[2].state = .suppressed
      (days[2].value, days[2].numerator, days[2].denominator) = (nil, nil, nil)
      for made in [cube.total(of: days), cube.mean(of: days)] {
        let hidden = try #require(made)
        #expect(hidden.state == .suppressed)
        #expect(hidden.value == nil && hidden.numerator == nil && hidden.denominator == nil)
      }
      // The days beside it alone would give it away together with the whole; they are other periods.
      #expect(cube.total(of: Array(days[..<2]))?.state == .value)
    }
  }

  @Test func ranksMoveTiesTogetherAndNewcomersAreNew() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"],
      rows: [
        "A 2020-02-01 9", "B 2020-02-01 5", "C 2020-02-01 5", "D 2020-02-01 1", "A 2020-02-02 2",
        "B 2020-02-02 7", "C 2020-02-02 7", "D 2020-02-02 1", "E 2020-02-02 8",
      ])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    let units = ["A", "B", "C", "D", "E"].map { site[$0] }
    func ranking(_ text: String) -> [Cube.Ranked] {
      cube.ranking(sum, among: units, day: day(text), bestFirst: true)
    }
    let moves = cube.rankMoves(sum, ranking("02"), since: ranking("01"), on: day("02"))
    let found = zip(ranking("02"), moves).map {
      "\(site.tree[$0.region].name) \($0.rank?.position ?? 0) \($1)"
    }
    #expect(
      found == ["E 1 new", "B 2 moved(0)", "C 2 moved(0)", "A 4 moved(-3)", "D 5 moved(-1)"])
    // Nobody had a rank the day before, and who has none today has not moved.
    #expect(
      cube.rankMoves(sum, ranking("01"), since: ranking("29"), on: day("01")).allSatisfy { $0 == .unknown })
  }

  @Test func aRenamedPlaceGoesOnFromItsFormerRank() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1",
            children: [
              Place(name: "Old", to: "2020-02-01"), Place(name: "New", from: "2020-02-02", replaces: ["Old"]),
              Place(name: "B"),
            ])
        ]))
    let data = site.dataset(
      "a", ["x:0"], rows: ["Old 2020-02-01 1", "B 2020-02-01 2", "New 2020-02-02 5", "B 2020-02-02 3"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    let earlier = cube.ranking(sum, among: [site["Old"], site["B"]], day: day("01"), bestFirst: true)
    let ranked = cube.ranking(sum, among: [site["New"], site["B"]], day: day("02"), bestFirst: true)
    #expect(cube.rankMoves(sum, ranked, since: earlier, on: day("02")) == [.moved(1), .moved(-1)])
  }
}
