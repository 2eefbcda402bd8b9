import Common
import CommonMark

/// What must hold of a file before its Markdown is looked at.
enum TextCheck {
  /// Whether the file is UTF-8 text without NUL and within libcmark's limit; if not, a finding says where.
  ///
  /// - Complexity: O(bytes).
  static func isText(_ source: SourceText, findings: inout Findings) -> Bool {
    if source.bytes.count <= MarkdownTree.sizeLimit, let offset = source.bytes.firstIndex(of: 0) {
      findings.add(Diagnostic(.markdownBinary, at: source.location(at: offset)))
      return false
    }
    return isReadable(source, findings: &findings)
  }

  /// Whether the file is UTF-8 and within libcmark's limit; NUL is let through.
  ///
  /// - Complexity: O(bytes).
  static func isReadable(_ source: SourceText, findings: inout Findings) -> Bool {
    guard source.bytes.count <= MarkdownTree.sizeLimit else {
      findings.add(
        Diagnostic(
          .markdownTooLarge, at: Location(file: source.path),
          ["found": String(source.bytes.count), "limit": String(MarkdownTree.sizeLimit)]))
      return false
    }
    if let offset = invalidOffset(source.bytes) {
      findings.add(
        Diagnostic(.markdownNotUTF8, at: source.location(at: offset), ["offset": String(offset)]))
      return false
    }
    return true
  }

  static func diagnostic(for refusal: MarkdownTree.Refusal, in prepared: PreparedSource) -> Diagnostic {
    switch refusal {
    case .tooManyImages(let line):
      Diagnostic(.markdownTooManyImages, at: prepared.location(line: line, column: 1))
    case .tooLarge(let bytes):
      Diagnostic(
        .markdownTooLarge, at: Location(file: prepared.source.path),
        ["found": String(bytes), "limit": String(MarkdownTree.sizeLimit)])
    case .outOfMemory:
      Diagnostic(
        .markdownTooLarge, at: Location(file: prepared.source.path),
        ["found": String(prepared.bytes.count), "limit": String(MarkdownTree.sizeLimit)])
    }
  }

  private static func invalidOffset(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
