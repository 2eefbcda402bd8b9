import Common

/// Reads what stands between `{{` and `}}`: `name @place date|transform`, all but the name optional.
enum FigureSyntax {
  /// The reference, or `nil` after a finding.
  ///
  /// - Parameters:
  ///   - content: The text between the braces, on one line.
  ///   - start: The place of its first character.
  ///   - braces: The place of the first brace.
  static func parse(
    _ content: String, at start: Location, braces: Location, findings: inout Findings
  ) -> FigureReference? {
    let text = Text(scalars: Array(content.unicodeScalars), start: start)
    var name = 0..<text.scalars.count
    var place: Range<Int>?
    var transform: Range<Int>?
    var isSound = true

    if let pipe = text.scalars.firstIndex(where: { $0 == "|" || $0 == "｜" }) {
      transform = text.trimmed(pipe + 1..<name.upperBound)
      // In a table writers escape the pipe.
      name = 0..<(pipe > 0 && text.scalars[pipe - 1] == "\\" ? pipe - 1 : pipe)
    }
    if let at = text.scalars[name].firstIndex(where: { $0 == "@" || $0 == "＠" }) {
      place = text.trimmed(at + 1..<name.upperBound)
      name = 0..<at
    }
    name = text.trimmed(name)
    var day: CivilDate?
    let holder = place ?? name
    if let date = text.trailingDate(in: holder) {
      if place == nil { name = text.trimmed(name.lowerBound..<date.lowerBound) }
      if place != nil { place = text.trimmed(holder.lowerBound..<date.lowerBound) }
      day = CivilDate(iso: text.string(date))
      if day == nil {
        findings.add(Diagnostic(.markdownFigureDate, at: text.location(date), ["found": text.string(date)]))
        isSound = false
      }
    }

    func refuse(_ rule: Rule, at location: Location) {
      findings.add(Diagnostic(rule, at: location))
      isSound = false
    }
    if name.isEmpty { refuse(.markdownFigureWithoutName, at: braces) }
    if let brace = text.scalars[name].firstIndex(where: { "{}｛｝".unicodeScalars.contains($0) }) {
      refuse(.markdownFigureBrace, at: text.location(brace..<brace))
    }
    if let place, place.isEmpty { refuse(.markdownFigureWithoutPlace, at: text.location(place)) }
    if let transform, transform.isEmpty {
      refuse(.markdownFigureWithoutTransform, at: text.location(transform))
    }
    guard isSound else { return nil }
    return FigureReference(
      name: text.string(name), place: place.map(text.string), day: day, transform: transform.map(text.string),
      location: braces, nameLocation: text.location(name), placeLocation: place.map(text.location),
      transformLocation: transform.map(text.location))
  }

  private struct Text {
    var scalars: [Unicode.Scalar]
    var start: Location

    func location(_ range: Range<Int>) -> Location {
      guard case .text(let line, let column) = start.position else { return start }
      return Location(file: start.file, line: line, column: column + range.lowerBound)
    }

    func string(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
      var (low, high) = (range.lowerBound, range.upperBound)
      while low < high, EastAsianText.isSpace(scalars[low]) { low += 1 }
      while low < high, EastAsianText.isSpace(scalars[high - 1]) { high -= 1 }
      return low..<high
    }

    /// The last word of the trimmed range where it is meant as a date, right or wrong.
    func trailingDate(in range: Range<Int>) -> Range<Int>? {
      let trimmed = trimmed(range)
      let space = scalars[trimmed].lastIndex { EastAsianText.isSpace($0) }
      let word = (space.map { $0 + 1 } ?? trimmed.lowerBound)..<trimmed.upperBound
      guard let first = word.first, isDigit(scalars[first]) else { return nil }
      let rest = scalars[word].filter { !isDigit($0) }
      guard rest.allSatisfy({ "-/.年月日号－／．–—".unicodeScalars.contains($0) }) else { return nil }
      return rest.isEmpty && word.count != 8 ? nil : word
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
      ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }
  }
}
