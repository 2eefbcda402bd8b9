/// A data file without what is not public: for archives that everybody may read.
package enum PublicCopy: Sendable {
  /// Nothing has to be left out: the file may be copied as it is.
  case whole
  /// Tables as CSV, one for each sheet, with what is public of each.
  case tables([Sheet])

  package struct Sheet: Sendable {
    /// `nil` where the file has no sheets.
    package var name: String?
    package var bytes: [UInt8]
  }
}
