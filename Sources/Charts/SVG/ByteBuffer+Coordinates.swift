import Common

extension ByteBuffer {
  /// Writes a coordinate with at most two decimals, by integer arithmetic: the same bytes everywhere.
  mutating func write(coordinate value: Double) {
    guard value.isFinite else { return write(byte: 0x30) }
    let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
    if hundredths < 0 { write(byte: 0x2D) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    write(string: String(whole))
    guard rest > 0 else { return }
    write(byte: 0x2E)
    write(byte: 0x30 + UInt8(rest / 10))
    if rest % 10 > 0 { write(byte: 0x30 + UInt8(rest % 10)) }
  }

  mutating func write(percent value: Double) {
    write(coordinate: value)
    write(byte: 0x25)
  }

  /// Writes ` name="12.5"`.
  mutating func write(attribute name: StaticString, _ value: Double) {
    open(attribute: name)
    write(coordinate: value)
    write(byte: 0x22)
  }

  /// Writes ` name="12.5%"`.
  mutating func write(attribute name: StaticString, percent value: Double) {
    open(attribute: name)
    write(percent: value)
    write(byte: 0x22)
  }

  /// Writes ` name="` and leaves the quotation mark open.
  mutating func open(attribute name: StaticString) {
    write(byte: 0x20)
    write(name)
    write("=\"")
  }
}
