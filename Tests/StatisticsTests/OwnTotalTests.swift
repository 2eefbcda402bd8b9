import Common
import Reading
import Statistics
import Testing

/// Rule 5: 本级上报.
@Suite struct OwnTotalTests {
  /// The street S1 reports its own total on both days, its communities on the first only.
  private func site() -> (TestSite, sum: IndicatorIndex, rate: IndicatorIndex) {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0", "y:0"],
      rows: [
        "A 2020-02-01 1 10", "B 2020-02-01 2 10", "C 2020-02-01 3 10", "D 2020-02-01 4 10",
        "E 2020-02-01 5 10",
        "S1 2020-02-01 9 30", "S1 2020-02-02 20 -", "D 2020-02-02 6 10",
      ])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let rate = site.indicator(
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1))))
    return (site, sum, rate)
  }

  @Test func isPrintedWhileAncestorsAddUpUnits() {
    let (site, sum, _) = site()
    let cube = site.cube()
    #expect(cube.figure(sum, site["S1"], day("01")).brief == "value 9 3/3 own")
    #expect(cube.figure(sum, site["City"], day("01")).brief == "value 15 5/5")
  }

  @Test func standsInWhereNothingBelowReported() {
    let (site, sum, _) = site()
    let cube = site.cube()
    let street = cube.figure(sum, site["S1"], day("02"))
    #expect(street.brief == "value 20 0/3 own")
    #expect(street.meetsThreshold)
    let city = cube.figure(sum, site["City"], day("02"))
    #expect(city.brief == "provisional 26 1/5")
    #expect(!city.meetsThreshold)
  }

  @Test func needsBothSidesOfARatio() {
    let (site, _, rate) = site()
    let cube = site.cube()
    let first = cube.figure(rate, site["S1"], day("01"))
    #expect(first.basis == .own)
    #expect(first.value == number(9, over: 30))
    #expect(cube.figure(rate, site["S1"], day("02")).brief == "not_reported - 0/3")
    #expect(cube.figure(rate, site["City"], day("02")).brief == "provisional 3/5 1/5")
  }

  @Test func differingFromItsUnitsIsAFindingAtItsRow() throws {
    let (site, _, _) = site()
    let found = site.cubeAndFindings().findings.filter { $0.rule == .ownTotalDiffers }
    // Of the sum, and of the ratio's numerator.
    #expect(found.count == 2)
    let first = try #require(found.first)
    #expect(first.severity == .warning)
    #expect(first.location == Location(file: "data/a/1.csv", line: 7, column: 1))
    #expect(
      first.arguments.map { "\($0.name)=\($0.value)" } == [
        "indicator=i0", "date=2020-02-01", "count=1", "places=S1", "own=9", "sum=6",
      ])
  }

  @Test func isNotHeldAgainstASumThatIsIncompleteOrNotExact() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"],
      rows: [
        "A 2020-02-01 1", "B 2020-02-01 2", "S1 2020-02-01 9", "D 2020-02-01 400", "E 2020-02-01 约30",
        "S2 2020-02-01 500",
      ])
    site.indicator(.measure(site.measure(.sum, data, 0)))
    #expect(site.cubeAndFindings().findings.isEmpty)
  }

  @Test func isTheOnlyReportOfAPlaceWithoutUnits() {
    var site = TestSite(
      Place(name: "City", children: [Place(name: "S1"), Place(name: "S2", children: [Place(name: "A")])]))
    let data = site.dataset("a", ["x:0"], rows: ["S1 2020-02-01 7", "A 2020-02-01 2"])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    #expect(cube.figure(sum, site["S1"], day("01")).brief == "value 7 1/1 own")
    #expect(cube.figure(sum, site["City"], day("01")).brief == "value 9 1/1")
  }

  @Test func comparesOnlyWithAnOwnTotal() {
    var site = TestSite.small()
    let data = site.dataset(
      "a", ["x:0"],
      rows: [
        "S1 2020-02-01 10", "S1 2020-02-02 14", "A 2020-02-03 1", "D 2020-02-01 5", "D 2020-02-02 6",
        "D 2020-02-03 8",
      ])
    let sum = site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    let own = cube.change(sum, site["S1"], from: day("01"), to: day("02"))
    #expect(own.difference == number(4))
    #expect(own.units == 1)
    #expect(cube.change(sum, site["S1"], from: day("02"), to: day("03")).difference == nil)
    // Above, the street's own total stands in on both days, then on one only.
    let both = cube.change(sum, site["City"], from: day("01"), to: day("02"))
    #expect((both.difference, both.units, both.earlier) == (number(5), 2, number(15)))
    let one = cube.change(sum, site["City"], from: day("02"), to: day("03"))
    #expect((one.difference, one.units, one.earlier) == (number(2), 1, number(6)))
  }
}
