import Common
import Messages
import Reading
import Rendering
import Tables

/// The rows of one file or sheet that are not used, one a line, each with where it stands, why, and what it holds in columns that
/// are neither personal nor undeclared.
struct RefusedRowsCSV {
  let source: DatasetReading.Source
  let declaration: DatasetDeclaration
  let catalogue: MessageCatalogue

  var bytes: [UInt8] {
    var buffer = ByteBuffer()
    let fields = declaration.fields.indices.filter { !declaration.fields[$0].isPersonal }
    let headings = ["row", "column", "rule", "reason", "do"].map { catalogue.text("cli.report.head.\($0)") }
    CSVWriter.begin(&buffer)
    CSVWriter.row(
      (headings + fields.map { declaration.fields[$0].title }).map { ($0, false) }, into: &buffer)
    for row in source.refused {
      let reasons = row.reasons.map { RefusalReason($0, catalogue: catalogue) }
      let told = [
        reasons.map(\.column), reasons.map(\.rule), reasons.map(\.says), reasons.compactMap(\.remedy),
      ].map { ($0.uniqued.joined(separator: catalogue.text("cli.report.separator")), false) }
      CSVWriter.row(
        [(String(row.row), true)] + told + fields.map { (row.cells[$0] ?? "", false) }, into: &buffer)
    }
    return buffer.bytes
  }
}

/// Why a row is not used, in words.
struct RefusalReason {
  /// `D17`, or the field's number in a line: `4`.
  var column: String
  var rule: String
  var says: String
  /// What to do, with the nearest names.
  var remedy: String?

  init(_ diagnostic: Diagnostic, catalogue: MessageCatalogue) {
    let printer = DiagnosticPrinter(catalogue: catalogue)
    let message = catalogue.message(for: diagnostic)
    column =
      switch diagnostic.location?.position {
      case .cell(_, let cell): cell
      case .text(_, let column): String(column)
      case .whole, nil: ""
      }
    rule = diagnostic.rule.id
    says = message.says
    let told = [message.do, printer.nearest(diagnostic)].compactMap(\.self)
    remedy = told.isEmpty ? nil : told.joined(separator: catalogue.text("cli.report.separator"))
  }
}

extension [String] {
  /// Each text once, in the order of the first; empty ones are left out.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
