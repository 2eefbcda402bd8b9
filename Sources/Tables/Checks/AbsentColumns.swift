import Common
import Reading

/// Declared columns that some of a dataset's files have and others do not.
struct AbsentColumns {
  private let builder: TableBuilder

  init(_ builder: TableBuilder) {
    self.builder = builder
  }

  /// One finding a column: a warning where a file lacks what an earlier one had, for it may have been renamed; a remark where
  /// it began with a later file.
  ///
  /// - Complexity: O(fields × files).
  func report(findings: inout Findings) {
    for field in builder.declaration.fields.indices {
      let lacking = builder.parts.filter { $0.positions[field] == nil }
      guard let last = lacking.last, lacking.count < builder.parts.count,
        let first = builder.parts.first(where: { $0.positions[field] != nil })
      else { continue }
      let title = builder.declaration.fields[field].title
      let isGone = builder.parts.lastIndex { $0.positions[field] == nil } ?? 0
      let began = builder.parts.firstIndex { $0.positions[field] != nil } ?? 0
      if isGone > began {
        findings.add(
          Diagnostic(
            .columnAbsent, .warning, at: Location(file: last.file),
            ["field": title, "files": String(lacking.count), "first": first.file]))
      } else {
        findings.add(
          Diagnostic(
            .columnNew, .remark, at: Location(file: first.file),
            ["field": title, "files": String(lacking.count)]))
      }
    }
  }
}
