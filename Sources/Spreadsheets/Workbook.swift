import Packing
import XML

/// A workbook of Excel's format since 2007 (ECMA-376), whichever program wrote it.
package struct Workbook {
  /// A sheet of cells, not a chart or a dialog.
  package struct Entry: Hashable, Sendable {
    package var name: String
    package var visibility: SheetVisibility
    var part: String
  }

  /// In the order of their tabs.
  package let sheets: [Entry]
  /// Day 0 is 1904-01-01, not 1899-12-31.
  package var uses1904: Bool { workbook.uses1904 }

  private let workbook: WorkbookPart
  private let strings: SharedStrings
  private let styles: StylesPart
  private let limits: WorkbookLimits
  private var parts: PartReader

  /// Reads all but the sheets.
  ///
  /// - Throws: what is wrong with the file.
  /// - Complexity: O(bytes) of the shared strings and the styles.
  package init(_ bytes: [UInt8], limits: WorkbookLimits = .standard) throws(WorkbookError) {
    var parts = try PartReader(bytes, limits: limits)
    let name = try Self.workbookPart(&parts)
    var workbook = WorkbookPart()
    try parts.read([name]) { _, reader throws(XMLError) in try workbook.read(&reader) }
    let relationships = try Self.relationships(of: name, &parts)
    var strings = SharedStrings()
    var styles = StylesPart()
    let stringsPart = relationships.first(.sharedStrings)?.part
    let stylesPart = relationships.first(.styles)?.part
    try parts.read([stringsPart, stylesPart].compactMap { $0 }) { part, reader throws(XMLError) in
      if part == stringsPart { try strings.read(&reader) } else { try styles.read(&reader) }
    }
    sheets = workbook.sheets.compactMap { sheet in
      relationships.worksheet(id: sheet.id).map {
        Entry(name: sheet.name, visibility: sheet.visibility, part: $0)
      }
    }
    self.workbook = workbook
    self.strings = strings
    self.styles = styles
    self.limits = limits
    self.parts = parts
  }

  /// Reads some of the sheets and lends each once, in the order in which they are packed.
  ///
  /// - Parameter wanted: indices into ``sheets``.
  /// - Complexity: O(bytes) of the sheets; one of them at a time is held.
  package mutating func read(
    _ wanted: some Sequence<Int>, _ body: (Int, Sheet) -> Void
  ) throws(WorkbookError) {
    var indices: [String: Int] = [:]
    for index in wanted { indices[sheets[index].part] = index }
    var sheetReader = SheetReader(styles, strings, workbook, cellsLeft: limits.cells)
    do throws(WorkbookError) {
      try parts.read(indices.keys.sorted()) { part, reader throws(XMLError) in
        guard let index = indices[part] else { return }
        body(index, try sheetReader.read(&reader, name: sheets[index].name))
      }
    } catch {
      throw sheetReader.isOverLimit ? .tooManyCells(limit: limits.cells) : error
    }
  }

  /// The part that is the workbook; by its usual name where nothing says which.
  private static func workbookPart(_ parts: inout PartReader) throws(WorkbookError) -> String {
    let usual = "xl/workbook.xml"
    guard parts.has("_rels/.rels") else {
      if parts.has(usual) { return usual }
      throw .notAWorkbook
    }
    let name = try relationships(of: "", &parts).first(.workbook)?.part ?? usual
    if name.hasSuffix(".bin") { throw .binaryWorkbook }
    guard parts.has(name) else { throw .notAWorkbook }
    return name
  }

  private static func relationships(
    of part: String, _ parts: inout PartReader
  ) throws(WorkbookError) -> Relationships {
    var result = Relationships()
    let name = part.isEmpty ? "_rels/.rels" : PartName.relationships(of: part)
    try parts.read([name]) { _, reader throws(XMLError) in try result.read(&reader, source: part) }
    return result
  }
}
