import Common
import Reading
import Testing

@testable import Tables

/// Rows whose place stands in several columns, from top to bottom.
@Suite struct PlacePathTests {
  private static let sample: Sample = {
    var sample = Sample()
    sample.fields = [
      Sample.field("city", "市", .region), Sample.field("street", "街道", .region),
      Sample.field("community", "社区", .region), Sample.field("date", "日期", .date),
      Sample.field("due", "应排查户数", .integer),
    ]
    sample.upperRegionFields = [0, 1]
    sample.regionField = 2
    sample.date = .field(3)
    sample.key = [2, 3]
    return sample
  }()

  private func read(_ rows: [String], header: String = "市,街道,社区", _ sample: Sample = sample) -> Sample.Outcome
  {
    sample.read("\(header),日期,应排查户数\n" + rows.map { "\($0),2020-02-14,5\n" }.joined())
  }

  @Test(
    arguments: [
      ("测试市,,", 0), ("测试市,东街道,", 1), ("测试市,东街道,东村社区", 2), ("测试市,,西村", 4),
      ("测试市,东街道,民岳家园社区", 5), ("测试市,南街道,民岳家园社区", 9), ("1,12,1202", 9), (",,1201", 8),
      ("测试市,未报,西村", 4),
      // A city that is its own only street.
      ("测试市,测试市,", 0), ("测试市,测试市,测试市", 0), ("测试市,东街道,东街道", 1),
    ] as [(String, RegionIndex)])
  func takeTheLowestGiven(cells: String, index: RegionIndex) {
    let outcome = read([cells])
    #expect(outcome.said == [])
    #expect(outcome.table?.regions == [index])
  }

  @Test func keepThePlacesAboveInTheirColumns() throws {
    let table = try #require(read(["测试市,,", "测试市,东街道,", "测试市,东街道,西村", "测试市,,西村"].dropLast()).table)
    guard case .regions(let cities) = table.columns[0], case .regions(let streets) = table.columns[1] else {
      Issue.record("no regions")
      return
    }
    #expect(cities == [0, 0, 0])
    #expect(streets == [-1, 1, 1])
  }

  @Test func keepLevelsOfOnePlaceApartInTheKey() {
    let outcome = read(["测试市,,", "测试市,东街道,", "测试市,东街道,西村", "测试市,南街道,民岳家园社区", "测试市,东街道,民岳家园社区"])
    #expect(outcome.said == [])
    #expect(outcome.table?.rowCount == 5)
    #expect(read(["测试市,东街道,", "测试市,东街道,"]).said == ["warning tables.exact-duplicate data/a.csv:3:3"])
  }

  @Test(arguments: [
    ("测试市,东街道,外地来的", "tables.unknown-place", "2:3", [String]()),
    ("测试市,东街道,东屯社区", "tables.unknown-place", "2:3", ["东村社区"]),
    ("测试市,西街道,西村", "tables.unknown-place", "2:2", ["西村", "东街道", "南街道"]),
    ("别的市,东街道,西村", "tables.unknown-place", "2:1", []),
    ("测试市,外街,", "tables.unknown-place", "2:2", []),
    ("测试市,南街道,西村", "tables.place-not-below", "2:3", ["东街道/西村社区"]),
    ("测试市,,民岳家园社区", "tables.ambiguous-place", "2:3", ["东街道/民岳家园社区", "南街道/民岳家园社区"]),
    (",,", "tables.cell-empty", "2:3", []),
  ])
  func refuseInTheCellThatIsWrong(cells: String, rule: String, place: String, suggestions: [String]) {
    let outcome = read([cells])
    #expect(outcome.said == ["error \(rule) data/a.csv:\(place)"])
    #expect(outcome.findings.first?.suggestions == suggestions)
    #expect(outcome.table?.rowCount == 0)
  }

  @Test func needTheTopColumnOnly() {
    #expect(read(["测试市,东街道"], header: "市,街道").table?.regions == [1])
    #expect(read(["东街道"], header: "街道").said.contains { $0.contains("required-column-missing") })
  }

  @Test func takeTotalsFromAnyOfTheColumns() {
    let outcome = read(["测试市,东街道,西村", "测试市,合计,"].map { $0 })
    #expect(outcome.said == [])
    #expect(outcome.table?.rowCount == 1)
  }

  @Test func followTheDay() {
    #expect(read(["测试市,南街道,老村"]).table?.regions == [10])
    #expect(read(["测试市,东街道,旧村社区"]).said == ["error tables.place-ended data/a.csv:2:3"])
  }
}
