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
      } else if value.seconds == nil {
        value.seconds = try readTime(&cursor)
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

  /// `18:00`, `T18:00:05`, 下午6点30分, 24时 as seconds after midnight; parts of a second are read past.
  private func readTime(_ cursor: inout TextCursor) throws(ValueRefusal) -> Int {
    _ = cursor.take("T")
    let isNight = cursor.take("晚上")
    let isAfternoon = isNight || cursor.take("下午")
    if !isAfternoon { _ = cursor.take("上午") || cursor.take("早上") }
    cursor.skipBlanks()
    guard let hour = cursor.digits(), hour.count <= 2 else { throw .notADate }
    var (minute, second) = (0, 0)
    if cursor.take(":") {
      guard let read = cursor.digits(), read.count == 2 else { throw .notADate }
      minute = read.value
      if cursor.take(":") {
        guard let read = cursor.digits(), read.count == 2 else { throw .notADate }
        second = read.value
        if cursor.take("."), cursor.digits() == nil { throw .notADate }
      }
    } else if cursor.take("时") || cursor.take("点") {
      (minute, second) = try readChineseMinutes(&cursor)
    } else {
      throw .notADate
    }
    // 晚上12点 ends the day, 下午12点 is noon.
    let isLater = isAfternoon && (hour.value < 12 || isNight && hour.value == 12)
    let seconds = ((isLater ? hour.value + 12 : hour.value) * 60 + minute) * 60 + second
    guard minute < 60, second < 60, seconds <= Moment.secondsPerDay else { throw .noSuchDay }
    return seconds
  }

  private func readChineseMinutes(_ cursor: inout TextCursor) throws(ValueRefusal) -> (
    minute: Int, second: Int
  ) {
    if cursor.take("整") { return (0, 0) }
    if cursor.take("半") { return (30, 0) }
    guard let minute = cursor.digits() else { return (0, 0) }
    guard cursor.take("分") else { throw .notADate }
    guard let second = cursor.digits() else { return (minute.value, 0) }
    guard cursor.take("秒") else { throw .notADate }
    return (minute.value, second.value)
  }
}
