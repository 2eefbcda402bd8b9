/// Addresses that would run a program instead of leading somewhere.
enum Address {
  private static let refused: [[UInt8]] = ["javascript", "vbscript", "data"].map { Array($0.utf8) }

  /// Whether a browser would read a refused scheme at the beginning of `bytes`.
  ///
  /// As the URL standard has it, control characters and spaces before a scheme and tabs and line ends
  /// within it do not count, nor does case.
  static func isRefused(_ bytes: [UInt8]) -> Bool {
    var scheme: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x3A: return refused.contains(scheme)
      case 0x09, 0x0A, 0x0D: continue
      case 0x00...0x20 where scheme.isEmpty: continue
      case 0x61...0x7A: scheme.append(byte)
      case 0x41...0x5A: scheme.append(byte | 0x20)
      default: return false
      }
      if scheme.count > 10 { return false }
    }
    return false
  }
}
