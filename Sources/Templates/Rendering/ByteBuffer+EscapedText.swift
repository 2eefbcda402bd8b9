internal import Common

extension ByteBuffer {
  /// Writes text for an element or a quoted attribute: runs of plain bytes at once, the five others as entities.
  mutating func write(escapedText text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for position in text.indices {
      let entity: StaticString
      switch text[position] {
      case 0x22: entity = "&quot;"
      case 0x26: entity = "&amp;"
      case 0x27: entity = "&#39;"
      case 0x3C: entity = "&lt;"
      case 0x3E: entity = "&gt;"
      default: continue
      }
      if start < position { write(UnsafeBufferPointer(rebasing: text[start..<position])) }
      write(entity)
      start = position + 1
    }
    if start < text.count { write(UnsafeBufferPointer(rebasing: text[start...])) }
  }
}
