import Common
import Reading
import Testing
import YAML

@testable import Pages

@Suite struct CorrectionsReaderTests {
  func read(_ text: String) throws -> (corrections: [Correction], findings: [Diagnostic]) {
    var findings = Findings()
    let node = try #require(YAMLParser.parse(Array(text.utf8), file: "corrections.yaml", findings: &findings))
    let corrections = CorrectionsReader.read(node, project: try SampleSite().project, findings: &findings)
    return (corrections, findings.items)
  }

  static let rest = "old: 1, new: 2, reason: 改, by: 组, on: 2020-01-02"

  @Test func readsWhatWasPutRight() throws {
    let (corrections, findings) = try read(
      "- {indicator: 排查覆盖率, region: 光明社区, date: 2020-01-01, \(Self.rest)}\n"
        + "- {dataset: screening, region: 光明社区, date: 2020-01-01, field: done, \(Self.rest)}\n")
    #expect(findings.isEmpty)
    #expect(corrections.map { $0.subject + "/" + $0.field } == ["排查覆盖率/", "排查日报/已排查户数"])
  }

  @Test func explainsTheChangeOfItsPlaceDayAndField() throws {
    let (corrections, _) = try read(
      "- {indicator: 排查覆盖率, region: 光明社区, date: 2020-01-01, \(Self.rest)}\n"
        + "- {dataset: 排查日报, region: 光明社区, date: 2020-01-01, field: 已排查户数, \(Self.rest)}\n")
    #expect(corrections.first?.explains == nil)
    let explains = try #require(corrections.last?.explains)
    let dataset = try #require(try SampleSite().project.datasets.first { $0.name == explains.dataset })
    #expect(dataset.name == "screening" && dataset.fields[explains.field].name == "done")
    #expect(explains.day.description == "2020-01-01")
  }

  @Test(
    arguments: [
      (
        "- {dataset: screning, region: 光明社区, date: 2020-01-01, field: done, \(rest)}\n", Rule.unknownDataset,
        "1:13"
      ),
      (
        "- {dataset: screening, region: 光明社区, date: 2020-01-01, field: don, \(rest)}\n", .unknownField, "1:63"
      ),
      ("- {indicator: 覆盖, region: 光明社区, date: 2020-01-01, \(rest)}\n", .unknownIndicator, "1:15"),
      ("- {indicator: 排查覆盖率, region: 光明, date: 2020-01-01, \(rest)}\n", .unknownFigurePlace, "1:30"),
      ("- {indicator: 排查覆盖率, region: 光明社区, date: 2020-01-41, \(rest)}\n", .yamlNotDate, "1:42"),
      ("a: b\n", .yamlNotSequence, "1:1"),
    ])
  func refusesWhatItCannotFind(text: String, rule: Rule, at: String) throws {
    let (corrections, findings) = try read(text)
    #expect(corrections.isEmpty)
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.first?.location?.description == "corrections.yaml:" + at)
  }

  @Test func namesEveryMissingKey() throws {
    let findings = try read("- {indicator: 排查覆盖率}\n").findings
    #expect(findings.count == 7)
    #expect(findings.allSatisfy { $0.rule == .yamlMissingKey })
  }
}
