import Glibc

/// A number as a workbook stores it, in plain decimals.
///
/// Spreadsheet programs compute with binary fractions, show at most fifteen digits and store seventeen: what was typed as 0.7
/// may be stored as 0.69999999999999996. Fifteen digits are what they promise to keep, so a longer number is rounded to them.
enum DecimalText {
  enum Outcome: Equatable {
    case written
    /// Written, but of its digits before the point the sixteenth and later ones are lost.
    case imprecise
    case notANumber
  }

  /// Adds the number's digits to `bytes`.
  static func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) -> Outcome {
    if isPlain(text) {
      bytes.append(contentsOf: text)
      return .written
    }
    guard let value = Self.value(text) else { return .notANumber }
    write(value, to: &bytes)
    return value.magnitude < 1e15 ? .written : .imprecise
  }

  /// The number; `nil` for text that is none, and for what is not finite.
  static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    guard text.count <= 400, !text.contains(where: { !isNumeric($0) }),
      let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// Adds 0.7 as `70`.
  static func writeHundredfold(_ digits: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    let isNegative = digits.first == 0x2D
    let unsigned = isNegative ? digits.dropFirst() : digits
    let point = unsigned.firstIndex(of: 0x2E) ?? unsigned.endIndex
    let fraction = Array(unsigned[point...].dropFirst()) + [0x30, 0x30]
    let whole = (unsigned[..<point] + fraction[..<2]).drop { $0 == 0x30 }
    var rest = fraction[2...]
    while rest.last == 0x30 { rest.removeLast() }
    if isNegative { bytes.append(0x2D) }
    bytes += whole.isEmpty ? [0x30] : Array(whole)
    if !rest.isEmpty { bytes += [0x2E] + rest }
  }

  /// A sign, and at most fifteen digits with a point among them.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var at = 0
    if text.first == 0x2D { at = 1 }
    guard text.count - at <= 16, at < text.count, text[at] != 0x2E, text[text.count - 1] != 0x2E else {
      return false
    }
    var points = 0
    let digits = text.count - at
    while at < text.count {
      if text[at] == 0x2E { points += 1 } else if text[at] &- 0x30 > 9 { return false }
      at += 1
    }
    return points <= 1 && digits - points <= 15
  }

  private static func isNumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  private static func write(_ value: Double, to bytes: inout [UInt8]) {
    // C's `%.14e`: fifteen digits, rounded exactly, and the exponent.
    var buffer = [CChar](repeating: 0, count: 40)
    let length = withVaList([value.magnitude]) { vsnprintf(&buffer, buffer.count, "%.14e", $0) }
    let written = buffer.prefix(max(0, Int(length))).map { UInt8(bitPattern: $0) }
    let parts = written.split(separator: 0x65)
    guard parts.count == 2, let exponent = Int(String(decoding: parts[1], as: UTF8.self)) else { return }
    var digits = parts[0].filter { $0 != 0x2E }
    while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
    if value < 0, digits != [0x30] { bytes.append(0x2D) }
    if exponent < 0 {
      bytes += [0x30, 0x2E] + repeatElement(0x30, count: -exponent - 1) + digits
      return
    }
    digits += repeatElement(0x30, count: max(0, exponent + 1 - digits.count))
    bytes += digits[...exponent]
    if digits.count > exponent + 1 { bytes += [0x2E] + digits[(exponent + 1)...] }
  }
}
