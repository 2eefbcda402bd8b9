import Common

/// The words around the digits of a number, and what they say of its exactness.
struct NumberWords {
  private(set) var exactness = Exactness.exact

  private static let before: [(StaticString, Exactness)] = [
    ("大约", .about), ("约为", .about), ("约", .about), ("大概", .about), ("将近", .about), ("接近", .about),
    ("近", .about),
    ("超过", .moreThan), ("超", .moreThan), ("逾", .moreThan), ("多于", .moreThan), ("至少", .moreThan),
    ("不少于", .moreThan),
  ]
  private static let ending: [(StaticString, Exactness)] = [
    ("左右", .about), ("上下", .about), ("以上", .moreThan),
  ]
  private static let behind: [StaticString] = ["多", "余", "几"]
  /// The powers of ten; the larger ones may follow the smaller, 百万.
  private static let small: [(StaticString, Int)] = [("十", 1), ("百", 2), ("千", 3)]
  private static let large: [(StaticString, Int)] = [("万亿", 12), ("万", 4), ("亿", 8)]

  /// Takes 左右, 上下 or 以上 off the end.
  mutating func takeEnding(_ bytes: UnsafeBufferPointer<UInt8>, _ end: inout Int) {
    for (word, meaning) in Self.ending {
      let length = word.utf8CodeUnitCount
      guard end > length, Self.matches(bytes, at: end - length, word) else { continue }
      end -= length
      while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
      exactness = exactness.combined(with: meaning)
      return
    }
  }

  /// Reads a number to the end of the bytes.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(ValueRefusal) -> NumberValue {
    var at = 0
    for (word, meaning) in Self.before where Self.take(bytes, &at, word) {
      exactness = exactness.combined(with: meaning)
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      break
    }
    let digits = try Digits.read(bytes, from: at)
    at = digits?.end ?? at
    var exponent = 0
    takeMore(bytes, &at)
    if let power = Self.take(bytes, &at, Self.small) { exponent += power }
    takeMore(bytes, &at)
    if let power = Self.take(bytes, &at, Self.large) { exponent += power }
    takeMore(bytes, &at)
    if digits == nil, exponent == 0 || exactness == .exact { throw .notANumber }
    var value = NumberValue(
      mantissa: digits?.mantissa ?? 1, places: digits?.places ?? 0, isRounded: digits?.isRounded ?? false)
    if exponent > 0 { try Self.raise(&value, by: exponent) }
    let behindBlanks = bytes[at...].firstIndex { $0 != 0x20 } ?? at
    if behindBlanks < bytes.count, bytes[behindBlanks] == 0x25 {
      at = behindBlanks + 1
      value.places += 2
      value.hasPercentSign = true
      takeMore(bytes, &at)
    }
    guard at == bytes.count else { throw Self.refusal(bytes, at) }
    return value
  }

  private mutating func takeMore(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    for word in Self.behind where Self.take(bytes, &at, word) {
      exactness = exactness.combined(with: .moreThan)
      return
    }
  }

  private static func raise(_ value: inout NumberValue, by exponent: Int) throws(ValueRefusal) {
    value.isRounded = true
    let fewer = min(exponent, value.places)
    value.places -= fewer
    guard let raised = NumberValue(mantissa: value.mantissa).scaled(toPlaces: exponent - fewer) else {
      throw .overflow
    }
    value.mantissa = raised.value
  }

  /// Why the text behind a number is not part of it.
  private static func refusal(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> ValueRefusal {
    let next = bytes[at]
    if next | 0x20 == 0x65, at > 0,
      bytes[(at + 1)...].first.map({ $0 == 0x2B || $0 == 0x2D || Digits.isDigit($0) }) ?? false
    {
      return .scientificNotation
    }
    // Digits further on: two numbers, a date, a range, a telephone number.
    let hasMoreDigits = bytes[at...].contains { Digits.isDigit($0) }
    return hasMoreDigits || next == 0x2C || next == 0x2E ? .notANumber : .otherUnit
  }

  private static func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ words: [(StaticString, Int)]
  ) -> Int? {
    for (word, power) in words where take(bytes, &at, word) { return power }
    return nil
  }

  private static func take(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ word: StaticString) -> Bool
  {
    guard matches(bytes, at: at, word) else { return false }
    at += word.utf8CodeUnitCount
    return true
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, _ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard at >= 0, bytes.count - at >= word.count else { return false }
      for index in 0..<word.count where bytes[at + index] != word[index] { return false }
      return true
    }
  }
}
