import Common
import Pages
import Reading
import Statistics

extension ExplanationText {
  /// Who reported, whose last report was carried, whose is incomplete, who is missing, and what was refused.
  var units: [String] {
    var lines: [String] = []
    let all = explanation.contributions
    if all.count > 1 || all.contains(where: { !$0.isCounted }) {
      lines += list("units-sent", all.filter { $0.report == .sent && $0.isCounted && !$0.isOwn }) { unit in
        say("sent", ["name": name(unit.region), "values": values(unit)])
      }
      lines += list("units-own", all.filter(\.isOwn)) { unit in
        say("sent", ["name": name(unit.region), "values": values(unit)])
      }
      lines += list("units-carried", all.filter { $0.isCounted && carriedFrom($0) != nil }) { unit in
        say(
          "carried",
          [
            "name": name(unit.region), "values": values(unit),
            "day": carriedFrom(unit)?.description ?? "",
          ])
      }
      lines += list("units-blank", all.filter { !$0.isCounted && !isMissing($0) }) { unit in
        unit.isSuppressed
          ? say("hidden", ["name": name(unit.region)])
          : say(
            "blank",
            ["name": name(unit.region), "fields": unit.blank.map(text).joined(separator: separator)])
      }
      lines += list("units-missing", all.filter(isMissing)) { unit in
        let last: CivilDate? = if case .missing(let last) = unit.report { last } else { nil }
        return last.map { say("missing-since", ["name": name(unit.region), "day": $0.description]) }
          ?? say("missing", ["name": name(unit.region)])
      }
    }
    return lines
      + bounded(explanation.refused) { refused in
        say(
          "refused",
          [
            "name": name(refused.region), "dataset": site.datasets[refused.dataset].title,
            "count": String(refused.rows),
          ])
      }
  }

  private func list(
    _ key: String, _ units: [Explanation.Contribution], _ line: (Explanation.Contribution) -> String
  ) -> [String] {
    guard !units.isEmpty else { return [] }
    let columns = explanation.columns.map(page.measureName).joined(separator: " / ")
    return [say(key, ["count": String(units.count), "columns": columns])] + bounded(units, line)
  }

  private func text(_ blank: Explanation.Blank) -> String {
    let name = page.measureName(blank.measure)
    return blank.label.map { say("labelled", ["name": name, "label": $0]) } ?? name
  }

  private func values(_ unit: Explanation.Contribution) -> String {
    if unit.isSuppressed { return catalogue.text("cli.state.suppressed") }
    return unit.values.isEmpty
      ? "—" : unit.values.map { $0.plainDecimal(atMost: 12) }.joined(separator: " / ")
  }

  private func isMissing(_ unit: Explanation.Contribution) -> Bool {
    if case .missing = unit.report { true } else { false }
  }

  private func carriedFrom(_ unit: Explanation.Contribution) -> CivilDate? {
    if case .carried(let day) = unit.report { day } else { nil }
  }
}
