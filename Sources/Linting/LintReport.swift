import Common

/// Bytes of a file to be replaced by others.
package struct SourceEdit: Hashable, Sendable {
  package var range: Range<Int>
  package var replacement: [UInt8]
}

/// What the linter found in a file, and what of it can be put right without asking.
package struct LintReport: Sendable {
  package private(set) var findings = Findings()
  /// Safe repairs, in no order; one finding may have several.
  package private(set) var edits: [SourceEdit] = []

  mutating func add(_ diagnostic: Diagnostic, fix: [SourceEdit] = []) {
    findings.add(diagnostic)
    edits += fix
  }
}
