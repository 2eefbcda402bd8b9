import Common
import Reading
import Testing

@testable import Tables

/// Checks from one report of a place to its next.
@Suite struct DayChecksTests {
  private let header = "社区,日期,应排查户数,已排查户数,备注\n"

  private func sample(_ kind: CheckDeclaration.Kind) -> Sample {
    var sample = Sample()
    sample.fields.append(Sample.field("note", "备注", .string))
    sample.checks = [CheckDeclaration(kind: kind, severity: .error, location: Sample.here)]
    return sample
  }

  private func said(_ kind: CheckDeclaration.Kind, _ rows: [String]) -> [String] {
    sample(kind).read(header + rows.map { $0 + ",\n" }.joined()).said
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
    sample.key = [0, 1, 4]
    let outcome = sample.read(
      "社区,日期,应排查户数,备注\n东村社区,2020-02-14,9,甲\n东村社区,2020-02-14,5,乙\n东村社区,2020-02-15,6,乙\n东村社区,2020-02-15,8,甲\n")
    #expect(outcome.said == ["error tables.cumulative-falls data/a.csv:5:3"])
  }

  @Test func fallsAreFoundAcrossDaysWithoutAReport() {
    #expect(
      said(
        .neverFalls(field: 3),
        ["东村社区,2020-02-14,9,8", "东村社区,2020-02-15,9,", "东村社区,2020-02-16,9,未报", "东村社区,2020-02-18,9,7"])
        == ["error tables.cumulative-falls data/a.csv:5:4"])
  }

  @Test func aCorrectionExplainsAFallOfItsPlaceDayAndFieldOnly() {
    let rows = header + "东村社区,2020-02-14,9,8,\n西村,2020-02-14,9,8,\n东村社区,2020-02-15,8,7,\n西村,2020-02-15,9,7,\n"
    var sample = sample(.neverFalls(field: 3))
    func explain(_ field: Int, _ region: RegionIndex, _ day: String, _ dataset: String = "screening")
      -> [String]
    {
      sample.explained = [
        ExplainedChange(dataset: dataset, field: field, region: region, day: Sample.day(day))
      ]
      return sample.read(rows).said
    }
    let (east, west) = (
      "error tables.cumulative-falls data/a.csv:4:4", "error tables.cumulative-falls data/a.csv:5:4"
    )
    #expect(explain(3, 2, "2020-02-15") == [west])
    #expect(explain(3, 4, "2020-02-15") == [east])
    #expect(explain(2, 2, "2020-02-15") == [east, west])
    #expect(explain(3, 2, "2020-02-14") == [east, west])
    #expect(explain(3, 2, "2020-02-15", "staff") == [east, west])
  }

  @Test(arguments: [
    ("10", "30", true), ("10", "31", false), ("30", "10", true), ("31", "10", false), ("0", "0", true),
    ("0", "1", false), ("1", "0", false), ("5", "5", true), ("", "99", true), ("99", "", true),
  ])
  func aNumberMayChangeByItsFactor(first: String, second: String, holds: Bool) {
    let found = said(
      .changesAtMost(field: 3, factor: Rational(3), from: .zero),
      ["东村社区,2020-02-14,9,\(first)", "东村社区,2020-02-17,9,\(second)"])
    #expect(found == (holds ? [] : ["error tables.changes-too-much data/a.csv:3:4"]))
  }

  @Test(arguments: [
    ("3", "19", true), ("19", "3", true), ("3", "20", false), ("20", "3", false), ("20", "59", true),
  ])
  func smallNumbersMayChangeAsTheyLike(first: String, second: String, holds: Bool) {
    let found = said(
      .changesAtMost(field: 3, factor: Rational(3), from: Rational(20)),
      ["东村社区,2020-02-14,9,\(first)", "东村社区,2020-02-15,9,\(second)"])
    #expect(found == (holds ? [] : ["error tables.changes-too-much data/a.csv:3:4"]))
  }

  @Test func aFactorIsExact() {
    let kind = CheckDeclaration.Kind.changesAtMost(
      field: 3, factor: Rational(1_000_001, over: 1_000_000) ?? Rational(2), from: .zero)
    #expect(said(kind, ["东村社区,2020-02-14,1,1000000", "东村社区,2020-02-15,1,1000001"]) == [])
    #expect(
      said(kind, ["东村社区,2020-02-14,1,1000000", "东村社区,2020-02-15,1,1000002"]) == [
        "error tables.changes-too-much data/a.csv:3:4"
      ])
    #expect(
      said(kind, ["东村社区,2020-02-14,1,9000000000000000000", "东村社区,2020-02-15,1,9000009000000000001"]) == [
        "error tables.changes-too-much data/a.csv:3:4"
      ])
  }

  @Test func changesSayWhatWasFound() {
    let outcome = sample(.changesAtMost(field: 2, factor: Rational(3, over: 2) ?? Rational(2), from: .zero))
      .read(
        header + "西村,2020-02-13,100,1,\n东村社区,2020-02-13,7,1,\n西村,2020-02-14,1000,1,\n")
    #expect(
      outcome.findings.map { $0.arguments.map(\.value) } == [
        ["应排查户数", "西村社区", "1000", "2020-02-14", "100", "2020-02-13", "1.5"]
      ])
  }

  @Test func cumulativeIsYesterdaysAndWhatIsNew() {
    let kind = CheckDeclaration.Kind.adds(field: 2, new: 3)
    #expect(said(kind, ["东村社区,2020-02-14,5,5", "东村社区,2020-02-15,8,3", "东村社区,2020-02-16,8,0"]) == [])
    let outcome = sample(kind).read(header + "东村社区,2020-02-14,5,9,\n东村社区,2020-02-15,9,3,\n")
    #expect(outcome.said == ["error tables.addition-differs data/a.csv:3:3"])
    #expect(
      outcome.findings.first?.arguments.map(\.value) == [
        "应排查户数", "东村社区", "9", "2020-02-15", "5", "2020-02-14", "已排查户数", "3", "8",
      ])
  }

  @Test(arguments: [
    // The day between has no report, or does not tell its number.
    ["东村社区,2020-02-14,5,5", "东村社区,2020-02-16,9,1"],
    ["东村社区,2020-02-14,5,5", "东村社区,2020-02-15,6,", "东村社区,2020-02-16,9,3"],
    // Another place, and the first day of each.
    ["东村社区,2020-02-14,5,4", "西村,2020-02-15,9,1"],
  ])
  func nothingIsAddedToWhatIsNotKnown(rows: [String]) {
    #expect(said(.adds(field: 2, new: 3), rows) == [])
  }

  @Test func aWeeklyReportIsAddedToThatOfTheWeekBefore() {
    var sample = sample(.adds(field: 2, new: 3))
    sample.expectation = ReportSchedule(cadence: .weekly(weekday: 1), minutes: 960, location: Sample.here)
    let rows = ["东村社区,2020-02-07,5,5", "东村社区,2020-02-17,9,3", "西村,2020-02-07,5,5", "西村,2020-02-18,9,3"]
    #expect(
      sample.read(header + rows.map { $0 + ",\n" }.joined()).said == [
        "error tables.addition-differs data/a.csv:3:3"
      ])
  }

  @Test func passesOverWhatIsApproximate() {
    var sample = sample(.adds(field: 2, new: 3))
    sample.fields[2].isApproximate = true
    sample.checks += [
      CheckDeclaration(
        kind: .changesAtMost(field: 2, factor: Rational(2), from: .zero), severity: .error,
        location: Sample.here),
      CheckDeclaration(kind: .neverFalls(field: 2), severity: .error, location: Sample.here),
    ]
    let rows = ["东村社区,2020-02-14,50,5", "东村社区,2020-02-15,约10,3", "东村社区,2020-02-16,60,3"]
    #expect(sample.read(header + rows.map { $0 + ",\n" }.joined()).said == [])
  }
}
