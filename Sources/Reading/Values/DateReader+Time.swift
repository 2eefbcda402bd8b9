import Common

extension DateReader {
  /// Reads what may follow a day: a weekday and a time, in either order.
  func readRest(_ cursor: inout TextCursor, into value: inout DateValue) throws(ValueRefusal) {
    var weekday: Int?
    while true {
      cursor.skipBlanks()
      if cursor.isAtEnd { break }
      if weekday == nil, let found = try readWeekday(&cursor) {
        weekday = found
      } else if value.minutes == nil {
        value.minutes = try readTime(&cursor)
      } else {
        throw .notADate
      }
    }
    if let weekday, weekday != value.day.weekday { throw .weekdayMismatch }
  }

  /// 1 for Monday; `nil` where no weekday begins.
  private func readWeekday(_ cursor: inout TextCursor) throws(ValueRefusal) -> Int? {
    let isBracketed = cursor.take("(")
    guard cursor.take("星期") || cursor.take("周") || cursor.take("礼拜") else {
      if isBracketed { throw .notADate }
      return nil
    }
    let names: [StaticString] = ["一", "二", "三", "四", "五", "六", "日", "天"]
    guard let index = names.firstIndex(where: { cursor.take($0) }) else { throw .notADate }
    if isBracketed, !cursor.take(")") { throw .notADate }
    return min(index + 1, 7)
  }

  /// `18:00`, `T18:00:05`, 下午6点30分, 24时. Seconds are read past.
  private func readTime(_ cursor: inout TextCursor) throws(ValueRefusal) -> Int {
    _ = cursor.take("T")
    let isAfternoon = cursor.take("下午") || cursor.take("晚上")
    if !isAfternoon { _ = cursor.take("上午") || cursor.take("早上") }
    cursor.skipBlanks()
    guard let hour = cursor.digits(), hour.count <= 2 else { throw .notADate }
    var minute = 0
    if cursor.take(":") {
      guard let read = cursor.digits(), read.count == 2 else { throw .notADate }
      minute = read.value
      if cursor.take(":") {
        guard let second = cursor.digits(), second.count == 2 else { throw .notADate }
        guard second.value < 60 else { throw .noSuchDay }
        if cursor.take("."), cursor.digits() == nil { throw .notADate }
      }
    } else if cursor.take("时") || cursor.take("点") {
      minute = try readChineseMinutes(&cursor)
    } else {
      throw .notADate
    }
    let minutes = (isAfternoon && hour.value < 12 ? hour.value + 12 : hour.value) * 60 + minute
    guard minute < 60, minutes <= 1440 else { throw .noSuchDay }
    return minutes
  }

  private func readChineseMinutes(_ cursor: inout TextCursor) throws(ValueRefusal) -> Int {
    if cursor.take("整") { return 0 }
    if cursor.take("半") { return 30 }
    guard let minute = cursor.digits() else { return 0 }
    guard cursor.take("分") else { throw .notADate }
    if let second = cursor.digits(), !cursor.take("秒") || second.value > 59 { throw .notADate }
    return minute.value
  }
}
