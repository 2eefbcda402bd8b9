/// Whether a workbook's user sees a sheet.
package enum SheetVisibility: String, Hashable, Sendable {
  case visible
  case hidden
  /// Hidden so that only a program can show it.
  case veryHidden
}
