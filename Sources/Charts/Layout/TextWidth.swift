/// How wide a text will be, without a font: Chinese and full width 1 em, the rest 0.55 em.
enum TextWidth {
  /// Sizes in pixels, as the stylesheet sets them.
  static let axisSize = 11.0
  static let noteSize = 12.0
  static let keySize = 13.0

  /// In pixels. Too wide rather than too narrow where a font may choose.
  static func estimate(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0.0) { $0 + width($1) } * size
  }

  /// The text, or as much of it as fits with an ellipsis.
  static func shortened(_ text: String, size: Double, atMost limit: Double) -> String {
    guard estimate(text, size: size) > limit else { return text }
    var kept = ""
    for character in text {
      guard estimate(kept + String(character), size: size) <= limit - size else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// In em.
  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: 0
    case 0x2010...0x2013, 0x2212, 0x00A0, 0x202F: 0.55
    case 0x1100...0x115F, 0x2014...0x2027, 0x2030...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFD:
      1
    default: 0.55
    }
  }
}
