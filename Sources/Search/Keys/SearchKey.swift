/// What is looked up: two characters that follow one another, or three where the first two are ASCII letters or digits,
/// of which there are so few; fewer where the text ends or a separator follows.
///
/// Packed into 63 bits so that keys are in the order of their scalars, a shorter one before those it begins.
struct SearchKey: Hashable, Comparable {
  let packed: UInt64

  init(packed: UInt64) {
    self.packed = packed
  }

  /// The key that begins at an index; `nil` at a separator.
  ///
  /// - Parameter text: Folded.
  init?(in text: [Unicode.Scalar], at index: Int) {
    let first = text[index]
    guard !Folding.isSeparator(first) else { return nil }
    var key = UInt64(first.value) << 42
    let next = index + 1
    if next < text.count, !Folding.isSeparator(text[next]) {
      key |= UInt64(text[next].value) << 21
      if Self.isNarrow(first), Self.isNarrow(text[next]), next + 1 < text.count,
        !Folding.isSeparator(text[next + 1])
      {
        key |= UInt64(text[next + 1].value)
      }
    }
    packed = key
  }

  var scalars: [Unicode.Scalar] {
    [packed >> 42, packed >> 21 & 0x1F_FFFF, packed & 0x1F_FFFF].filter { $0 > 0 }.compactMap {
      Unicode.Scalar(UInt32($0))
    }
  }

  static func isNarrow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: true
    default: false
    }
  }

  static func < (left: SearchKey, right: SearchKey) -> Bool { left.packed < right.packed }
}
