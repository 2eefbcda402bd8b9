import Common
import Reading
import Testing

@testable import Tables

/// A level's own total against the sum of its children. 东街道 has 东村, 西村 and 民岳家园; 旧村 only to 2020-02-10.
@Suite struct LevelSumsTests {
  private let header = "社区,日期,应排查户数\n"

  private func sample(tolerance: Rational = .zero, _ severity: Severity = .error) -> Sample {
    var sample = Sample()
    sample.checks = [
      CheckDeclaration(
        kind: .levelSums(field: 2, tolerance: tolerance), severity: severity, location: Sample.here)
    ]
    return sample
  }

  private func rows(_ values: [(String, String)], on day: String = "2020-02-14") -> String {
    header + values.map { "\($0.0),\(day),\($0.1)\n" }.joined()
  }

  @Test func aStreetsTotalIsTheSumOfItsCommunities() {
    let units = [("东村社区", "5"), ("西村", "6"), ("东街道/民岳家园社区", "7")]
    #expect(sample().read(rows(units + [("东街道", "18")])).said == [])
    let outcome = sample().read(rows([("东街道", "19")] + units))
    #expect(outcome.said == ["error tables.level-sum-differs data/a.csv:2:3"])
    #expect(
      outcome.findings.first?.arguments.map(\.value) == ["应排查户数", "东街道", "19", "18", "3", "1"])
    #expect(sample(tolerance: Rational(1)).read(rows([("东街道", "19")] + units)).said == [])
    #expect(
      sample(.warning).read(rows([("东街道", "17")] + units)).said == [
        "warning tables.level-sum-differs data/a.csv:2:3"
      ])
  }

  @Test(arguments: [
    [("东街道", "19"), ("东村社区", "5"), ("西村", "6")],
    [("东街道", "19"), ("东村社区", "5"), ("西村", "6"), ("东街道/民岳家园社区", "未报")],
    [("东街道", ""), ("东村社区", "5"), ("西村", "6"), ("东街道/民岳家园社区", "7")],
    [("东街道", "19")],
  ])
  func nothingIsSaidWhereAUnitIsSilent(values: [(String, String)]) {
    var sample = sample()
    sample.fields[2].constraints.required = false
    #expect(sample.read(rows(values)).said == [])
  }

  @Test func aUnitThatIsClosedIsNotWaitedFor() {
    let units = [("东村社区", "5"), ("西村", "6"), ("东街道/民岳家园社区", "7")]
    #expect(sample().read(rows([("东街道", "19")] + units, on: "2020-02-10")).said == [])
    #expect(sample().read(rows([("东街道", "19")] + units, on: "2020-02-11")).said.count == 1)
  }

  @Test func aCityIsTheSumOfItsStreetsOwnTotalsWhereTheyHaveOne() {
    let text = rows([
      ("测试市", "31"), ("东街道", "20"), ("南里社区", "3"), ("南街道/民岳家园社区", "4"), ("新村社区", "2"), ("代码村社区", "1"),
    ])
    let outcome = sample().read(text)
    #expect(outcome.said == ["error tables.level-sum-differs data/a.csv:2:3"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["应排查户数", "测试市", "31", "30", "5", "1"])
  }

  @Test func eachKindOfTheKeyIsAddedUpAlone() {
    var sample = sample()
    sample.fields.append(Sample.field("item", "物资", .string))
    sample.key = [0, 1, 4]
    let text = """
      社区,日期,应排查户数,物资
      东街道,2020-02-14,18,口罩
      东街道,2020-02-14,4,消毒液
      东村社区,2020-02-14,5,口罩
      东村社区,2020-02-14,1,消毒液
      西村,2020-02-14,6,口罩
      西村,2020-02-14,1,消毒液
      东街道/民岳家园社区,2020-02-14,7,口罩
      东街道/民岳家园社区,2020-02-14,1,消毒液
      """
    #expect(sample.read(text).said == ["error tables.level-sum-differs data/a.csv:3:3"])
  }

  @Test func severalRowsOfAPlaceAreAddedUp() {
    var sample = sample()
    sample.key = []
    let text = rows([("东街道", "18"), ("东村社区", "2"), ("东村社区", "3"), ("西村", "6"), ("东街道/民岳家园社区", "7")])
    #expect(sample.read(text).said == [])
  }
}
