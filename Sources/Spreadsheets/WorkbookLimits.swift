import Packing

/// How much a workbook may hold before it is called harmful (SEMANTICS, rule 28).
package struct WorkbookLimits: Hashable, Sendable {
  package var packing: PackingLimits
  /// Cells of all sheets together, empty ones too.
  package var cells: Int
  /// Unpacked bytes of all parts together.
  package var totalBytes: Int

  package init(packing: PackingLimits = .standard, cells: Int = 20_000_000, totalBytes: Int = 4 << 30) {
    self.packing = packing
    self.cells = cells
    self.totalBytes = totalBytes
  }

  package static let standard = WorkbookLimits()
}
