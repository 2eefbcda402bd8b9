/// An address that stands bare in a text, as GFM links it: `https://…`, `www.…` or an e-mail address.
///
/// In Chinese text an address is not set off by spaces. So it may begin behind any character that is no ASCII letter
/// or digit, Chinese punctuation ends it, and a host in ASCII ends before the first Chinese character.
struct Autolink: Hashable {
  var range: Range<Int>
  /// What the address lacks: `http://`, `mailto:` or nothing.
  var prefix: [UInt8]

  /// The longest host or e-mail name looked at: longer ones do not exist, and hostile ones cost their square.
  private static let longestName = 255

  /// Whether a search is worth its time.
  static func mayOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.contains { $0 == 0x3A || $0 == 0x40 || $0 | 0x20 == 0x77 }
  }

  /// The addresses in a text, in order.
  ///
  /// - Complexity: O(bytes).
  static func find(in text: UnsafeBufferPointer<UInt8>, after last: Unicode.Scalar?) -> [Autolink] {
    var links: [Autolink] = []
    var from = 0
    var index = 0
    while index < text.count {
      let link: Autolink? =
        switch text[index] {
        case 0x3A: scheme(in: text, colon: index, from: from)
        case 0x57, 0x77: www(in: text, at: index, after: last)
        case 0x40: email(in: text, at: index, from: from)
        default: nil
        }
      if let link {
        links.append(link)
        (from, index) = (link.range.upperBound, max(index + 1, link.range.upperBound))
      } else {
        index += 1
      }
    }
    return links
  }

  private static func scheme(in text: UnsafeBufferPointer<UInt8>, colon: Int, from: Int) -> Autolink? {
    guard text[colon...].starts(with: [0x3A, 0x2F, 0x2F]) else { return nil }
    var start = colon
    while start > from, colon - start < 6, isLetter(text[start - 1]) { start -= 1 }
    let name = text[start..<colon].map { $0 | 0x20 }
    guard ["http", "https", "ftp"].contains(String(decoding: name, as: UTF8.self)),
      start == 0 || !isWordByte(text[start - 1])
    else { return nil }
    guard let host = host(in: text, at: colon + 3, dots: 0) else { return nil }
    return trimmed(start..<end(of: text, from: host), in: text, prefix: [])
  }

  private static func www(
    in text: UnsafeBufferPointer<UInt8>, at start: Int, after last: Unicode.Scalar?
  ) -> Autolink? {
    guard start + 4 < text.count, text[start..<start + 3].allSatisfy({ $0 | 0x20 == 0x77 }),
      text[start + 3] == 0x2E
    else { return nil }
    let before = EastAsianText.scalar(in: text, before: start) ?? last
    if let before, before.isASCII, !" \t\n*_~(\"'".unicodeScalars.contains(before) { return nil }
    guard let host = host(in: text, at: start, dots: 1) else { return nil }
    return trimmed(start..<end(of: text, from: host), in: text, prefix: Array("http://".utf8))
  }

  /// The end of the host: names with letters, digits, `-` and `_`, none of the last two with `_`.
  private static func host(in text: UnsafeBufferPointer<UInt8>, at start: Int, dots wanted: Int) -> Int? {
    let isForeign = start < text.count && text[start] >= 0x80
    var (index, dots) = (start, 0)
    var underscores = (last: false, before: false)
    let limit = min(text.count, start + longestName)
    while index < limit {
      switch text[index] {
      case 0x2E:
        dots += 1
        underscores = (false, underscores.last)
      case 0x5F: underscores.last = true
      case 0x2D, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: break
      case 0x80...:
        guard isForeign, let scalar = EastAsianText.scalar(in: text, at: index, end: text.count),
          !endsAddress(scalar)
        else { return finish(index) }
        index += UTF8.width(scalar) - 1
      default: return finish(index)
      }
      index += 1
    }
    return finish(index)

    func finish(_ end: Int) -> Int? {
      guard end > start, dots >= wanted, !underscores.last, !underscores.before, text[start] != 0x2E else {
        return nil
      }
      return end
    }
  }

  /// The end of the path behind a host.
  private static func end(of text: UnsafeBufferPointer<UInt8>, from host: Int) -> Int {
    guard host < text.count, text[host] < 0x80 else { return host }
    var index = host
    while index < text.count, text[index] > 0x20, text[index] != 0x3C, text[index] != 0x7F {
      guard text[index] >= 0x80 else {
        index += 1
        continue
      }
      guard let scalar = EastAsianText.scalar(in: text, at: index, end: text.count), !endsAddress(scalar)
      else {
        break
      }
      index += UTF8.width(scalar)
    }
    return index
  }

  /// Chinese and other punctuation beyond ASCII, full-width signs and spaces.
  private static func endsAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: false
    case 0xFF00...0xFFEF: true
    default: CJKCharacter.isPunctuation(scalar) || CJKCharacter.Class(scalar) == .space
    }
  }

  /// Without the punctuation of the sentence around it.
  private static func trimmed(
    _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, prefix: [UInt8]
  ) -> Autolink? {
    var end = range.upperBound
    var extra = text[range].reduce(0) { $0 + ($1 == 0x29 ? 1 : $1 == 0x28 ? -1 : 0) }
    while end > range.lowerBound {
      switch text[end - 1] {
      case 0x21, 0x22, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3F, 0x5F, 0x7E: end -= 1
      case 0x29 where extra > 0:
        extra -= 1
        end -= 1
      case 0x3B:
        var start = end - 1
        while start > range.lowerBound, isWordByte(text[start - 1]), end - start < 32 { start -= 1 }
        let isEntity = start > range.lowerBound && start < end - 1 && text[start - 1] == 0x26
        end = isEntity ? start - 1 : end - 1
      default: return Autolink(range: range.lowerBound..<end, prefix: prefix)
      }
    }
    return nil
  }

  private static func email(in text: UnsafeBufferPointer<UInt8>, at sign: Int, from: Int) -> Autolink? {
    var start = sign
    while start > max(from, sign - longestName),
      isWordByte(text[start - 1]) || [0x2B, 0x2D, 0x2E, 0x5F].contains(text[start - 1])
    {
      start -= 1
    }
    while start < sign, text[start] == 0x2E { start += 1 }
    guard start < sign else { return nil }
    var (end, dots) = (sign + 1, 0)
    while end < min(text.count, sign + longestName) {
      if text[end] == 0x2E {
        guard end + 1 < text.count, isWordByte(text[end + 1]) else { break }
        dots += 1
      } else if !isWordByte(text[end]), text[end] != 0x2D, text[end] != 0x5F {
        break
      }
      end += 1
    }
    guard dots > 0, isWordByte(text[end - 1]) else { return nil }
    return Autolink(range: start..<end, prefix: Array("mailto:".utf8))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }
}
