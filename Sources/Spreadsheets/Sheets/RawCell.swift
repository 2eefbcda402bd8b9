/// A cell as it is written in a sheet's part.
struct RawCell {
  enum Kind {
    case number, shared, text, inline, boolean, error, date

    /// Reads the attribute `t`.
    init(_ text: UnsafeBufferPointer<UInt8>) {
      switch String(decoding: text, as: UTF8.self) {
      case "s": self = .shared
      case "str": self = .text
      case "inlineStr": self = .inline
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: self = .number
      }
    }
  }

  var type = Kind.number
  var style = 0
  var isFormula = false
  /// Whether a value is written, be it empty.
  var hasValue = false
  var value: [UInt8] = []

  /// Keeps the memory for the next cell.
  mutating func clear() {
    type = .number
    style = 0
    isFormula = false
    hasValue = false
    value.removeAll(keepingCapacity: true)
  }
}
