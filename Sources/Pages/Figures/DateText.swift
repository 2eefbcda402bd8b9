import Common

/// Days in the site's words.
package struct DateText: Sendable {
  package let words: Words

  private static let weekdays: [Word] = [
    .weekday1, .weekday2, .weekday3, .weekday4, .weekday5, .weekday6, .weekday7,
  ]
  private static let months: [Word] = [
    .month1, .month2, .month3, .month4, .month5, .month6, .month7, .month8, .month9, .month10, .month11,
    .month12,
  ]

  package init(words: Words) {
    self.words = words
  }

  /// 2020年2月14日
  package func full(_ day: CivilDate) -> String { fill(.dateFull, day) }

  /// 2月14日
  package func short(_ day: CivilDate) -> String { fill(.dateShort, day) }

  /// 2020年2月
  package func month(_ day: CivilDate) -> String { fill(.dateMonth, day) }

  /// 星期五
  package func weekday(_ day: CivilDate) -> String { words[Self.weekdays[day.weekday - 1]] }

  /// 2月1日—3月16日
  package func range(_ from: CivilDate, _ to: CivilDate) -> String {
    from == to ? short(to) : words.fill(.dateRange, ["from": short(from), "to": short(to)])
  }

  /// 2月10日—16日, and 1月27日—2月2日 across months.
  package func span(_ days: ClosedRange<CivilDate>) -> String {
    let (from, to) = (days.lowerBound.components, days.upperBound.components)
    guard from.month == to.month else { return range(days.lowerBound, days.upperBound) }
    return words.fill(
      .dateSpan,
      [
        "month": String(from.month), "monthName": words[Self.months[from.month - 1]],
        "from": String(from.day), "to": String(to.day),
      ])
  }

  /// 18:00
  package func time(minutes: Int) -> String {
    let minute = minutes % 60
    return "\(minutes / 60):" + (minute < 10 ? "0\(minute)" : "\(minute)")
  }

  private func fill(_ word: Word, _ day: CivilDate) -> String {
    let (year, month, number) = day.components
    return words.fill(
      word,
      [
        "year": String(year), "month": String(month), "monthName": words[Self.months[month - 1]],
        "day": String(number),
      ])
  }
}
