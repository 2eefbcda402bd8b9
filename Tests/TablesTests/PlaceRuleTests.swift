import Common
import Reading
import Testing

@testable import Tables

/// Codes with names beside them, rules for what is no unit, and rows that the dataset is not about.
@Suite struct PlaceRuleTests {
  /// Codes in three columns, and the names beside them.
  private static let sample: Sample = {
    var sample = Sample()
    sample.fields = [
      Sample.field("city", "市", .string), Sample.field("cityCode", "市代码", .region),
      Sample.field("street", "街道", .string), Sample.field("streetCode", "街道代码", .region),
      Sample.field("community", "社区", .string), Sample.field("communityCode", "社区代码", .region),
      Sample.field("date", "日期", .date), Sample.field("found", "发现", .integer),
    ]
    sample.upperRegionFields = [1, 3]
    sample.regionField = 5
    sample.regionNames = [0, 2, 4]
    sample.date = .field(6)
    sample.key = [5, 6]
    return sample
  }()

  private static func read(_ rows: [String], _ sample: Sample) -> Sample.Outcome {
    sample.read(
      "市,市代码,街道,街道代码,社区,社区代码,日期,发现\n" + rows.map { "\($0),2020-02-14,5\n" }.joined())
  }

  @Test func doNotTakeARowWithANameAndNoCodeForTheUpperPlaceItself() {
    let outcome = Self.read(["测试市,1,东街道,11,,", "测试市,1,东街道,11,西村社区,"], Self.sample)
    #expect(outcome.said == [])
    #expect(outcome.table?.regions == [1, 4])
    let unknown = Self.read(["测试市,1,东街道,11,,", "测试市,1,东街道,11,外地来的,"], Self.sample)
    #expect(unknown.said == ["error tables.unknown-place data/a.csv:3:5"])
  }

  @Test func saySoWhereTheNameIsAnothersOnceForEach() {
    let outcome = Self.read(
      ["测试市,1,东街道,11,西村社区,1101", "测试市,1,东街道,11,东村,1101", "测试市,1,南街道,12,南里社区,1201"],
      {
        var sample = Self.sample
        sample.key = [4, 6]
        return sample
      }())
    #expect(outcome.said == ["warning tables.name-of-another data/a.csv:2:5"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["西村社区", "1101", "东村社区"])
  }

  @Test func countRowsWhereARuleSays() {
    var sample = Self.sample
    sample.places = [("东街道/监狱", "南里社区"), ("监狱", "1202"), ("1101", "西村社区")]
    let outcome = Self.read(
      [
        "测试市,1,东街道,11,监狱,", "测试市,1,南街道,12,监狱,", "测试市,1,东街道,11,东村社区,1101", "测试市,1,东街道,11,西村社区,1102",
        "测试市,1,南街道,12,南里社区,1201",
      ], sample)
    #expect(outcome.table?.regions == [8, 9, 4, 4, 8])
    #expect(
      outcome.said == [
        "remark tables.rows-count-elsewhere data/a.csv:2:5",
        "remark tables.rows-count-elsewhere data/a.csv:3:5",
        "remark tables.rows-count-elsewhere data/a.csv:4:6",
      ])
  }

  @Test func holdSuchRowsApartInKeysAndFromDayToDay() {
    var sample = Self.sample
    sample.places = [("1101", "西村社区")]
    sample.checks = [
      CheckDeclaration(kind: .neverFalls(field: 7), severity: .error, location: Sample.here)
    ]
    let text =
      "市,市代码,街道,街道代码,社区,社区代码,日期,发现\n"
      + [(14, 6, 15), (15, 6, 16)].map { day, one, other in
        "测试市,1,东街道,11,东村社区,1101,2020-02-\(day),\(one)\n测试市,1,东街道,11,西村社区,1102,2020-02-\(day),\(other)\n"
      }.joined()
    #expect(sample.read(text).said == ["remark tables.rows-count-elsewhere data/a.csv:2:6"])
    #expect(
      sample.read(text + "测试市,1,东街道,11,东村社区,1101,2020-02-15,7\n").said.contains { $0.contains("key-twice") })
  }

  @Test func leaveRowsOutAndSayHowMany() {
    var sample = Self.sample
    sample.places = [("外地来的", nil), ("未公布", nil)]
    let outcome = Self.read(
      ["测试市,1,东街道,11,外地来的,", "测试市,1,南街道,12,外地来的,", "测试市,1,东街道,11,西村社区,1102"], sample)
    #expect(outcome.table?.regions == [4])
    #expect(
      outcome.said == [
        "remark tables.rows-left-out data/a.csv:2:5", "remark tables.place-rule-unused \(Sample.here)",
      ])
    #expect(outcome.findings.first?.arguments.last?.value == "2")
    #expect(outcome.table?.refused == [])
  }

  @Test func followARuleInASingleColumnToo() {
    var sample = Sample()
    sample.places = [("一号院", "东村社区"), ("飞地", nil)]
    let outcome = sample.read("社区,日期,应排查户数\n一号院,2020-02-14,5\n飞地,2020-02-14,5\n东村社区,2020-02-14,5\n")
    #expect(outcome.table?.regions == [2, 2])
  }

  @Test(
    arguments: [
      ([RowCondition(field: 1, texts: ["1"])], [0, 4]),
      ([RowCondition(field: 5, texts: [""])], [0]),
      ([RowCondition(field: 5, texts: ["", "9"], isNegated: true)], [4]),
      ([RowCondition(field: 4, texts: ["西村社区", "东村社区"])], [4]),
    ] as [([RowCondition], [RegionIndex])])
  func passOverRowsThatDoNotMeetTheCondition(conditions: [RowCondition], regions: [RegionIndex]) {
    var sample = Self.sample
    sample.conditions = conditions
    let outcome = Self.read(["测试市,1,,,,", "测试市,1,东街道,11,西村社区,1102", "外国,JP,,,别处,9"], sample)
    #expect(outcome.table?.regions == regions)
    #expect(outcome.said == ["remark tables.rows-passed-over \(Sample.here)"])
    #expect(outcome.findings.first?.arguments.last?.value == String(3 - regions.count))
  }

  @Test func nameTheColumnsInWhichRowsOfOneKeyDiffer() {
    var sample = Self.sample
    sample.regionNames = []
    let outcome = Self.read(["测试市,1,东街道,11,,", "测试市,1,东街道,11,外地来的,"], sample)
    #expect(outcome.said == ["error tables.key-twice data/a.csv:3:6"])
    #expect(outcome.findings.first?.arguments.first { $0.name == "fields" }?.value == "社区")
  }
}
