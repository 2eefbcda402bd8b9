/// `[^1]: text`, with what belongs to it, as it stands in the file.
struct FootnoteDefinition: Hashable, Sendable {
  /// As references are looked up: without regard to case.
  var label: String
  /// The opening bracket.
  var start: Int
  /// The text, line by line, without its indentation.
  var lines: [Range<Int>]
  /// Everything, from the start of its first line.
  var range: Range<Int>
}

/// The label of `[^label]`: what stands between `[^` and `]`, without spaces and brackets.
enum FootnoteLabel {
  private static let longest = 200

  /// The bytes of the label of `[^…]` that begins at `offset`.
  static func range(in bytes: [UInt8], at offset: Int, end: Int) -> Range<Int>? {
    guard offset + 3 < end, bytes[offset] == 0x5B, bytes[offset + 1] == 0x5E else { return nil }
    let start = offset + 2
    var index = start
    while index < min(end, start + longest) {
      switch bytes[index] {
      case 0x5D: return index > start ? start..<index : nil
      case ...0x20, 0x5B, 0x60, 0x7C: return nil
      default: index += 1
      }
    }
    return nil
  }

  static func key(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
