import Common
import CommonMark
import Reading

/// Turns a Markdown file into literals and slots, once for all pages made from it.
package enum MarkdownCompiler {
  package struct Options: Hashable, Sendable {
    /// Stories, pages and dashboards need front matter with a title; a day's own words do not.
    package var requiresTitle: Bool
    /// Without a site there is nothing to fill: figures and directives stay readable code, addresses stay as written.
    package var hasSite: Bool
    package var words: BodyWords

    package init(requiresTitle: Bool = false, hasSite: Bool = true, words: BodyWords = .chinese) {
      self.requiresTitle = requiresTitle
      self.hasSite = hasSite
      self.words = words
    }
  }

  /// Compiles a file; everything wrong in it is a finding at its place, and the rest is compiled.
  ///
  /// A file that is no UTF-8 text, or over libcmark's limits, comes back without pieces.
  /// - Parameter imageSize: The size of an image of this site, by its address as written; `nil` where it is not known.
  /// - Complexity: O(bytes).
  package static func compile(
    _ file: SourceFile, options: Options = Options(), findings: inout Findings,
    imageSize: @escaping (_ address: String) -> ImageSize? = { _ in nil }
  ) -> CompiledDocument {
    let source = SourceText(path: file.path, bytes: file.bytes)
    var document = CompiledDocument(
      path: file.path, frontMatter: FrontMatter(location: Location(file: file.path, line: 1, column: 1)),
      pieces: [],
      headings: [], links: [], opening: nil)
    guard TextCheck.isText(source, findings: &findings) else { return document }

    var body = source.start..<source.bytes.count
    if options.hasSite || FrontMatterReader.isLikely(in: source) {
      var reader = FrontMatterReader(source: source, requiresTitle: options.requiresTitle)
      body = reader.read(findings: &findings)
      document.frontMatter = reader.frontMatter
      document.links = reader.links
    }

    let prepared = SourcePreparation.prepare(source, body: body, findings: &findings)
    do {
      // Marks make a text longer; the limit is on what the writer wrote.
      let tree = try MarkdownTree(prepared.bytes, sizeLimit: prepared.bytes.count)
      var writer = BodyWriter(
        source: prepared, survey: BodySurvey(tree, source: prepared), options: options, imageSize: imageSize)
      tree.forEach { writer.handle($0) }
      writer.finish()
      document.pieces = writer.output.pieces
      document.headings = writer.survey.headings
      document.links += writer.links
      document.opening = writer.opening
      document.excerpt = writer.excerpt
      findings.add(contentsOf: writer.findings)
    } catch {
      findings.add(TextCheck.diagnostic(for: error, in: prepared))
    }
    return document
  }
}

/// What the compiler itself says in a page, to those who hear it read.
package struct BodyWords: Hashable, Sendable {
  package var backToText: String

  package init(backToText: String) {
    self.backToText = backToText
  }

  package static let chinese = BodyWords(backToText: "返回正文")
  package static let english = BodyWords(backToText: "Back to the text")
}
