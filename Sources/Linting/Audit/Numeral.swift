import Common

/// A number in prose: `92%`, `1,127`, `1.2万`, `百分之九十二`.
struct Numeral: Hashable, Sendable {
  /// As a fraction where it is a percentage.
  var value: Rational
  /// One of its last printed digit: a number says no more than that.
  var step: Rational
  var isPercent: Bool
  /// 6000多, 百余.
  var isRounded: Bool
  /// Behind the number and its percent sign.
  var end: Int

  /// The number that begins at `start`; `nil` where none does.
  ///
  /// - Complexity: O(its length).
  static func read(_ prose: Prose, at start: Int) -> Numeral? {
    guard let first = prose.text(start) else { return nil }
    if Characters.isDigit(Characters.narrow(first)) { return arabic(prose, at: start) }
    if first == "百", prose.text(start + 1) == "分", prose.text(start + 2) == "之" {
      guard let (value, step, end) = chinese(prose, at: start + 3, least: 1), let hundredth else {
        return nil
      }
      return Numeral(
        value: value * hundredth, step: step * hundredth, isPercent: true, isRounded: false, end: end)
    }
    guard let (value, step, end) = chinese(prose, at: start, least: 2) else { return nil }
    return finished(prose, value: value, step: step, at: end)
  }

  private static let hundredth = Rational(1, over: 100)

  private static func arabic(_ prose: Prose, at start: Int) -> Numeral? {
    var digits = ""
    var places = 0
    var hasPoint = false
    var index = start
    func digit(_ at: Int) -> Unicode.Scalar? {
      prose.text(at).map(Characters.narrow).flatMap { Characters.isDigit($0) ? $0 : nil }
    }
    while true {
      if let next = digit(index) {
        digits.unicodeScalars.append(next)
        if hasPoint { places += 1 }
      } else if !hasPoint, prose.text(index) == ".", digit(index + 1) != nil {
        digits.append(".")
        hasPoint = true
      } else if !hasPoint, prose.text(index) == ",", (1...3).allSatisfy({ digit(index + $0) != nil }),
        digit(index + 4) == nil
      {
        // The separator is passed over.
      } else {
        break
      }
      index += 1
    }
    guard digits.unicodeScalars.count <= 20, let value = Rational(decimal: digits),
      let step = Self.step(places)
    else { return nil }
    return finished(prose, value: value, step: step, at: index)
  }

  private static func step(_ places: Int) -> Rational? {
    Rational(1, over: (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 })
  }

  /// Adds what stands behind the digits: 万, 多, %.
  private static func finished(_ prose: Prose, value: Rational, step: Rational, at start: Int) -> Numeral? {
    var (value, step, index, isRounded) = (value, step, start, false)
    func rounded() {
      if let next = prose.text(index), "多余来".unicodeScalars.contains(next) {
        (isRounded, index) = (true, index + 1)
      }
    }
    rounded()
    if let next = prose.text(index), let scale = scales[next] {
      value = value * Rational(scale)
      step = step * Rational(scale)
      index += 1
      rounded()
    }
    var isPercent = false
    if let next = prose.text(index), next == "%" || next == "％", let hundredth {
      (value, step, isPercent) = (value * hundredth, step * hundredth, true)
      index += 1
    }
    return Numeral(value: value, step: step, isPercent: isPercent, isRounded: isRounded, end: index)
  }

  private static let scales: [Unicode.Scalar: Int] = ["千": 1000, "万": 10_000, "亿": 100_000_000]
  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let powers: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1000]

  /// 三十七, 一万二千, 九十二点五; of `least` characters and more, for 一个 counts nothing.
  private static func chinese(_ prose: Prose, at start: Int, least: Int) -> (Rational, Rational, Int)? {
    var (total, section, digit) = (0, 0, 0)
    var index = start
    while let scalar = prose.text(index), index - start < 16 {
      if let value = digits[scalar] {
        digit = value
      } else if let power = powers[scalar] {
        section += max(1, digit) * power
        digit = 0
      } else if scalar == "万" || scalar == "亿" {
        guard index > start, let scale = scales[scalar] else { return nil }
        total = (total + section + digit) * scale
        (section, digit) = (0, 0)
      } else {
        break
      }
      index += 1
    }
    guard index - start >= least else { return nil }
    var value = Rational(total + section + digit)
    var step = Rational(1)
    if prose.text(index) == "点" {
      var at = index + 1
      while let next = prose.text(at).flatMap({ digits[$0] }), let finer = step / Rational(10), at - index < 8
      {
        step = finer
        value = value + step * Rational(next)
        at += 1
      }
      if at > index + 1 { index = at }
    }
    return (value, step, index)
  }
}
