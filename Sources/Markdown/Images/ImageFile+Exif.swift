extension ImageFile {
  /// Whether a JPEG lies on its side, as a telephone's pictures do (Exif 2.32, tag 0x0112): browsers turn it.
  static func isTurned(_ bytes: [UInt8]) -> Bool {
    let file = Bytes(bytes: bytes)
    guard file.has([0xFF, 0xD8], at: 0) else { return false }
    var offset = 2
    while file.has([0xFF], at: offset), let marker = file.number(1, at: offset + 1) {
      // Exif stands before the picture itself.
      guard (0xE0...0xFE).contains(marker), let length = file.number(2, at: offset + 2) else { return false }
      if marker == 0xE1, let turn = orientation(file, at: offset + 4) { return (5...8).contains(turn) }
      offset += 2 + max(2, length)
    }
    return false
  }

  private static func orientation(_ file: Bytes, at start: Int) -> Int? {
    guard file.has(Array("Exif\0\0".utf8), at: start) else { return nil }
    let tiff = start + 6
    let isBig = file.has(Array("MM".utf8), at: tiff)
    guard isBig || file.has(Array("II".utf8), at: tiff),
      let first = file.number(4, at: tiff + 4, isBig: isBig),
      let count = file.number(2, at: tiff + first, isBig: isBig)
    else { return nil }
    for entry in 0..<min(count, 512) {
      let place = tiff + first + 2 + entry * 12
      if file.number(2, at: place, isBig: isBig) == 0x0112 {
        return file.number(2, at: place + 8, isBig: isBig)
      }
    }
    return nil
  }

  /// Numbers in a file, by their offsets; `nil` behind its end.
  private struct Bytes {
    let bytes: [UInt8]

    func has(_ word: [UInt8], at offset: Int) -> Bool {
      offset + word.count <= bytes.count && bytes[offset...].starts(with: word)
    }

    func number(_ count: Int, at offset: Int, isBig: Bool = true) -> Int? {
      guard offset + count <= bytes.count else { return nil }
      let part = bytes[offset..<offset + count]
      return isBig ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
