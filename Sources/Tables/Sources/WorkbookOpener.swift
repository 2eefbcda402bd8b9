import Common
import Packing
import Reading
import Spreadsheets

/// Makes records of a workbook's sheets.
struct WorkbookOpener {
  let declaration: DatasetDeclaration

  private static let limits = WorkbookLimits(
    packing: PackingLimits(entryBytes: Limits.workbookPart, ratio: Limits.workbookRatio),
    cells: Limits.workbookCells, totalBytes: Limits.data)

  /// - Returns: the sheets that the dataset names, or all that are visible, in the order of their tabs; none where a
  ///   finding says why.
  /// - Complexity: O(bytes) of those sheets, unpacked.
  func open(_ file: SourceFile, findings: inout Findings) -> [RecordFile] {
    let whole = Location(file: file.path)
    if let rule = WorkbookDisguise.rule(for: file.bytes) {
      findings.add(Diagnostic(rule, at: whole, ["found": whole.fileName]))
      return []
    }
    var records: [Int: RecordFile] = [:]
    do throws(WorkbookError) {
      var workbook = try Workbook(file.bytes, limits: Self.limits)
      let wanted = choose(workbook.sheets, file.path, &findings)
      let from1904 = workbook.uses1904
      var isTooLarge = false
      try workbook.read(wanted) { index, sheet in
        let record = SheetRecords(path: file.path, sheet: sheet, from1904: from1904).file()
        isTooLarge = isTooLarge || record == nil
        records[index] = record
      }
      if isTooLarge { throw .tooLarge(limit: Limits.sheet) }
    } catch {
      findings.add(error.diagnostic(at: whole))
      return []
    }
    return records.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The indices of the sheets to read.
  private func choose(_ sheets: [Workbook.Entry], _ path: String, _ findings: inout Findings) -> [Int] {
    guard declaration.sheets.isEmpty else {
      return declaration.sheets.compactMap { name in
        let folded = HeadingFold.fold(name)
        if let index = sheets.firstIndex(where: { HeadingFold.fold($0.name) == folded }) { return index }
        findings.add(
          Diagnostic(
            .sheetNotFound, at: Location(file: path), ["found": name],
            suggestions: NearestNames.find(name, in: sheets.map(\.name))))
        return nil
      }
    }
    for sheet in sheets where sheet.visibility != .visible && !Self.isProgramsOwn(sheet.name) {
      findings.add(
        Diagnostic(
          .hiddenSheet, .warning, at: Location(file: path, sheet: sheet.name, row: 1, column: 1),
          ["sheet": sheet.name]))
    }
    return sheets.indices.filter { sheets[$0].visibility == .visible }
  }

  /// WPS keeps pictures in cells on a hidden sheet of its own.
  private static func isProgramsOwn(_ name: String) -> Bool { name.hasPrefix("WpsReserved_") }
}

extension WorkbookError {
  fileprivate func diagnostic(at location: Location) -> Diagnostic {
    switch self {
    case .packing(.encrypted): Diagnostic(.workbookEncrypted, at: location)
    case .packing(.notAnArchive), .packing(.damaged(nil)):
      Diagnostic(.workbookDamaged, at: location, ["part": "zip"])
    case .packing(.damaged(let part?)), .partMissing(let part), .partBroken(let part):
      Diagnostic(.workbookDamaged, at: location, ["part": part])
    case .packing(.unsafeName(let name)), .packing(.nameTwice(let name)),
      .packing(.ratioTooHigh(let name, _)),
      .documentType(let name):
      Diagnostic(.workbookUnsafe, at: location, ["part": name])
    case .packing(.tooManyEntries(let limit)), .packing(.entryTooLarge(_, let limit)),
      .tooManyCells(let limit), .tooLarge(let limit):
      Diagnostic(.workbookTooLarge, at: location, ["limit": String(limit)])
    case .notAWorkbook, .binaryWorkbook:
      Diagnostic(
        .notAWorkbook, at: location,
        ["found": location.fileName])
    }
  }
}

extension Location {
  fileprivate var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
}
