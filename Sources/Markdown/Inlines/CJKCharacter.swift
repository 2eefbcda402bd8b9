/// What emphasis beside Chinese, Japanese and Korean needs to know of a character.
///
/// The terms are those of tats-u/markdown-cjk-friendly's specification (Unicode 17).
enum CJKCharacter {
  /// Whether a character counts as CJK: East Asian Width W, F or H and no emoji, or Hangul.
  static func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    case 0x1100...0x11FF, 0x20A9, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F: true
    case 0x303F, 0x3248...0x324F: false
    case 0x2E80...0xA4CF, 0xA960...0xA97C, 0xD7B0...0xD7FB, 0xF900...0xFAFF: true
    case 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFFDC, 0xFFE0...0xFFE6, 0xFFE8...0xFFEE: true
    case 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D356, 0x1D360...0x1D376: true
    case 0x1F200...0x1F265: !scalar.properties.isEmojiPresentation
    case 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// U+FE00 to U+FE0E: chooses the look of the character before it, and is no emoji's mark.
  static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xFE00...0xFE0E).contains(scalar.value)
  }

  /// Follows an ideograph and nothing else.
  static func isIdeographicSelector(_ scalar: Unicode.Scalar) -> Bool {
    (0xE0100...0xE01EF).contains(scalar.value)
  }

  /// A quotation mark that U+FE01 makes full width.
  static func isFullWidthQuote(_ scalar: Unicode.Scalar, _ selector: Unicode.Scalar) -> Bool {
    selector.value == 0xFE01 && [0x2018, 0x2019, 0x201C, 0x201D].contains(scalar.value)
  }

  /// How CommonMark 0.30 and libcmark 0.30.2 see a character beside a run of `*`.
  enum Class {
    case space, punctuation, other

    init(_ scalar: Unicode.Scalar?) {
      guard let scalar else {
        self = .space
        return
      }
      switch scalar.value {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
      case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: self = .punctuation
      case ..<0x80, 0x4E00...0x9FFF, 0xAC00...0xD7A3: self = .other
      default: self = isPunctuation(scalar) ? .punctuation : .other
      }
    }
  }

  /// Unicode's classes P, without its symbols.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
