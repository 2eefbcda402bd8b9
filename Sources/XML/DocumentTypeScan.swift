/// Looks for `<!DOCTYPE` in a stream before a parser sees it: libxml2 expands entities in the root's attributes before it
/// tells of the document type, and takes seconds for a few hundred bytes.
///
/// A `<` stands nowhere else in XML but in comments and CDATA, so what follows it need not be understood. Zeros are
/// passed over, for UTF-16.
struct DocumentTypeScan {
  private static let mark: StaticString = "<!DOCTYPE"

  /// How much of the mark the last bytes were.
  private var matched = 0
  private(set) var hasFound = false

  /// - Complexity: O(n).
  mutating func pass(_ bytes: UnsafeRawBufferPointer) {
    Self.mark.withUTF8Buffer { mark in
      for byte in bytes where byte != 0 {
        if byte == mark[matched] {
          matched += 1
          if matched == mark.count {
            hasFound = true
            return
          }
        } else {
          matched = byte == mark[0] ? 1 : 0
        }
      }
    }
  }
}
