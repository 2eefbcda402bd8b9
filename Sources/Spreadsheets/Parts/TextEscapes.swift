/// The escapes of texts in a workbook: `_x000D_` is the UTF-16 code unit 000D, `_x005F_` the underscore of a text that only
/// looks like one (ECMA-376 part 1, 22.9.2.19). Line breaks become line feeds, and other control characters are left out.
enum TextEscapes {
  /// - Complexity: O(n); texts without any are only looked through.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(where: { $0 == 0x5F || ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A) }) else {
      return
    }
    let text = Array(bytes[start...])
    bytes.removeSubrange(start...)
    var at = 0
    while at < text.count {
      guard let unit = unit(text, at) else {
        append(text[at], to: &bytes, next: at + 1 < text.count ? text[at + 1] : nil)
        at += 1
        continue
      }
      at += 7
      var units = [unit]
      if UTF16.isLeadSurrogate(unit), let low = self.unit(text, at), UTF16.isTrailSurrogate(low) {
        units.append(low)
        at += 7
      }
      let character = Array(String(decoding: units, as: UTF16.self).utf8)
      let next = at < text.count ? self.unit(text, at).map { UInt8(truncatingIfNeeded: $0) } ?? text[at] : nil
      if character.count == 1 { append(character[0], to: &bytes, next: next) } else { bytes += character }
    }
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8], next: UInt8?) {
    switch byte {
    case 0x0D: if next != 0x0A { bytes.append(0x0A) }
    case 0x09, 0x0A, 0x20...: bytes.append(byte)
    default: break
    }
  }

  /// The code unit of an escape that begins at an offset.
  private static func unit(_ text: [UInt8], _ at: Int) -> UInt16? {
    guard at + 6 < text.count, text[at] == 0x5F, text[at + 1] == 0x78, text[at + 6] == 0x5F else {
      return nil
    }
    var value: UInt16 = 0
    for byte in text[(at + 2)..<(at + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }
}
