import Common
import Markdown
import Reading
import YAML

extension Resolver {
  /// The indicators of cards, each with what is made of it.
  func choices(_ options: inout YAMLMapping, _ directive: Directive) -> [FigureChoice]? {
    let names = options.locatedStrings("indicators", aliases: ["指标"])
    guard let names, !names.isEmpty else {
      return list(&options, directive).map { $0.map { FigureChoice(indicator: $0, transform: nil) } }
    }
    var choices: [FigureChoice] = []
    for name in names {
      guard let choice = choice(name, &options.findings), !choices.contains(choice) else { continue }
      choices.append(choice)
    }
    return choices
  }

  /// `走访|本周`
  private func choice(_ name: Located<String>, _ findings: inout Findings) -> FigureChoice? {
    guard let bar = name.value.lastIndex(of: "|") else {
      return names.indicator(name.value, at: name.location, findings: &findings)
        .map { FigureChoice(indicator: $0, transform: nil) }
    }
    let indicator = names.indicator(
      Self.trimmed(name.value[..<bar]), at: name.location, findings: &findings)
    let made = Self.trimmed(name.value[name.value.index(after: bar)...])
    let transform = transform(made, at: name.location, findings: &findings)
    guard let indicator, let transform else { return nil }
    return FigureChoice(indicator: indicator, transform: transform)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// `compare: [day, week]`; the day before where nothing is said.
  func comparisons(_ options: inout YAMLMapping) -> [Comparison] {
    guard let names = options.locatedStrings("compare", aliases: ["对照"]) else { return [.day] }
    var found: [Comparison] = []
    for name in names {
      guard let one = Comparison(rawValue: name.value) ?? Comparison.names[name.value] else {
        let allowed = Comparison.allCases.map(\.rawValue)
        options.findings.add(
          Diagnostic(
            .yamlNotChoice, at: name.location,
            ["key": "compare", "found": name.value, "allowed": allowed.joined(separator: " | ")],
            suggestions: NearestNames.find(name.value, in: allowed + Comparison.names.keys.sorted())))
        continue
      }
      if !found.contains(one) { found.append(one) }
    }
    return found
  }
}
