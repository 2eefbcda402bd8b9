import Common
import Reading
import Testing

@testable import Tables

@Suite struct DeclaredChecksTests {
  private func sample(_ kind: CheckDeclaration.Kind, _ severity: Severity = .error) -> Sample {
    var sample = Sample()
    sample.fields.append(Sample.field("left", "未排查户数", .number))
    sample.fields.append(Sample.field("note", "备注", .string))
    sample.checks = [CheckDeclaration(kind: kind, severity: severity, location: Sample.here)]
    return sample
  }

  @Test func holdsAFieldBelowAnother() {
    let outcome = sample(.atMost(field: 3, other: 2), .warning).read(
      "备注,社区,日期,应排查户数,已排查户数\n\"两\n行\",东村社区,2020-02-14,5,6\n,西村,2020-02-14,5,5\n,南里社区,2020-02-14,5,\n")
    #expect(outcome.said == ["warning tables.over-other-field data/a.csv:3:5"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["已排查户数", "6", "应排查户数", "5"])
  }

  @Test func comparesNumbersOfDifferentScales() {
    let outcome = sample(.atMost(field: 4, other: 2)).read(
      "社区,日期,应排查户数,未排查户数\n东村社区,2020-02-14,5,5.5\n西村,2020-02-14,5,5\n")
    #expect(outcome.said == ["error tables.over-other-field data/a.csv:2:4"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["未排查户数", "5.5", "应排查户数", "5"])
  }

  @Test func holdsASumAgainstItsTotal() {
    let outcome = sample(.sumEquals(fields: [3, 4], total: 2)).read(
      "社区,日期,应排查户数,已排查户数,未排查户数\n东村社区,2020-02-14,5,3,1\n西村,2020-02-14,5,3,2\n南里社区,2020-02-14,5,,9\n")
    #expect(outcome.said == ["error tables.sum-differs data/a.csv:2:3"])
    #expect(
      outcome.findings.first?.arguments.map(\.value) == ["已排查户数 + 未排查户数", "4", "应排查户数", "5"])
  }

  @Test func passesOverNumbersThatAreNotExact() {
    var sample = sample(.atMost(field: 3, other: 2))
    sample.fields[3].isApproximate = true
    #expect(sample.read("社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,约6\n").said == [])
  }

  @Test func doesNotCheckWhatWasSentAgain() {
    var sample = sample(.atMost(field: 3, other: 2))
    sample.resent = .last
    let outcome = sample.read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,6\n东村社区,2020-02-14,6,6\n")
    #expect(outcome.said == ["remark tables.rows-resent data/a.csv"])
  }

  @Test func holdsANumberAgainstDeclaredBounds() {
    let bounds = CheckDeclaration.Kind.bounds(
      field: 4, minimum: Rational(1, over: 2), maximum: Rational(7, over: 2))
    let outcome = sample(bounds, .warning).read(
      """
      社区,日期,应排查户数,未排查户数
      东村社区,2020-02-14,1,0.5
      西村,2020-02-14,1,0.499999
      南里社区,2020-02-14,1,3.5
      东村社区,2020-02-15,1,3.500001
      西村,2020-02-15,1,
      """)
    #expect(
      outcome.said == [
        "warning tables.under-bound data/a.csv:3:4", "warning tables.over-bound data/a.csv:5:4",
      ])
    #expect(
      outcome.findings.map { $0.arguments.map(\.value) } == [
        ["未排查户数", "0.499999", "0.5"], ["未排查户数", "3.500001", "3.5"],
      ])
    #expect(outcome.table?.rowCount == 5)
  }

  @Test func boundsAPercentageAsItIsWritten() {
    var sample = sample(.bounds(field: 4, minimum: Rational(98, over: 100), maximum: nil))
    sample.fields[4].type = .percent
    let outcome = sample.read("社区,日期,应排查户数,未排查户数\n东村社区,2020-02-14,1,97.9%\n西村,2020-02-14,1,98%\n")
    #expect(outcome.findings.map { $0.arguments.map(\.value) } == [["未排查户数", "97.9%", "98%"]])
  }

  @Test func passesOverBoundsOfWhatIsApproximate() {
    var sample = sample(.bounds(field: 2, minimum: nil, maximum: Rational(10)))
    sample.fields[2].isApproximate = true
    #expect(sample.read("社区,日期,应排查户数\n东村社区,2020-02-14,约30\n西村,2020-02-14,10\n").said == [])
  }

  @Test func tellsTheFirstPlacesAndCountsTheOthers() throws {
    let names = ["东村社区", "西村", "南里社区"]
    let rows = (0..<25).map { "\(names[$0 % 3]),2020-02-\(10 + $0 / 3),5,6\n" }
    let outcome = sample(.atMost(field: 3, other: 2), .warning).read("社区,日期,应排查户数,已排查户数\n" + rows.joined())
    #expect(outcome.said.count == 21)
    #expect(outcome.said.first == "warning tables.over-other-field data/a.csv:2:4")
    #expect(outcome.said.last == "warning tables.more-breaches datasets/screening.yaml:1:1")
    let last = try #require(outcome.findings.last)
    #expect(
      last.arguments.map(\.value) == [
        "入户排查日报", "已排查户数", "5", "25", "3", "南里社区、东村社区、西村社区",
      ])
  }
}
