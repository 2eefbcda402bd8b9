import Common
import YAML

/// Reads `expect:`, a sentence of few words.
enum ReportScheduleReader {
  private static let cadences = ["daily", "weekly", "monthly"]
  private static let weekdays: [[String]] = [
    ["monday", "周一", "星期一"], ["tuesday", "周二", "星期二"], ["wednesday", "周三", "星期三"],
    ["thursday", "周四", "星期四"], ["friday", "周五", "星期五"], ["saturday", "周六", "星期六"],
    ["sunday", "周日", "星期日"],
  ]

  static func read(_ map: inout YAMLMapping) -> ReportSchedule? {
    guard let text = map.locatedString("expect") else { return nil }
    var words = text.value.split(separator: " ").map { $0.lowercased() }[...]
    guard let expectation = expectation(&words, at: text.location), words.isEmpty else {
      map.findings.add(
        Diagnostic(
          .badExpectation, at: text.location, ["found": text.value], suggestions: suggestions(text.value)))
      return nil
    }
    if let from = expectation.from, let until = expectation.until, until < from {
      map.findings.add(
        Diagnostic(
          .endsBeforeItBegins, at: text.location, ["from": from.description, "to": until.description]))
    }
    return expectation
  }

  private static func expectation(_ words: inout ArraySlice<String>, at location: Location) -> ReportSchedule?
  {
    let cadence: ReportSchedule.Cadence
    var minutes: Int?
    switch words.popFirst() {
    case "daily":
      cadence = .daily
      minutes = take("by", &words).flatMap { TimeOfDay.minutes($0) }
    case "weekly":
      guard let name = take("on", &words), let weekday = weekdays.firstIndex(where: { $0.contains(name) })
      else { return nil }
      cadence = .weekly(weekday: weekday + 1)
      minutes = take("by", &words).flatMap { TimeOfDay.minutes($0) }
    case "monthly":
      guard let parts = take("by", &words)?.split(separator: "t", omittingEmptySubsequences: false),
        parts.count == 2, let day = Int(parts[0]), (1...31).contains(day)
      else { return nil }
      cadence = .monthly(day: day)
      minutes = TimeOfDay.minutes(parts[1])
    default: return nil
    }
    guard let minutes else { return nil }
    var result = ReportSchedule(cadence: cadence, minutes: minutes, location: location)
    if words.first == "from" {
      guard let day = take("from", &words).flatMap({ CivilDate(iso: $0) }) else { return nil }
      result.from = day
    }
    if words.first == "until" {
      guard let day = take("until", &words).flatMap({ CivilDate(iso: $0) }) else { return nil }
      result.until = day
    }
    return result
  }

  /// The word behind `word`.
  private static func take(_ word: String, _ words: inout ArraySlice<String>) -> String? {
    guard words.first == word else { return nil }
    words.removeFirst()
    return words.popFirst()
  }

  /// The words that the misspelt ones resemble.
  private static func suggestions(_ text: String) -> [String] {
    let known = cadences + weekdays.map { $0[0] } + ["by", "on", "from", "until"]
    return text.lowercased().split(separator: " ").map(String.init).flatMap { word -> [String] in
      let isWord = word.count > 2 && word.first?.isLetter ?? false
      return !isWord || weekdays.joined().contains(word) || known.contains(word)
        ? [] : NearestNames.find(word, in: known, limit: 1)
    }
  }
}
