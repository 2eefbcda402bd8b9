/// What stands between the fields of a CSV file.
package enum CSVSeparator: UInt8, Sendable, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09

  /// The separator that is most frequent, outside quotes, in the first line that holds any; of equals the
  /// comma, then the tab. A file of one column has a comma's none.
  ///
  /// - Complexity: O(n) in the bytes up to the end of that line.
  package static func detect(in bytes: UnsafeBufferPointer<UInt8>) -> CSVSeparator {
    var counts: (comma: Int, semicolon: Int, tab: Int) = (0, 0, 0)
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case 0x22: isQuoted.toggle()
      case _ where isQuoted: break
      case 0x2C: counts.comma += 1
      case 0x3B: counts.semicolon += 1
      case 0x09: counts.tab += 1
      case 0x0A, 0x0D:
        if counts != (0, 0, 0) { return most(counts) }
      default: break
      }
    }
    return most(counts)
  }

  private static func most(_ counts: (comma: Int, semicolon: Int, tab: Int)) -> CSVSeparator {
    if counts.comma >= counts.tab, counts.comma >= counts.semicolon { return .comma }
    return counts.tab >= counts.semicolon ? .tab : .semicolon
  }
}
