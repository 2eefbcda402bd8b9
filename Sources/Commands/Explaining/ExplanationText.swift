import Common
import Messages
import Pages
import Reading
import Statistics

/// An explanation for the terminal.
struct ExplanationText {
  let answer: ExplainRequest.Answer
  let catalogue: MessageCatalogue
  /// How many units of a kind are listed.
  let limit: Int

  static let listed = 12

  init(_ answer: ExplainRequest.Answer, catalogue: MessageCatalogue, limit: Int = Self.listed) {
    self.answer = answer
    self.catalogue = catalogue
    self.limit = limit
  }

  var page: PageContext { answer.page }
  var site: SiteContext { page.site }
  var explanation: Explanation { answer.explanation }
  private var figure: Figure { explanation.figure }
  private var indicator: IndicatorDeclaration { site.indicators[figure.indicator] }

  var text: String {
    // What is said of a change comes first; the later day's whole figure below it has the rest.
    let order =
      if case .change = explanation.kind { head + kind + condition } else { head + condition + kind }
    return (order + inputs + units).joined(separator: "\n")
  }

  func say(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.text("cli.explain." + key, values)
  }

  func number(_ value: Rational?) -> String { value?.plainDecimal(atMost: 12) ?? "—" }

  /// Between names in a list: 、
  var separator: String { say("list") }

  func name(_ region: RegionIndex) -> String { site.tree[region].name }

  private var head: [String] {
    let path = site.tree.path(to: figure.region).map(name).joined(separator: " › ")
    var lines = [
      say(
        "title",
        [
          "title": answer.title, "id": indicator.id, "place": path, "day": site.dates.full(figure.day),
          "printed": answer.printed,
        ]),
      say("formula", ["formula": page.formulaText(indicator, on: figure.day)]),
    ]
    if let definition = indicator.definition(on: figure.day) {
      lines.append(say("definition", ["definition": definition]))
    }
    let periods = page.definitionPeriods(figure.indicator)
    if !periods.isEmpty { lines.append(say("periods")) }
    for period in periods {
      lines.append(
        say(
          period.note.isEmpty ? "period" : "period-why",
          [
            "days": period.days, "definition": period.definition, "formula": period.formula,
            "why": period.note,
          ]))
    }
    if indicator.asReported { lines.append(say("as-reported")) }
    if let day = site.knownOn { lines.append(say("known-on", ["day": day.description])) }
    if figure.origins.count > 1 {
      lines.append(say("merged", ["places": figure.origins.map(name).joined(separator: separator)]))
    } else if let origin = figure.origins.first {
      lines.append(say("renamed", ["place": name(origin)]))
    }
    return lines
  }

  /// What the figure is worth: its state, who reported, and how it stands.
  private var condition: [String] {
    var lines: [String] = []
    lines.append(
      say(
        "state",
        [
          "state": catalogue.text("cli.state.\(figure.state.rawValue)"),
          "reported": String(figure.reported), "expected": String(figure.expected),
          "carried": String(figure.carried), "basis": catalogue.text("cli.basis.\(figure.basis.rawValue)"),
        ]))
    if figure.expected == 0, figure.basis == .units, figure.state == .notReported {
      lines.append(say("nobody"))
    }
    if explanation.isSuppressed { return lines + [say("suppressed")] }
    if let value = figure.value { lines.append(say("exact", ["value": number(value)])) }
    if figure.immature > 0 { lines.append(say("waiting", ["count": String(figure.immature)])) }
    let thresholds = page.thresholds(indicator)
    if !thresholds.isEmpty {
      lines.append(
        say(
          "standing",
          [
            "standing": catalogue.text("cli.standing.\(explanation.standing.rawValue)"),
            "thresholds": thresholds,
          ]))
    }
    if figure.expected > 1, figure.basis == .units {
      lines.append(
        say(
          figure.meetsThreshold ? "enough" : "too-few",
          ["share": (explanation.atLeast * Rational(100)).plainDecimal() + "%"]))
    }
    return lines
  }

  /// What is made of several figures.
  private var kind: [String] {
    switch explanation.kind {
    case .day: return []
    case .change(let change, let comparison): return lines(change, comparison)
    case .mean(let days): return [say("mean", ["count": String(days.count)])] + lines(days)
    case .sum(let days): return [say("sum", ["count": String(days.count)])] + lines(days)
    case .last(let period):
      return [
        say(
          "last",
          [
            "from": period.lowerBound.description, "to": period.upperBound.description,
            "day": figure.day.description,
          ])
      ]
    case .rank(let rank, let among):
      var lines = [
        say(
          "rank",
          [
            "position": rank.map { String($0.position) } ?? "—", "of": rank.map { String($0.of) } ?? "—",
            "count": String(among.count),
          ])
      ]
      lines += bounded(among) { one in
        say(
          "ranked",
          [
            "position": one.rank.map { String($0.position) } ?? "—", "name": name(one.region),
            "value": site.formatter.text(one.figure).text,
          ])
      }
      return lines
    }
  }

  private func lines(_ days: [Figure]) -> [String] {
    bounded(days) { figure in
      say("daily", ["day": figure.day.description, "value": site.formatter.text(figure).text])
    }
  }

  private func lines(_ change: Change, _ comparison: Explanation.Comparison) -> [String] {
    var lines = [
      say(
        change.isRedefined ? "redefined" : change.difference == nil ? "no-change" : "change",
        [
          "from": change.from.description, "to": change.to.description,
          "earlier": number(change.earlier),
          "later": number(change.earlier.flatMap { earlier in change.difference.map { earlier + $0 } }),
          "difference": number(change.difference), "count": String(change.units),
        ])
    ]
    if change.isRegrouped { lines.append(say("regrouped")) }
    let sides = [
      (change.from, comparison.earlier, comparison.earlierUnits),
      (change.to, comparison.later, comparison.laterUnits),
    ]
    for (day, parts, units) in sides where !parts.isEmpty {
      lines.append(say("change-day", ["day": day.description]))
      lines += parts.flatMap { self.lines($0, indent: 1) }
      if units.count > 1 { lines.append(say("common-units", ["names": names(units)])) }
    }
    lines.append(say("later-day", ["day": figure.day.description]))
    return lines
  }

  private func names(_ units: [RegionIndex]) -> String {
    let shown = units.prefix(limit).map(name).joined(separator: separator)
    return units.count > limit ? shown + say("and-more", ["count": String(units.count - limit)]) : shown
  }

  /// A line for each, as many as are listed, and how many are not.
  func bounded<Item>(_ items: [Item], _ line: (Item) -> String) -> [String] {
    var lines = items.prefix(limit).map(line)
    if items.count > limit { lines.append(say("more", ["count": String(items.count - limit)])) }
    return lines
  }
}
