import Packing
import XML

/// Why a workbook is not read.
package enum WorkbookError: Error, Hashable, Sendable {
  /// What it is packed in is broken, encrypted or over a limit.
  case packing(PackingError)
  /// A zip that holds something else.
  case notAWorkbook
  /// Excel's binary workbook, `.xlsb`.
  case binaryWorkbook
  /// A part that the workbook names is not in it, or its name leaves the workbook.
  case partMissing(String)
  /// A part is not the XML it should be.
  case partBroken(String)
  /// A part declares a document type: the door to entities and other files.
  case documentType(part: String)
  case tooManyCells(limit: Int)
  case tooLarge(limit: Int)
}
