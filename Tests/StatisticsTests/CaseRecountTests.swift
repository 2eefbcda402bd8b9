import Common
import Reading
import Statistics
import Tables
import Testing

/// Cohorts against a count case by case, for every region and day of an invented ledger.
@Suite struct CaseRecountTests {
  /// One row of the ledger, in minutes since the beginning of February 1st.
  private struct Case {
    var place: RegionIndex
    var from: Int
    var hasTime: Bool
    var to: Int?
  }

  private static let cutOff = 17 * 60 + 30

  /// The reporting day of a minute: 0 is February 1st.
  private static func day(_ minutes: Int, hasTime: Bool = true) -> Int {
    let (day, rest) = (minutes / 1440, minutes % 1440)
    return hasTime && rest > cutOff ? day + 1 : day
  }

  private static func text(_ minutes: Int, hasTime: Bool = true) -> String {
    func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let day = "2020-02-\(pad(minutes / 1440 + 1))"
    return hasTime ? "\(day)T\(pad(minutes % 1440 / 60)):\(pad(minutes % 60))" : day
  }

  private static func cases(_ seed: UInt64, _ site: TestSite) -> [Case] {
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let units = ["A", "B", "C", "D"].map { site[$0] }
    return (0..<160).map { _ in
      let from = below(12 * 1440)
      let hasTime = below(8) > 0
      let length = below(5 * 1440) - 60
      return Case(
        place: units[below(4)], from: from, hasTime: hasTime, to: below(3) == 0 ? nil : max(0, from + length))
    }
  }

  @Test(arguments: [3, 2020] as [UInt64], ["90m", "30h", "2d"])
  func agreesWithACountCaseByCase(seed: UInt64, span: String) throws {
    var site = TestSite.small()
    let cases = Self.cases(seed, site)
    let within = try #require(TimeSpan(span))
    let rows = cases.map { item in
      let day = Self.day(item.from, hasTime: item.hasTime)
      return [
        site.tree[item.place].name, Self.text(day * 1440, hasTime: false),
        Self.text(item.from, hasTime: item.hasTime), item.to.map { Self.text($0) } ?? "-",
      ].joined(separator: " ")
    }
    let data = site.dataset(
      "calls", ["from:moment", "to:moment"], rows: rows, cutOff: Int32(Self.cutOff * 60))
    let rate = site.cohort(
      Cohort(dataset: data, entry: 0, success: .end(field: 1, within: within), matureAfter: within))
    let asOf = 9
    let read = TestSite.asReadOn("2020-02-10", site)
    let cube = read.cube(asOf: "2020-02-10")
    let minutes = Int(within.seconds / 60)
    let days = within.unit == .days ? within.count : nil

    func matureDay(_ item: Case) -> Int {
      let entry = Self.day(item.from, hasTime: item.hasTime)
      if let days { return entry + days }
      guard item.hasTime else { return entry + (minutes + 1439) / 1440 }
      // The first day whose cut-off is not before the end of the case's time.
      return (0...40).first { $0 * 1440 + Self.cutOff >= item.from + minutes } ?? 40
    }
    func isDone(_ item: Case) -> Bool {
      guard let to = item.to, Self.day(to) <= asOf else { return false }
      let apart = Self.day(to) - Self.day(item.from, hasTime: item.hasTime)
      if let days { return (0...days).contains(apart) }
      guard item.hasTime else { return (0...(minutes / 1440)).contains(apart) }
      return (0...minutes).contains(to - item.from)
    }
    let known = cases.filter { Self.day($0.from, hasTime: $0.hasTime) <= asOf }
    let first = try #require(known.map { Self.day($0.from, hasTime: $0.hasTime) }.min())
    let last = try #require(known.map { Self.day($0.from, hasTime: $0.hasTime) }.max())
    var compared = 0
    for region in site.tree.regions.indices.map(RegionIndex.init) {
      let inside = known.filter { site.tree.subtree(region).contains(Int($0.place)) }
      for at in first...last {
        let on = StatisticsTests.day("01").adding(days: at)
        let entered = inside.filter { Self.day($0.from, hasTime: $0.hasTime) == at }
        let mature = entered.filter { matureDay($0) <= asOf }
        let figure = cube.figure(rate, region, on)
        // E has never sent anything: nothing is known of it, and nothing of a place with E alone.
        if site.tree[region].name == "E" {
          #expect(figure.brief == "not_reported - 0/1")
          continue
        }
        #expect(figure.denominator == number(mature.count))
        #expect(figure.numerator == number(mature.filter(isDone).count))
        #expect(figure.immature == entered.count - mature.count)
        let standing = inside.filter {
          Self.day($0.from, hasTime: $0.hasTime) <= at && matureDay($0) > at
        }
        #expect(cube.waiting(rate, region, on: on) == standing.count)
        compared += mature.count
      }
    }
    #expect(compared > 50)
  }
}
