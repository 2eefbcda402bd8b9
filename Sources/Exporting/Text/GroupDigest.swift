import Common
import Pages

/// A page as a message to a group: title, a few facts, the cut-off, the address.
package struct GroupDigest: Sendable {
  /// A digest has fewer characters.
  package static let limit = 600
  package static let mostFacts = 8

  package let text: String

  /// - Returns: `nil` after a finding when even without facts it is too long.
  package init?(_ page: ExportPage, findings: inout Findings) {
    let words = page.words
    let site = page.context.site
    let head =
      page.isBulletin ? [site.bulletin.name, page.issue].filter { !$0.isEmpty }.joined(separator: " ") : ""
    let top = [words.fill(.exportTitle, ["title": page.title.trimmed]), head, page.notice]
    let bottom = [page.dataLine, page.archivedLine, page.publicAddress]
    let frame = (top + bottom).filter { !$0.isEmpty }
    var room = Self.limit - 1 - Self.length(frame)
    guard room >= 0 else {
      findings.add(
        Diagnostic(
          .digestTooLong, at: Location(file: page.source),
          ["found": String(Self.length(frame)), "limit": String(Self.limit)]))
      return nil
    }
    // A line that does not fit is left out whole, and so are those behind it: the order tells what matters.
    func fitting(_ lines: [String]) -> [String] {
      var taken: [String] = []
      for line in lines {
        guard line.count + 1 <= room else { break }
        room -= line.count + 1
        taken.append(line)
      }
      return taken
    }
    let lead = Sentences.fit(page.view.summary, within: max(0, min(room - 1, 160)))
    let middle =
      (lead.hasSuffix("…") ? [] : fitting([lead].filter { !$0.isEmpty }))
      + fitting(Array(Self.once(Self.facts(page)).prefix(Self.mostFacts)))
    let lines = top.filter { !$0.isEmpty } + middle + bottom.filter { !$0.isEmpty }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// Characters with the ends of the lines.
  private static func length(_ lines: [String]) -> Int {
    lines.reduce(0) { $0 + $1.count + 1 }
  }

  /// A figure that the page says twice is one fact.
  private static func once(_ facts: [String]) -> [String] {
    var seen: Set<String> = []
    return facts.filter { seen.insert($0).inserted }
  }

  /// Of a page with a summary its sentences, of others the figures of its cards, or those in its text.
  private static func facts(_ page: ExportPage) -> [String] {
    var sentences: [String] = []
    var cards: [String] = []
    for case .block(let block, _) in page.view.body {
      switch block {
      case .summary(_, let texts): sentences += texts.map(\.text.trimmed)
      case .figures(_, _, _, let views, _): cards += views.map { fact($0, page.words) }
      case .profile(let profile): cards += profile.figures.map { fact($0, page.words) }
      default: break
      }
    }
    if !sentences.isEmpty { return sentences }
    if !cards.isEmpty { return cards }
    return page.view.marginFigures.map { figure in
      fact(
        figure.title, figure.text,
        details: figure.completeness.isEmpty ? [] : [page.words[.provisional], figure.completeness],
        page.words)
    }
  }

  private static func fact(_ card: CardView, _ words: Words) -> String {
    var details: [String] = []
    if let mark = card.figure.mark, mark.text != card.figure.number { details.append(mark.text) }
    if let reporting = card.lines.first(where: { $0.label == words[.reporting] }) {
      details.append(reporting.text)
    }
    return fact(card.title.text, card.figure.text, details: details, words)
  }

  private static func fact(_ title: String, _ value: String, details: [String], _ words: Words) -> String {
    let fact = words.fill(.exportFact, ["title": title, "value": value])
    let text = details.joined(separator: words[.comma])
    return text.isEmpty ? fact : fact + words.fill(.parentheses, ["text": text])
  }
}
