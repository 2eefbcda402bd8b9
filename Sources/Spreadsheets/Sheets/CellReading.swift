/// What a cell that names no shared string says.
struct CellReading {
  let uses1904: Bool
  let isNotComputed: Bool

  /// Adds the cell's text.
  ///
  /// - Returns: `nil` for a cell that holds nothing.
  func read(_ cell: RawCell, format: NumberFormat, into bytes: inout [UInt8]) -> CellKind? {
    guard cell.hasValue else { return cell.isFormula ? .uncalculated : nil }
    switch cell.type {
    case .shared: return nil
    case .text, .inline:
      if cell.value.isEmpty { return nil }
      let start = bytes.count
      bytes += cell.value
      // Inline text has been decoded with its runs.
      if cell.type == .text { TextEscapes.decode(&bytes, from: start) }
      return bytes.count == start ? nil : .text
    case .boolean:
      bytes += (WorkbookPart.isTrue(String(decoding: cell.value, as: UTF8.self)) ? "TRUE" : "FALSE").utf8
      return .boolean
    case .error:
      bytes += cell.value
      return .error
    case .date: return readISO(cell.value, into: &bytes)
    case .number: return readNumber(cell, format: format, into: &bytes)
    }
  }

  private func readNumber(_ cell: RawCell, format: NumberFormat, into bytes: inout [UInt8]) -> CellKind? {
    let text = Self.trimmed(cell.value)
    if text.isEmpty { return cell.isFormula ? .uncalculated : nil }
    // XlsxWriter stores 0 for every formula and asks whoever opens the file to compute it.
    if cell.isFormula, isNotComputed, text == [0x30] { return .uncalculated }
    return text.withUnsafeBufferPointer { read($0, format: format, into: &bytes) }
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, format: NumberFormat, into bytes: inout [UInt8]
  ) -> CellKind {
    if let serial = serial(text, format) {
      if format == .duration {
        serial.writeDuration(to: &bytes)
      } else {
        serial.write(withTime: format == .time, to: &bytes)
      }
      return .date
    }
    let start = bytes.count
    switch DecimalText.write(text, to: &bytes) {
    case .imprecise: return .imprecise
    case .notANumber:
      bytes.append(contentsOf: text)
      return .text
    case .written: break
    }
    switch format {
    case .percent:
      let digits = Array(bytes[start...])
      bytes.removeSubrange(start...)
      DecimalText.writeHundredfold(digits[...], to: &bytes)
      bytes.append(0x25)
      return .percent
    case .digits(let count):
      let length = bytes.count - start
      if length < count, bytes[start...].allSatisfy({ $0 &- 0x30 <= 9 }) {
        bytes.insert(contentsOf: repeatElement(0x30, count: count - length), at: start)
      }
      return .number
    case .plain, .date, .time, .duration: return .number
    }
  }

  /// The number as a date, where its format shows it as one.
  private func serial(_ text: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> SerialDate? {
    guard format == .date || format == .time || format == .duration else { return nil }
    return DecimalText.value(text).flatMap { SerialDate($0, uses1904: uses1904) }
  }

  /// `2020-02-14T18:00:00Z` as `2020-02-14 18:00:00`: what is written is the local time, whatever stands behind it.
  private func readISO(_ value: [UInt8], into bytes: inout [UInt8]) -> CellKind? {
    let text = String(decoding: Self.trimmed(value), as: UTF8.self)
    if text.isEmpty { return nil }
    let parts = text.split(separator: "T", maxSplits: 1)
    let time = parts.count > 1 ? parts[1].prefix { $0 != "Z" && $0 != "+" && $0 != "." } : ""
    bytes.append(contentsOf: parts[0].utf8)
    if !time.isEmpty, !time.allSatisfy({ $0 == "0" || $0 == ":" }) {
      bytes.append(contentsOf: " \(time)".utf8)
    }
    return .date
  }

  static func trimmed(_ value: [UInt8]) -> ArraySlice<UInt8> {
    var slice = value[...]
    while let first = slice.first, first <= 0x20 { slice.removeFirst() }
    while let last = slice.last, last <= 0x20 { slice.removeLast() }
    return slice
  }
}
