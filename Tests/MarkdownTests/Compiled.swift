import Common
import Markdown
import Reading

/// A compiled text with its findings, in forms that are easy to compare.
struct Compiled {
  let document: CompiledDocument
  let findings: [Diagnostic]

  init(_ text: String, requiresTitle: Bool = false) {
    self.init(bytes: Array(text.utf8), requiresTitle: requiresTitle)
  }

  init(bytes: [UInt8], requiresTitle: Bool = false) {
    var findings = Findings()
    document = MarkdownCompiler.compile(
      SourceFile(path: "a.md", bytes: bytes), options: .init(requiresTitle: requiresTitle),
      findings: &findings)
    self.findings = findings.items
  }

  /// The pieces, with `⟦name⟧` for a figure and `⟦⟦kind⟧⟧` for a directive.
  var html: String {
    document.pieces.map { piece in
      switch piece {
      case .html(let bytes): String(decoding: bytes, as: UTF8.self)
      case .figure(let figure): "⟦\(figure.name)⟧"
      case .directive(let directive): "⟦⟦\(directive.kind.rawValue)⟧⟧\n"
      }
    }.joined()
  }

  /// `line:column rule` of each finding, in order of place.
  var problems: [String] {
    var all = Findings()
    for finding in findings { all.add(finding) }
    return all.sorted().map { "\($0.location.map { $0.text } ?? "-") \($0.rule)" }
  }

  var figures: [FigureReference] {
    document.pieces.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  var directives: [Directive] {
    document.pieces.compactMap { if case .directive(let directive) = $0 { directive } else { nil } }
  }
}

extension Location {
  /// `line:column`
  var text: String {
    if case .text(let line, let column) = position { "\(line):\(column)" } else { "whole" }
  }
}
