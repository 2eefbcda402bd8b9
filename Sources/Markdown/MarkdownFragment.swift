import Common
import CommonMark
import Reading

/// A text alone as HTML, without a site around it.
package enum MarkdownFragment {
  /// Jianbao's own dialect. Inline figures and directives are left as code that can be read: there is nothing to fill
  /// them with.
  ///
  /// - Complexity: O(bytes).
  package static func html(of file: SourceFile, findings: inout Findings) -> [UInt8] {
    let document = MarkdownCompiler.compile(
      file, options: MarkdownCompiler.Options(hasSite: false), findings: &findings)
    return document.pieces.flatMap { piece in
      if case .html(let bytes) = piece { bytes } else { [UInt8]() }
    }
  }

  /// CommonMark 0.30 and nothing else, as libcmark writes it; raw HTML stays.
  ///
  /// NUL becomes U+FFFD, as the specification has it. What is no UTF-8, too large or hostile is refused.
  /// - Complexity: O(bytes).
  package static func commonMark(of file: SourceFile, findings: inout Findings) -> [UInt8] {
    let source = SourceText(path: file.path, bytes: file.bytes)
    guard TextCheck.isReadable(source, findings: &findings) else { return [] }
    do {
      return try renderCommonMarkHTML(file.bytes, unsafe: true)
    } catch {
      let prepared = PreparedSource(unchanged: source)
      findings.add(TextCheck.diagnostic(for: error, in: prepared))
      return []
    }
  }
}
