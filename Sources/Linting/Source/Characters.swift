/// What the rules ask of a character.
enum Characters {
  /// A Chinese character.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x20000...0x3FFFD, 0x3007: true
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  static func isASCIILetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    isDigit(scalar) || (scalar.value < 0x80 && (0x41...0x5A).contains(scalar.value & 0xDF))
  }

  static func isFullWidthDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF10...0xFF19).contains(scalar.value)
  }

  static func isFullWidthLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF21...0xFF3A).contains(scalar.value) || (0xFF41...0xFF5A).contains(scalar.value)
  }

  /// A full-width form of an ASCII character as that character.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  /// White space, U+3000 too.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: true
    default: false
    }
  }

  /// Punctuation that Chinese is set with.
  static func isChinesePunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40:
      true
    case 0xFF5B...0xFF65, 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0x00B7: true
    default: false
    }
  }

  static func isASCIIPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    isASCIIPunctuation(scalar) || isChinesePunctuation(scalar)
  }
}
