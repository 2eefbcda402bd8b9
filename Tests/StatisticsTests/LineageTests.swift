import Common
import Reading
import Statistics
import Testing

/// Units that are renamed, merged, split and moved, and what stays comparable over it.
@Suite struct LineageTests {
  /// S1: A becomes A2 on the 3rd, B and C become M, X is split into Y and Z, and K stays.
  /// S2: E, to which D moved from S1 on the 3rd (its code the same, its name here D2).
  private func site() -> TestSite {
    func old(_ name: String) -> Place { Place(name: name, to: "2020-02-02") }
    func new(_ name: String, _ replaces: [String]) -> Place {
      Place(name: name, from: "2020-02-03", replaces: replaces)
    }
    return TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1",
            children: [
              old("A"), new("A2", ["A"]), old("B"), old("C"), new("M", ["B", "C"]), old("X"), new("Y", ["X"]),
              new("Z", ["X"]), Place(name: "K"), old("D"),
            ]),
          Place(name: "S2", children: [Place(name: "E"), new("D2", ["D"])]),
        ]))
  }

  private static let rows = [
    "A 2020-02-02 10 20", "B 2020-02-02 1 10", "C 2020-02-02 3 10", "X 2020-02-02 100 200",
    "K 2020-02-02 7 70", "D 2020-02-02 50 50", "E 2020-02-02 5 5",
    "A2 2020-02-03 12 20", "M 2020-02-03 5 20", "Y 2020-02-03 60 100", "Z 2020-02-03 45 100",
    "K 2020-02-03 7 70", "D2 2020-02-03 51 50", "E 2020-02-03 6 5",
  ]

  private func cube(
    _ rows: [String] = rows, carry: Int = 0, using formula: (TestSite, Int) -> Formula
  ) -> (Cube, TestSite) {
    var site = site()
    let data = site.dataset("a", ["x:0", "y:0"], rows: rows)
    site.indicator(formula(site, data), carry: carry)
    return (site.cube(), site)
  }

  private func sum(_ site: TestSite, _ data: Int) -> Formula { .measure(site.measure(.sum, data, 0)) }
  private func ratio(_ site: TestSite, _ data: Int) -> Formula {
    .ratio(.measure(site.measure(.sum, data, 0)), .measure(site.measure(.sum, data, 1)))
  }

  private func brief(_ change: Change) -> String {
    "\(change.difference.map { $0.plainDecimal() } ?? "-") over \(change.units)"
      + (change.isRegrouped ? " regrouped" : "")
  }

  @Test func expectsOnlyUnitsThatExist() {
    let (cube, site) = cube(using: sum)
    #expect(cube.figure(0, site["S1"], day("02")).brief == "value 171 6/6")
    #expect(cube.figure(0, site["S1"], day("03")).brief == "value 129 5/5")
    #expect(cube.figure(0, site["A"], day("03")).brief == "not_reported - 0/0")
    #expect(cube.figure(0, site["M"], day("02")).brief == "not_reported - 0/0")
    #expect(cube.missingUnits(0, site["City"], day("03")).isEmpty)
  }

  @Test func comparesAGroupAsOneAtEveryLevelAbove() {
    let (cube, site) = cube(using: sum)
    // A 10 → 12, B and C 4 → 5, X 100 → 105, K 7 → 7; D left the street: 121 → 129.
    #expect(brief(cube.change(0, site["S1"], from: day("02"), to: day("03"))) == "8 over 5 regrouped")
    #expect(cube.change(0, site["S1"], from: day("02"), to: day("03")).earlier == number(121))
    // E alone: D was no part of S2 the day before.
    #expect(brief(cube.change(0, site["S2"], from: day("02"), to: day("03"))) == "1 over 1")
    // In the city D is compared with itself.
    #expect(brief(cube.change(0, site["City"], from: day("02"), to: day("03"))) == "10 over 7 regrouped")
  }

  @Test func poolsARatioOverTheSameGroups() {
    let (cube, site) = cube(using: ratio)
    let change = cube.change(0, site["S1"], from: day("02"), to: day("03"))
    #expect(change.earlier == number(121, over: 310))
    #expect(change.difference == number(8, over: 310))
  }

  @Test(arguments: [
    ("C 2020-02-02 3 10", "7 over 4 regrouped"), ("M 2020-02-03 5 20", "7 over 4 regrouped"),
    ("Z 2020-02-03 45 100", "3 over 3 regrouped"), ("X 2020-02-02 100 200", "3 over 3 regrouped"),
    ("A 2020-02-02 10 20", "6 over 4 regrouped"),
  ])
  func leavesOutAGroupOfWhichAPartIsSilent(silent: String, change: String) {
    let (cube, site) = cube(Self.rows.filter { $0 != silent }, using: sum)
    #expect(brief(cube.change(0, site["S1"], from: day("02"), to: day("03"))) == change)
  }

  @Test func continuesARenamedUnitsSeries() {
    let (cube, site) = cube(using: sum)
    let before = cube.continued(0, site["A2"], day("02"))
    #expect(before.brief == "value 10 1/1")
    #expect(before.region == site["A2"])
    #expect(before.origins == [site["A"]])
    #expect(cube.continued(0, site["A2"], day("03")).origins.isEmpty)
    #expect(brief(cube.change(0, site["A2"], from: day("02"), to: day("03"))) == "2 over 1 regrouped")
    // Also under another street.
    #expect(brief(cube.change(0, site["D2"], from: day("02"), to: day("03"))) == "1 over 1 regrouped")
  }

  @Test func addsUpWhatWasMerged() {
    let (cube, site) = cube(using: ratio)
    let before = cube.continued(0, site["M"], day("02"))
    #expect(before.brief == "value 1/5 2/2")
    #expect(before.origins == [site["B"], site["C"]])
    #expect([before.numerator, before.denominator] == [number(4), number(20)])
    #expect(brief(cube.change(0, site["M"], from: day("02"), to: day("03"))) == "0.05 over 1 regrouped")
  }

  @Test func doesNotAddUpAMergerOfWhichAPartIsSilent() {
    let (cube, site) = cube(Self.rows.filter { $0 != "C 2020-02-02 3 10" }, using: sum)
    #expect(cube.continued(0, site["M"], day("02")).brief == "not_reported - 1/2")
    #expect(brief(cube.change(0, site["M"], from: day("02"), to: day("03"))) == "- over 0")
  }

  @Test func breaksTheSeriesOfWhatWasSplitOff() {
    let (cube, site) = cube(using: sum)
    #expect(cube.continued(0, site["Y"], day("02")).brief == "not_reported - 0/0")
    #expect(cube.continued(0, site["Y"], day("02")).origins.isEmpty)
    #expect(brief(cube.change(0, site["Y"], from: day("02"), to: day("03"))) == "- over 0")
  }

  @Test func doesNotTakeAMeanOverFewerUnitsForTheSame() {
    for verb in [Measure.Verb.mean, .max, .min] {
      let (cube, site) = cube { site, data in .measure(site.measure(verb, data, 0)) }
      // Only K, and A under its new name.
      #expect(cube.change(0, site["S1"], from: day("02"), to: day("03")).units == 2)
      #expect(cube.continued(0, site["M"], day("02")).value == nil)
      #expect(cube.continued(0, site["A2"], day("02")).value == number(10))
    }
  }

  @Test func carriesTheReportOfAUnitThatOnlyChangedItsName() {
    let rows = Self.rows.filter { !["A2", "M", "Y", "D2"].contains($0.prefix { $0 != " " }) }
    let (cube, site) = cube(rows, carry: 2, using: sum)
    #expect(cube.figure(0, site["A2"], day("03")).brief == "value 10 1/1 carried 1")
    #expect(cube.figure(0, site["D2"], day("03")).brief == "value 50 1/1 carried 1")
    #expect(cube.figure(0, site["M"], day("03")).brief == "not_reported - 0/1")
    #expect(cube.figure(0, site["Y"], day("03")).brief == "not_reported - 0/1")
    #expect(cube.figure(0, site["S1"], day("03")).brief == "provisional 62 3/5 carried 1")
    // The rows are those of the old name.
    let explained = cube.explain(0, site["A2"], day("03"))
    #expect(explained.carried == [site["A2"]])
    #expect(explained.parts.first?.rows.map(\.lines) == [[2]])
  }

  @Test func countsARollingMeanOverTheChange() {
    let rows = (1...4).flatMap { date -> [String] in
      let names = date < 3 ? ["A", "B", "C", "X", "K", "D"] : ["A2", "M", "Y", "Z", "K"]
      return names.map { "\($0) 2020-02-0\(date) \(date * 10) 1" }
    }
    let (cube, site) = cube(rows) { site, data in .measure(site.measure(.rollingMean, data, 0, days: 4)) }
    #expect(cube.figure(0, site["A2"], day("04")).value == number(25))
    // B and C together: 20 and 40, then M: 30 and 40.
    #expect(cube.figure(0, site["M"], day("04")).value == number(130, over: 4))
    #expect(cube.figure(0, site["Y"], day("03")).value == nil)
    #expect(cube.figure(0, site["Y"], day("04")).value == number(35))
    let change = cube.change(0, site["S1"], from: day("03"), to: day("04"))
    #expect(change.units == 5)
    #expect(cube.rollingMean(0, site["M"], day("04"), days: 2).value != nil)
  }

  @Test func addsUpAPeriodOverTheChange() {
    let (cube, site) = cube(using: sum)
    #expect(cube.cumulative(0, site["M"], day("03")).value == number(9))
    #expect(cube.cumulative(0, site["Y"], day("03")).value == number(60))
  }

  @Test func followsSeveralChangesAndLeavesGapsOut() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1",
            children: [
              Place(name: "A", to: "2020-02-01"),
              Place(name: "A2", from: "2020-02-02", to: "2020-02-02", replaces: ["A"]),
              Place(name: "B", to: "2020-02-02"),
              Place(name: "M", from: "2020-02-03", replaces: ["A2", "B"]),
              Place(name: "G", to: "2020-02-01"), Place(name: "H", from: "2020-02-03", replaces: ["G"]),
            ])
        ]))
    let data = site.dataset(
      "a", ["x:0"],
      rows: [
        "A 2020-02-01 1", "B 2020-02-01 2", "G 2020-02-01 50", "A2 2020-02-02 3", "B 2020-02-02 4",
        "M 2020-02-03 9", "H 2020-02-03 60",
      ])
    site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    #expect(cube.continued(0, site["M"], day("01")).value == number(3))
    #expect(cube.continued(0, site["M"], day("02")).value == number(7))
    #expect(cube.continued(0, site["M"], day("01")).origins == [site["A"], site["B"]])
    #expect(brief(cube.change(0, site["S1"], from: day("01"), to: day("03"))) == "16 over 2 regrouped")
    #expect(brief(cube.change(0, site["S1"], from: day("01"), to: day("02"))) == "4 over 2 regrouped")
    #expect(brief(cube.change(0, site["S1"], from: day("02"), to: day("03"))) == "2 over 1 regrouped")
    #expect(cube.continued(0, site["H"], day("01")).value == number(50))
    #expect(cube.continued(0, site["H"], day("02")).brief == "not_reported - 0/0")
  }

  @Test func continuesAStreetWhoseStreetsWereMerged() {
    var site = TestSite(
      Place(
        name: "City",
        children: [
          Place(
            name: "S1", children: ["A", "B"].map { Place(name: $0, to: "2020-02-02") }, to: "2020-02-02"),
          Place(name: "S2", children: [Place(name: "C", to: "2020-02-02")], to: "2020-02-02"),
          Place(
            name: "S3",
            children: [("A2", "A"), ("B2", "B"), ("C2", "C")].map {
              Place(name: $0.0, from: "2020-02-03", replaces: [$0.1])
            }, from: "2020-02-03", replaces: ["S1", "S2"]),
        ]))
    let data = site.dataset(
      "a", ["x:0"],
      rows: [
        "A 2020-02-02 1", "C 2020-02-02 4", "A2 2020-02-03 2", "B2 2020-02-03 30", "C2 2020-02-03 5",
      ])
    site.indicator(.measure(site.measure(.sum, data, 0)))
    let cube = site.cube()
    #expect(cube.continued(0, site["S3"], day("02")).brief == "provisional 5 2/3")
    #expect(!cube.continued(0, site["S3"], day("02")).meetsThreshold)
    #expect(brief(cube.change(0, site["S3"], from: day("02"), to: day("03"))) == "2 over 2 regrouped")
    #expect(brief(cube.change(0, site["City"], from: day("02"), to: day("03"))) == "2 over 2 regrouped")
  }

  @Test func showsAnEndedUnitOnItsLastDayWithAReport() {
    let (cube, site) = cube(using: sum)
    #expect(cube.currentDay(0, for: site["A"]) == day("02"))
    #expect(cube.currentDay(0, for: site["K"]) == day("03"))
  }
}
