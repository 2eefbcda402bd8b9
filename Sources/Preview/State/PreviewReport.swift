import Common

/// What the last reading of the site found, in words ready to be shown over the page.
package struct PreviewReport: Sendable {
  package struct Item: Sendable {
    package var severity: Severity
    /// 错误, 警告, 提示
    package var label: String
    package var message: String
    /// What to do, and the nearest names.
    package var advice: [String]
    /// `content/stories/a.md:3:12`
    package var place: String?
    package var line: Int?
    /// Of the character, counted from 1; `nil` where the whole line is meant.
    package var column: Int?
    /// The line's text.
    package var text: String?

    package init(
      severity: Severity, label: String, message: String, advice: [String], place: String?, line: Int?,
      column: Int?,
      text: String?
    ) {
      self.severity = severity
      self.label = label
      self.message = message
      self.advice = advice
      self.place = place
      self.line = line
      self.column = column
      self.text = text
    }
  }

  /// Errors first.
  package var items: [Item]
  /// `2 处错误，1 处警告`; empty when nothing was found.
  package var summary: String
  /// That the page is an older one, where it is.
  package var note: String
  /// The button that puts the findings away.
  package var hide: String
  /// The language of these words, `zh-Hans`.
  package var language: String

  package init(items: [Item], summary: String, note: String, hide: String, language: String) {
    self.items = items
    self.summary = summary
    self.note = note
    self.hide = hide
    self.language = language
  }

  package var hasErrors: Bool { items.contains { $0.severity == .error } }

  /// What is sent to a page: its version as it would be served now, and the findings.
  func json(version: String) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("version", version)
    json.member("summary", summary)
    json.member("note", note)
    json.member("hide", hide)
    json.member("language", language)
    json.key("hasErrors")
    json.bool(hasErrors)
    json.key("items")
    json.beginArray()
    for item in items {
      json.beginObject()
      json.member("severity", item.severity.rawValue)
      json.member("label", item.label)
      json.member("message", item.message)
      json.member("advice", item.advice)
      json.member("place", item.place)
      json.member("line", item.line)
      json.member("column", item.column)
      json.member("text", item.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.buffer.bytes
  }
}
