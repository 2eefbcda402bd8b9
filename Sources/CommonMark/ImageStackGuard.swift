/// Finds the one input on which libcmark 0.30.2 takes quadratic time: `![[]()` over and over.
///
/// Each link it closes makes it walk all images still open. Their product is bounded per paragraph:
/// 10⁸ steps take about 0.2 s. Other hostile inputs of 1 MB were measured at 0.3 s or less.
enum ImageStackGuard {
  static let limit = 100_000_000

  /// The first line of the paragraph that passes the bound, from 1.
  ///
  /// - Complexity: O(bytes).
  static func firstCostlyLine(in bytes: [UInt8]) -> Int? {
    var line = 1
    var paragraphLine = 1
    var images = 0
    var closers = 0
    var isBlank = true
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0A, 0x0D:
        if byte == 0x0D || previous != 0x0D {
          line += 1
          if isBlank { (images, closers, paragraphLine) = (0, 0, line) }
          isBlank = true
        }
      case 0x20, 0x09: break
      default:
        isBlank = false
        if byte == 0x5D { closers += 1 }
        if byte == 0x5B, previous == 0x21 { images += 1 }
        if images > 1000, images * closers > limit { return paragraphLine }
      }
      previous = byte
    }
    return nil
  }
}
