import Common
import CommonMark
import Reading

/// Turns a Markdown file into literals and slots, once for all pages made from it.
package enum MarkdownCompiler {
  package struct Options: Hashable, Sendable {
    /// Stories, pages and dashboards need front matter with a title; a day's own words do not.
    package var requiresTitle: Bool

    package init(requiresTitle: Bool = false) {
      self.requiresTitle = requiresTitle
    }
  }

  /// Compiles a file; everything wrong in it is a finding at its place, and the rest is compiled.
  ///
  /// A file that is no UTF-8 text, or over libcmark's limits, comes back without pieces.
  /// - Complexity: O(bytes).
  package static func compile(
    _ file: SourceFile, options: Options = Options(), findings: inout Findings
  ) -> CompiledDocument {
    let source = SourceText(path: file.path, bytes: file.bytes)
    var document = CompiledDocument(
      path: file.path, frontMatter: FrontMatter(location: Location(file: file.path, line: 1, column: 1)),
      pieces: [],
      headings: [], links: [], opening: nil)
    guard TextCheck.isText(source, findings: &findings) else { return document }

    var reader = FrontMatterReader(source: source, requiresTitle: options.requiresTitle)
    let body = reader.read(findings: &findings)
    document.frontMatter = reader.frontMatter
    document.links = reader.links

    let prepared = SourcePreparation.prepare(source, body: body, findings: &findings)
    do {
      // Marks make a text longer; the limit is on what the writer wrote.
      let tree = try MarkdownTree(prepared.bytes, sizeLimit: prepared.bytes.count)
      var writer = BodyWriter(source: prepared)
      tree.forEach { writer.handle($0) }
      writer.finish()
      document.pieces = writer.output.pieces
      document.headings = writer.headings
      document.links += writer.links
      document.opening = writer.opening
      findings.add(contentsOf: writer.findings)
    } catch {
      findings.add(TextCheck.diagnostic(for: error, in: prepared))
    }
    return document
  }
}
