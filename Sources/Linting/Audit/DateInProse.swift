import Common

/// Dates as prose has them: 2020年2月14日, 2月14日, 2020-02-14; and months and days that are no one day.
enum DateInProse {
  static func read(_ prose: Prose, at start: Int) -> (WrittenDate, Int)? {
    var index = start
    var parts: [(value: Int, unit: Unicode.Scalar)] = []
    while parts.count < 3, let (value, end) = number(prose, at: index), let unit = prose.text(end),
      "年月日号-".unicodeScalars.contains(unit) || (parts.count == 2 && parts[1].unit == "-")
    {
      let isISO = parts.count == 2 && parts[1].unit == "-"
      parts.append((value, isISO ? "日" : unit))
      index = isISO ? end : end + 1
    }
    if parts.count == 2, parts.allSatisfy({ $0.unit == "-" }), let (value, end) = number(prose, at: index) {
      parts.append((value, "日"))
      index = end
    }
    switch parts.map(\.unit) {
    case ["年", "月", "日"], ["年", "月", "号"], ["-", "-", "日"]:
      let date = CivilDate(year: parts[0].value, month: parts[1].value, day: parts[2].value)
      return (date.map(WrittenDate.full) ?? .vague, index)
    case ["月", "日"], ["月", "号"]: return (.monthDay(parts[0].value, parts[1].value), index)
    case ["年"], ["年", "月"], ["月"], ["日"], ["号"]: return (.vague, index)
    default: return nil
    }
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func number(_ prose: Prose, at start: Int) -> (Int, Int)? {
    var (value, index) = (0, start)
    while let scalar = prose.text(index), Characters.isDigit(Characters.narrow(scalar)), index - start < 4 {
      value = value * 10 + Int(Characters.narrow(scalar).value - 0x30)
      index += 1
    }
    if index > start { return (value, index) }
    while let scalar = prose.text(index), index - start < 3 {
      if let digit = digits[scalar] {
        value += digit
      } else if scalar == "十" {
        value = max(1, value) * 10
      } else {
        break
      }
      index += 1
    }
    return index > start ? (value, index) : nil
  }
}
