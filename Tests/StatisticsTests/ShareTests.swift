import Common
import Reading
import Statistics
import Testing

/// One figure as a share of another, over what is known of both.
@Suite struct ShareTests {
  private func site(_ rows: [String]) -> (TestSite, applied: IndicatorIndex, resumed: IndicatorIndex) {
    var site = TestSite.small()
    let data = site.dataset("a", ["applied:0", "resumed:0"], rows: rows)
    let applied = site.indicator(.measure(site.measure(.sum, data, 0)))
    let resumed = site.indicator(.measure(site.measure(.sum, data, 1)))
    return (site, applied, resumed)
  }

  @Test func leavesOutAUnitThatKnowsOneOfTheTwo() {
    let (site, applied, resumed) = site(["A 2020-02-01 10 4", "B 2020-02-01 90 -", "D 2020-02-01 30 20"])
    let cube = site.cube()
    #expect(cube.figure(applied, site["City"], day("01")).value == number(130))
    let share = cube.share(of: resumed, in: applied, site["City"], day("01"))
    #expect(share.value == number(24, over: 40))
    #expect(share.units == 2)
    #expect(cube.share(of: resumed, in: applied, site["B"], day("01")).value == nil)
    #expect(cube.share(of: resumed, in: applied, site["City"], day("03")).value == nil)
  }

  @Test func hasNoValueOfNothing() {
    let (site, applied, resumed) = site(["A 2020-02-01 0 0"])
    let share = site.cube().share(of: resumed, in: applied, site["A"], day("01"))
    #expect(share.value == nil)
    #expect(share.units == 1)
  }

  @Test func comparesOwnTotalsWithOwnTotalsOnly() {
    let (site, applied, resumed) = site([
      "A 2020-02-01 10 4", "S1 2020-02-01 50 25", "A 2020-02-02 10 4", "S1 2020-02-02 50 -",
    ])
    let cube = site.cube()
    #expect(cube.share(of: resumed, in: applied, site["S1"], day("01")).value == number(1, over: 2))
    #expect(cube.share(of: resumed, in: applied, site["S1"], day("01")).units == 1)
    #expect(cube.share(of: resumed, in: applied, site["S1"], day("02")).value == nil)
  }

  @Test func isNotExactWhereASideIsNot() {
    let (site, applied, resumed) = site(["A 2020-02-01 约10 4"])
    let share = site.cube().share(of: resumed, in: applied, site["A"], day("01"))
    #expect(share.value == number(4, over: 10))
    #expect(share.exactness == .about)
  }
}
