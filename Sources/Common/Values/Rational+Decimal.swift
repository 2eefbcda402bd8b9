extension Rational {
  /// Reads a plain decimal, `-12.50`. `nil` for anything else, or more than 30 digits.
  package init?(decimal text: some StringProtocol) {
    var digits: Int128 = 0
    var scale: Int128 = 1
    var count = 0
    var seenPoint = false
    var negative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: negative = true
      case 0x2E where !seenPoint && count > 0: seenPoint = true
      case 0x30...0x39:
        count += 1
        guard count <= 30 else { return nil }
        digits = digits * 10 + Int128(byte - 0x30)
        if seenPoint { scale *= 10 }
      default: return nil
      }
    }
    guard count > 0, text.last != "." else { return nil }
    self.init(negative ? -digits : digits, over: scale)
  }

  /// The value as a plain decimal with `places` digits behind the point, rounded half away from zero.
  ///
  /// `-0.04` with one place is `0.0`: a sign without a digit says nothing.
  package func decimal(places: Int) -> String {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let value = scaled(to: scale)
    // Nearly all figures fit 64 bits, which print several times faster than 128.
    let magnitude = abs(value)
    let digits = Int64(exactly: magnitude).map { String($0) } ?? String(magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let whole = padded.dropLast(places)
    let text = places == 0 ? String(whole) : whole + "." + padded.suffix(places)
    return value < 0 ? "-" + text : text
  }

  /// The value as the shortest plain decimal, with at most `places` digits behind the point.
  package func plainDecimal(atMost places: Int = 6) -> String {
    if denominator == 1 { return decimal(places: 0) }
    var text = decimal(places: places)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
