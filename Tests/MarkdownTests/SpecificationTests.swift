import Common
import Markdown
import Reading
import Testing

/// CommonMark's own examples, where `COMMONMARK_SPEC` names a folder that holds its `spec.txt`.
@Suite(.enabled(if: SpecExample.folder != nil)) struct SpecificationTests {
  @Test func findsAllExamples() {
    #expect(SpecExample.all.count == 652)
  }

  @Test(arguments: SpecExample.all)
  func isCommonMarkExactlyWhereThatIsAskedFor(example: SpecExample) {
    var findings = Findings()
    let file = SourceFile(path: "a.md", bytes: Array(example.markdown.utf8))
    let html = String(decoding: MarkdownFragment.commonMark(of: file, findings: &findings), as: UTF8.self)
    #expect(html == example.html)
    #expect(findings.items.isEmpty)
  }

  @Test(arguments: SpecExample.all)
  func changesNothingButWhatIsDocumented(example: SpecExample) {
    let file = SourceFile(path: "a.md", bytes: Array(example.markdown.utf8))
    var findings = Findings()
    let html = String(decoding: MarkdownFragment.html(of: file, findings: &findings), as: UTF8.self)
    if findings.items.contains(where: { $0.rule.id == "markdown.raw-html" }) || example.html.contains("<!--")
    {
      return
    }
    if Self.bareAddresses.contains(example.number) { return }
    #expect(Self.plain(html) == Self.plain(example.html), "\(example.number): \(example.markdown)")
  }

  /// Examples of what CommonMark does not link and GFM does: addresses without `<` and `>`, or with wrong ones.
  private static let bareAddresses: Set<Int> = [601, 605, 607, 610, 611]

  /// Without headings' ids and figures.
  private static func plain(_ html: String) -> String {
    html.replacing(/\ id="[^"]*"/, with: "")
      .replacing(/<figure>(.*?)(?:<figcaption>.*?<\/figcaption>)?<\/figure>/) { "<p>\($0.output.1)</p>" }
      .replacing(/(<img [^>]*?) title="[^"]*"/) { $0.output.1 }
  }
}
