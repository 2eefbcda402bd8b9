import Messages

/// A story that is about to be written: its front matter filled in, the figures it may use at hand.
///
/// The figures stand as comments of the front matter: there they are read with the file and never printed.
struct StoryDraft {
  struct Figure {
    /// `{{户数}}`, ready to be copied.
    var mark: String
    /// As it prints now.
    var value: String
    var day: String
  }

  /// More would hide the story.
  private static let mostFigures = 24

  var title: String
  var date: String?
  var place: String?
  var people: [String]
  var figures: [Figure]
  /// Whose figures they are.
  var figuresOf: String

  func text(_ catalogue: MessageCatalogue) -> String {
    catalogue.text(
      "cli.new.story-text",
      [
        "title": Self.quoted(title), "date": date.map { "\ndate: \($0)" } ?? "",
        "place": place.map { "\nplace: \(Self.plain($0))" } ?? "",
        "people": "[" + people.map(Self.plain).joined(separator: ", ") + "]",
        "figures": figureLines(catalogue),
      ])
  }

  private func figureLines(_ catalogue: MessageCatalogue) -> String {
    guard !figures.isEmpty else { return "" }
    var lines = [catalogue.text("cli.new.story-figures", ["place": figuresOf])]
    for figure in figures.prefix(Self.mostFigures) {
      lines.append(
        catalogue.text(
          "cli.new.story-figure", ["mark": figure.mark, "value": figure.value, "day": figure.day]))
    }
    if figures.count > Self.mostFigures {
      lines.append(catalogue.text("cli.new.story-more", ["count": String(figures.count - Self.mostFigures)]))
    }
    // A comment ends with its line, whatever a name may hold.
    return lines.map { "# " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }.joined()
  }

  /// A YAML scalar in double quotes.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if character == "\"" || character == "\\" { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }

  /// A YAML scalar, quoted only where it must be.
  private static func plain(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber && !$0.isASCII || $0 == "·" } ? text : quoted(text)
  }
}
