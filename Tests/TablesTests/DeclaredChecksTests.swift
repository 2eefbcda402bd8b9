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

  @Test func noticesACumulativeNumberThatFalls() {
    let outcome = sample(.neverFalls(field: 2)).read(
      """
      社区,日期,应排查户数
      东村社区,2020-02-16,7
      西村,2020-02-14,1
      东村社区,2020-02-14,5
      东村社区,2020-02-15,8
      西村,2020-02-15,1
      """)
    #expect(outcome.said == ["error tables.cumulative-falls data/a.csv:2:3"])
    #expect(
      outcome.findings.first?.arguments.map(\.value) == [
        "应排查户数", "东村社区", "7", "2020-02-16", "8", "2020-02-15",
      ])
  }

  @Test func followsEachKindOfTheKeyAlone() {
    var sample = sample(.neverFalls(field: 2))
    sample.key = [0, 1, 5]
    let outcome = sample.read(
      "社区,日期,应排查户数,备注\n东村社区,2020-02-14,9,甲\n东村社区,2020-02-14,5,乙\n东村社区,2020-02-15,6,乙\n东村社区,2020-02-15,8,甲\n")
    #expect(outcome.said == ["error tables.cumulative-falls data/a.csv:5:3"])
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
}
