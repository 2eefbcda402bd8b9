import Common

/// Reads the numbers that stand in spreadsheets: `1,234`, full-width digits, `1.2万`, `70％`; and in an approximate column
/// 约30, 近百, 6000多, 2.4万余, 超过150, 30左右, with the source's words kept. A trailing unit is passed over when it is the declared one.
package struct NumberReader: Sendable {
  package enum Form: Sendable, Hashable {
    case integer, number
    /// Written with its sign, and kept as a fraction: `70%` is 0.7.
    case percent
  }

  package var form: Form
  package var isApproximate: Bool
  package var unit: String?
  private let unitBytes: [UInt8]

  package init(form: Form, isApproximate: Bool = false, unit: String? = nil) {
    self.form = form
    self.isApproximate = isApproximate
    self.unit = unit
    let folded = PlainText.folded(unit ?? "")
    // A percent sign changes the value: it is never passed over as a unit.
    unitBytes = folded == "%" ? [] : Array(folded.utf8)
  }

  /// - Throws: the reason, for text that is no such number.
  /// - Complexity: O(n); plain digits are read without a copy.
  package func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(ValueRefusal) -> NumberValue {
    let plain = PlainText.trimmed(bytes)
    if let digits = try? Digits.read(plain, from: 0), digits.end == plain.count {
      return try finish(
        NumberValue(mantissa: digits.mantissa, places: digits.places, isRounded: digits.isRounded))
    }
    let folded = PlainText.folded(bytes)
    var result: Result<NumberValue, ValueRefusal> = .failure(.notANumber)
    folded.withUnsafeBufferPointer { buffer in
      do throws(ValueRefusal) { result = .success(try readWords(buffer)) } catch { result = .failure(error) }
    }
    return try finish(try result.get())
  }

  package func read(_ text: String) throws(ValueRefusal) -> NumberValue {
    let bytes = Array(text.utf8)
    var result: Result<NumberValue, ValueRefusal> = .failure(.notANumber)
    bytes.withUnsafeBufferPointer { buffer in
      do throws(ValueRefusal) { result = .success(try read(buffer)) } catch { result = .failure(error) }
    }
    return try result.get()
  }

  /// Holds the number against the column's form.
  private func finish(_ value: NumberValue) throws(ValueRefusal) -> NumberValue {
    var value = value
    switch form {
    case .integer:
      guard !value.hasPercentSign else { throw .percentSign }
      guard let whole = value.scaled(toPlaces: 0) else { throw .overflow }
      guard whole.isExact, !(value.isRounded && value.places > 0) else { throw .notAnInteger }
      (value.mantissa, value.places) = (whole.value, 0)
    case .number:
      guard !value.hasPercentSign else { throw .percentSign }
    case .percent:
      guard value.hasPercentSign || value.rational.magnitude <= Rational(1) else { throw .percentSignMissing }
    }
    return value
  }

  private func readWords(_ bytes: UnsafeBufferPointer<UInt8>) throws(ValueRefusal) -> NumberValue {
    var end = bytes.count
    var words = NumberWords()
    words.takeEnding(bytes, &end)
    let unitEnd = end
    var unitStart = end
    if !unitBytes.isEmpty, end > unitBytes.count,
      bytes[(end - unitBytes.count)..<end].elementsEqual(unitBytes)
    {
      end -= unitBytes.count
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      unitStart = end
      words.takeEnding(bytes, &end)
    }
    var value = try words.read(UnsafeBufferPointer(rebasing: bytes[..<end]))
    guard words.exactness == .exact || isApproximate else { throw .approximate }
    value.exactness = words.exactness
    if words.exactness != .exact {
      value.isRounded = false
      value.written = String(decoding: Array(bytes[..<unitStart]) + bytes[unitEnd...], as: UTF8.self)
    }
    return value
  }
}
