import Common
import Reading
import Statistics
import Testing

/// A definition that changes on a day: what is computed, and what is no longer compared.
@Suite struct DefinitionChangeTests {
  /// Until the 3rd the indicator is x ÷ z, from the 4th x ÷ y.
  private func rate(
    overTime: IndicatorDeclaration.OverTime = .sum
  ) -> (site: TestSite, rate: IndicatorIndex, double: IndicatorIndex) {
    var site = TestSite.small()
    let rows = (1...8).flatMap { day in
      ["A 2020-02-0\(day) \(day) 10 20", "B 2020-02-0\(day) \(day) 30 60"]
    }
    let data = site.dataset("a", ["x:0", "y:0", "z:0"], rows: rows)
    func share(of field: Int) -> Formula {
      .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, field)))
    }
    let before = EarlierDefinition(until: day("03"), definition: "old", formula: share(of: 2))
    let rate = site.indicator(share(of: 1), overTime: overTime) {
      $0.definition = "new"
      $0.earlier = [before]
    }
    let double = site.indicator(
      .ratio(.indicator(rate), .measure(site.measure(.sum, data, 0))), overTime: overTime)
    return (site, rate, double)
  }

  @Test func computesEachDayByTheDefinitionOfItsTime() {
    let (site, rate, double) = rate()
    let cube = site.cube()
    let found = (3...4).map { cube.figure(rate, site["S1"], day("0\($0)")).brief }
    #expect(found == ["provisional 3/40 2/3", "provisional 1/5 2/3"])
    #expect(cube.figure(rate, site["A"], day("03")).value == number(3, over: 20))
    #expect(cube.figure(rate, site["A"], day("04")).value == number(4, over: 10))
    // What stands on it changes with it.
    #expect(cube.figure(double, site["A"], day("03")).value == number(1, over: 20))
    #expect(cube.figure(double, site["A"], day("04")).value == number(1, over: 10))
    #expect(cube.redefinitions(of: rate) == [day("04")])
    #expect(cube.redefinitions(of: double) == [day("04")])
  }

  @Test func comparesNothingAcrossTheChange() {
    let (site, rate, double) = rate()
    let cube = site.cube()
    for indicator in [rate, double] {
      let across = cube.change(indicator, site["A"], from: day("03"), to: day("04"))
      #expect(across.isRedefined && across.difference == nil)
    }
    let before = cube.change(rate, site["A"], from: day("02"), to: day("03"))
    #expect(!before.isRedefined && before.difference == number(1, over: 20))
    let behind = cube.change(rate, site["S1"], from: day("04"), to: day("05"))
    #expect(behind.difference == number(1, over: 20))
  }

  @Test func addsAndAveragesNoDaysOfTwoDefinitions() {
    for overTime in [IndicatorDeclaration.OverTime.sum, .mean] {
      let (site, rate, _) = rate(overTime: overTime)
      let cube = site.cube()
      let across = cube.figure(rate, site["A"], period: day("03")...day("04"))
      #expect(across.isRedefined && across.value == nil && across.state == .notApplicable)
      #expect(cube.figure(rate, site["A"], period: day("01")...day("03")).value == number(6, over: 60))
      #expect(cube.figure(rate, site["A"], period: day("04")...day("05")).value == number(9, over: 20))
      #expect(cube.rollingMean(rate, site["A"], day("08")).isRedefined)
      // Five days, all by the new definition.
      #expect(cube.rollingMean(rate, site["A"], day("08"), days: 5).value == number(6, over: 10))
      #expect(cube.cumulative(rate, site["A"], day("03")).value == number(6, over: 60))
      #expect(cube.cumulative(rate, site["A"], day("04")).isRedefined)
    }
    let (site, rate, _) = rate(overTime: .last)
    let last = site.cube().figure(rate, site["A"], period: day("03")...day("05"))
    #expect(last.value == number(5, over: 10) && !last.isRedefined)
  }

  @Test func knowsOfNoChangeLaterThanAsOf() {
    let (site, rate, _) = rate()
    let cube = TestSite.asReadOn("2020-02-03", site).cube(asOf: "2020-02-03")
    #expect(cube.redefinitions(of: rate).isEmpty)
    #expect(cube.currentDay(rate) == day("03"))
    #expect(cube.figure(rate, site["A"], day("03")).value == number(3, over: 20))
  }

  @Test func explainsByTheDefinitionOfTheDay() {
    let (site, rate, _) = rate()
    let cube = site.cube()
    let fields = (3...4).map { cube.explain(rate, site["A"], day("0\($0)")).parts.map(\.measure?.field) }
    #expect(fields == [[0, 2], [0, 1]])
  }

  @Test func standsOnTheDatasetsOfBothDefinitions() {
    var site = TestSite.small()
    let old = site.dataset("old", ["x:0"], rows: ["A 2020-02-01 1", "A 2020-02-02 2"], isIllustrative: true)
    let new = site.dataset("new", ["x:0"], rows: ["A 2020-02-03 3"])
    let before = EarlierDefinition(
      until: day("02"), definition: nil, formula: .measure(site.measure(.sum, old, 0)))
    let sum = site.indicator(.measure(site.measure(.sum, new, 0))) { $0.earlier = [before] }
    let cube = site.cube()
    #expect(cube.datasets(of: sum) == [old, new])
    #expect(cube.isIllustrative(sum))
    #expect((1...3).map { cube.figure(sum, site["A"], day("0\($0)")).value } == [1, 2, 3].map { number($0) })
    // Nothing of the new dataset yet: the last report of the old one counts.
    #expect(TestSite.asReadOn("2020-02-02", site).cube(asOf: "2020-02-02").currentDay(sum) == day("02"))
  }
}
