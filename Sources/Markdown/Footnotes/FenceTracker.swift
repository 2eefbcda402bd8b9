/// Tells lines of fenced code from others, before the Markdown is parsed.
struct FenceTracker {
  private var open: (byte: UInt8, count: Int, indent: Int, isQuoted: Bool, isInList: Bool)?

  /// Whether the line belongs to fenced code, its fences included; lines are given in order.
  ///
  /// - Complexity: O(bytes).
  mutating func takes(_ line: ArraySlice<UInt8>) -> Bool {
    let inner = Self.content(of: line)
    let text = line[inner.start...]
    let isBlank = text.allSatisfy { $0 <= 0x20 }
    if let fence = open {
      let ended =
        (fence.isQuoted && !inner.isQuoted) || (fence.isInList && !isBlank && inner.indent < fence.indent)
      if !ended {
        if Self.isFence(text, fence.byte, atLeast: fence.count, isClosing: true) { open = nil }
        return true
      }
      open = nil
    }
    for byte: UInt8 in [0x60, 0x7E] where Self.isFence(text, byte, atLeast: 3, isClosing: false) {
      let count = text.prefix { $0 == byte }.count
      open = (byte, count, inner.indent, inner.isQuoted, inner.isInList)
      return true
    }
    return false
  }

  private static func isFence(
    _ text: ArraySlice<UInt8>, _ byte: UInt8, atLeast count: Int, isClosing: Bool
  ) -> Bool {
    let run = text.prefix { $0 == byte }
    guard run.count >= count else { return false }
    let rest = text[run.endIndex...]
    return isClosing ? rest.allSatisfy { $0 <= 0x20 } : byte == 0x7E || !rest.contains(0x60)
  }

  /// What stands behind indentation, `>` and the markers of lists.
  private static func content(
    of line: ArraySlice<UInt8>
  ) -> (start: Int, indent: Int, isQuoted: Bool, isInList: Bool) {
    var index = line.startIndex
    var (isQuoted, isInList) = (false, false)
    while index < line.endIndex {
      switch line[index] {
      case 0x20, 0x09: index += 1
      case 0x3E:
        isQuoted = true
        index += 1
      case 0x2A, 0x2B, 0x2D:
        guard index + 1 < line.endIndex, [0x20, 0x09].contains(line[index + 1]) else {
          return (index, index - line.startIndex, isQuoted, isInList)
        }
        isInList = true
        index += 2
      case 0x30...0x39:
        let digits = line[index...].prefix { (0x30...0x39).contains($0) }
        let end = digits.endIndex
        guard digits.count < 10, end + 1 < line.endIndex, [0x2E, 0x29].contains(line[end]),
          line[end + 1] == 0x20
        else { return (index, index - line.startIndex, isQuoted, isInList) }
        isInList = true
        index = end + 2
      default: return (index, index - line.startIndex, isQuoted, isInList)
      }
    }
    return (line.endIndex, line.count, isQuoted, isInList)
  }
}
