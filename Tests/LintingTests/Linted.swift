import Common
import Reading

@testable import Linting

/// A text gone over by the linter.
struct Linted {
  let source: SourceFile
  let report: LintReport

  init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    source = SourceFile(path: "a.md", bytes: bytes)
    report = Linter(source)?.lint() ?? LintReport()
  }

  /// `linting.list-space 1:1`, in order of place.
  var found: [String] {
    report.findings.sorted().map { item in
      guard case .text(let line, let column)? = item.location?.position else { return item.rule.id }
      return "\(item.rule.id.dropFirst(8)) \(line):\(column)"
    }
  }

  /// The text after all repairs.
  var fixed: String {
    String(decoding: Fixer.fixed(source) ?? source.bytes, as: UTF8.self)
  }
}
