/// The plain part of a number: a sign, digits in groups, a point.
struct Digits {
  var mantissa: Int64 = 0
  var places = 0
  /// Whether digits behind the point were dropped.
  var isRounded = false
  /// One behind the last byte read.
  var end = 0

  /// Reads from an offset as far as a number goes.
  ///
  /// - Returns: `nil` where no digit stands.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(ValueRefusal) -> Digits? {
    var result = Digits()
    var at = start
    var isNegative = false
    if at < bytes.count, bytes[at] == 0x2D || bytes[at] == 0x2B {
      isNegative = bytes[at] == 0x2D
      at += 1
    }
    let firstDigit = at
    var groupStart: Int?
    while at < bytes.count {
      if isDigit(bytes[at]) {
        try result.append(bytes[at])
      } else if bytes[at] == 0x2C, at > firstDigit {
        let isWhole = groupStart.map { at - $0 == 3 } ?? (at - firstDigit <= 3)
        guard isWhole else { throw .badGrouping }
        groupStart = at + 1
      } else {
        break
      }
      at += 1
    }
    guard at > firstDigit else { return nil }
    if let groupStart, at - groupStart != 3 { throw .badGrouping }
    if at < bytes.count, bytes[at] == 0x2E {
      guard at + 1 < bytes.count, isDigit(bytes[at + 1]) else { throw .notANumber }
      at += 1
      while at < bytes.count, isDigit(bytes[at]) {
        result.appendDecimal(bytes[at])
        at += 1
      }
    }
    if isNegative { result.mantissa = -result.mantissa }
    result.end = at
    return result
  }

  private mutating func append(_ byte: UInt8) throws(ValueRefusal) {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
    let (sum, overflow2) = product.addingReportingOverflow(Int64(byte - 0x30))
    guard !overflow, !overflow2 else { throw .overflow }
    mantissa = sum
  }

  private mutating func appendDecimal(_ byte: UInt8) {
    guard !isRounded, places < 18, mantissa < Int64.max / 10 - 1 else {
      isRounded = isRounded || byte != 0x30
      return
    }
    mantissa = mantissa * 10 + Int64(byte - 0x30)
    places += 1
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }
}
