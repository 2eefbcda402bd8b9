import Common
import Testing

@testable import Comparing

/// Published figures that a later release prints differently.
@Suite struct RevisionTests {
  private static let first = ReleaseName(day: CivilDate(dayNumber: 18_300))
  private static let second = ReleaseName(day: CivilDate(dayNumber: 18_301), number: 2)

  private static func revision(_ reason: ChangeReason, explanation: String = "") -> Revision {
    Revision(
      release: second, previous: first,
      key: PublishedFigure.Key(indicator: "rate", region: "11", day: first.day), old: "90%", new: "95%",
      reason: reason, explanation: explanation, by: explanation.isEmpty ? "" : "数据组",
      on: explanation.isEmpty ? nil : second.day)
  }

  private static func table(_ revisions: [Revision]) -> [UInt8] {
    let lines = [RevisionTable.columns] + revisions.map(RevisionTable.cells)
    return Array(
      lines.map { $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n" }
        .joined()
        .utf8)
  }

  @Test func comeBackAsTheyWereWritten() {
    let revisions = [
      Self.revision(.lateReport), Self.revision(.correction, explanation: "漏计一栋，\"补入\""),
    ]
    #expect(RevisionTable.read(Self.table(revisions)) == revisions)
  }

  @Test(arguments: [
    "2020-02-30,2020-02-13,rate,11,2020-02-13,1,2,revision,late_report,,,",
    "2020-02-14,2020-02-13,rate,11,gestern,1,2,revision,late_report,,,",
    "2020-02-14,2020-02-13,rate,11,2020-02-13,1,2,revision,because,,,", "2020-02-14",
  ]) func passOverRowsOfAnotherForm(_ row: String) {
    let text = RevisionTable.columns.joined(separator: ",") + "\n" + row + "\n"
    #expect(RevisionTable.read(Array(text.utf8)).isEmpty)
  }

  @Test func saysWhatIsARevisionAndWhatACorrection() {
    let kinds = ChangeReason.allCases.map { RevisionTable.cells(Self.revision($0))[7] }
    #expect(kinds == ["revision", "revision", "revision", "definition", "correction", "correction"])
  }

  private static func figure(
    _ printed: String, value: String = "1", day: CivilDate = first.day
  ) throws -> PublishedFigure {
    try Array("rate,11,\(day),,,\(value),\(printed),value,exact,2,2,units".utf8).withUnsafeBufferPointer {
      try #require(PublishedFigure(line: $0))
    }
  }

  @Test func newDaysAndEqualTextsAreNone() throws {
    let old = try Self.figure("90%")
    let new = try Self.figure("95%")
    let changes = [
      FigureChange(old: nil, new: new, reason: .newDay, explanation: nil),
      FigureChange(old: old, new: old, reason: .lateReport, explanation: nil),
      FigureChange(old: old, new: new, reason: .unexplained, explanation: nil),
      FigureChange(old: old, new: nil, reason: .definitionChange, explanation: nil),
      FigureChange(
        old: try Self.figure("未到期", value: ""), new: new, reason: .maturing, explanation: nil),
    ]
    let revisions = Revision.all(of: changes, release: Self.second, previous: Self.first)
    #expect(revisions.map { [$0.old, $0.new] } == [["90%", "95%"], ["90%", ""]])
    #expect(revisions.allSatisfy { $0.release == Self.second && $0.previous == Self.first })
  }
}
