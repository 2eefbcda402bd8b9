/// What Chinese typesetting needs to know of a character.
enum EastAsianText {
  /// East Asian Width W or F (Unicode Standard Annex 11), Hangul left out: it separates words by spaces.
  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x231A: false
    case 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0, 0x23F3, 0x25FD...0x25FE, 0x2614...0x2615:
      true
    case 0x2648...0x2653, 0x267F, 0x2693, 0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE:
      true
    case 0x26D4, 0x26EA, 0x26F2...0x26F3, 0x26F5, 0x26FA, 0x26FD, 0x2705, 0x270A...0x270B, 0x2728, 0x274C:
      true
    case 0x274E, 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x27B0, 0x27BF, 0x2B1B...0x2B1C, 0x2B50, 0x2B55:
      true
    case 0x3130...0x318F, 0x3200...0x321E, 0x3260...0x327E, 0x302E...0x302F: false
    case 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF: true
    case 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6: true
    case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A: true
    case 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F64F, 0x1F680...0x1F6FC, 0x1F7E0...0x1F7F0: true
    case 0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// The common Han characters, told without a look into Unicode's tables.
  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }

  /// White space, U+3000 too.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Quotes, dashes and dots that Chinese shares with the West: wide only beside a wide character.
  static func isSharedPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2015, 0x2026, 0x00B7: true
    default: false
    }
  }

  /// Whether a line break between the two characters is none in print.
  static func joins(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    if isWide(before) { return isWide(after) || isSharedPunctuation(after) }
    return isSharedPunctuation(before) && isWide(after)
  }

  static func first(of text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    scalar(in: text, at: 0, end: text.count)
  }

  static func last(of text: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    scalar(in: text, before: text.count)
  }

  /// The scalar that begins at `offset`, in valid UTF-8.
  static func scalar(
    in text: some RandomAccessCollection<UInt8>, at offset: Int, end: Int
  ) -> Unicode.Scalar? {
    guard offset < end else { return nil }
    let lead = byte(text, offset)
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard offset + length <= end else { return nil }
    var value = UInt32(lead) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
    for next in 1..<max(1, length) { value = value << 6 | UInt32(byte(text, offset + next) & 0x3F) }
    return Unicode.Scalar(value)
  }

  /// The scalar that ends before `offset`, in valid UTF-8.
  static func scalar(in text: some RandomAccessCollection<UInt8>, before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, byte(text, start) & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : scalar(in: text, at: start, end: offset)
  }

  private static func byte(_ text: some RandomAccessCollection<UInt8>, _ offset: Int) -> UInt8 {
    text[text.index(text.startIndex, offsetBy: offset)]
  }
}
