import Common
import Testing

@testable import Messages

@Suite struct FindingDigestTests {
  private func finding(_ rule: String, _ words: String, line: Int, _ severity: Severity = .error)
    -> Diagnostic
  {
    Diagnostic(
      Rule(rule), severity, at: Location(file: "data/a.csv", line: line, column: 1), ["found": words])
  }

  private func digest(_ diagnostics: [Diagnostic]) -> FindingDigest {
    FindingDigest(diagnostics) { $0.arguments.first?.value ?? "" }
  }

  @Test func showsAFewAsTheyAre() {
    let few = (1...FindingDigest.mostAlike).map { finding("a.b", "同样", line: $0) }
    let digest = digest(few)
    #expect(digest.entries.map(\.diagnostic) == few)
    #expect(digest.entries.allSatisfy { $0.more == nil })
    #expect(digest.rest.isEmpty)
  }

  @Test func countsThoseWithTheSameWords() {
    let digest = digest((1...1_000).map { finding("a.b", "同样", line: $0) } + [finding("a.b", "别的", line: 1)])
    #expect(digest.entries.count == FindingDigest.mostAlike + 1)
    let more = digest.entries[FindingDigest.mostAlike - 1].more
    #expect(more?.count == 1_000 - FindingDigest.mostAlike)
    #expect(more?.last == Location(file: "data/a.csv", line: 1_000, column: 1))
    #expect(digest.entries.last?.diagnostic.arguments.first?.value == "别的")
  }

  @Test func countsThoseOfOneRuleAndHidesNoOther() {
    let many = (1...500).map { finding("a.b", "第\($0)", line: $0) }
    let digest = digest(many + [finding("c.d", "一", line: 1), finding("a.b", "一", line: 1, .warning)])
    #expect(digest.entries.count == FindingDigest.mostOfRule + 2)
    #expect(digest.rest.map(\.count) == [500 - FindingDigest.mostOfRule])
    #expect(digest.rest.map(\.rule.id) == ["a.b"])
  }

  @Test func leavesNoneOutForPrograms() {
    let many = (1...500).map { finding("a.b", "同样", line: $0) }
    var text = ByteBuffer()
    var json = ByteBuffer()
    let printer = DiagnosticPrinter(catalogue: .load(.chinese))
    printer.write(many, as: .text, into: &text)
    printer.write(many, as: .json, into: &json)
    #expect(String(decoding: text.bytes, as: UTF8.self).contains("同样的问题还有 490 处，最后一处在 data/a.csv:500:1"))
    #expect(String(decoding: json.bytes, as: UTF8.self).contains("500"))
  }
}
