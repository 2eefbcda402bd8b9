import Common
import Markdown
import Reading

/// Finds what in a Markdown file does not mean what its writer meant.
///
/// It reads the source and not the parsed page: there the slip has become something else already. Code, addresses,
/// `{{…}}`, front matter and directives are passed over.
package struct Linter: Sendable {
  let source: SourceText
  let lines: [BlockLine]
  let groups: [Range<Int>]

  /// - Parameter file: as it is on the disk, with its byte order mark and line endings.
  /// - Returns: `nil` for bytes that are no text, which are reported when the file is read.
  package init?(_ file: SourceFile) {
    guard !file.bytes.contains(0), (try? UTF8Span(validating: file.bytes.span)) != nil else { return nil }
    source = SourceText(path: file.path, bytes: file.bytes)
    let blocks = BlockReader(source)
    lines = blocks.lines
    groups = blocks.groups
  }

  /// - Complexity: O(bytes), and O(log bytes) a finding.
  package func lint() -> LintReport {
    var report = LintReport()
    var quotes = QuoteCount()
    checkLines(&report)
    for group in groups {
      let prose = Prose(lines[group], bytes: source.bytes)
      checkLinks(prose, &report)
      checkEmphasis(prose, &report)
      checkPunctuation(prose, &report)
      checkWidth(prose, &report)
      quotes.count(prose)
    }
    if let mixed = quotes.mixed {
      report.add(
        Diagnostic(
          .lintMixedQuotes, .remark, at: source.location(at: mixed.offset),
          ["found": mixed.found, "usual": mixed.usual]))
    }
    return report
  }

  func location(_ prose: Prose, _ index: Int) -> Location {
    source.location(at: prose.offsets[index])
  }

  func edit(_ prose: Prose, _ range: Range<Int>, _ text: String) -> SourceEdit {
    SourceEdit(range: prose.bytes(range), replacement: Array(text.utf8))
  }
}
