import Common
import YAML

/// An earlier definition before other indicators are looked up.
struct DraftEarlier {
  var until: CivilDate
  var definition: String?
  /// `nil` after an error.
  var formula: DraftFormula?
  var note: String?
  var location: Location
}

/// Reads `before: [{until: 2020-02-19, definition: …, ratio: […], note: …}]`.
struct EarlierReader {
  let formulas: FormulaReader

  func read(_ map: inout YAMLMapping) -> [DraftEarlier] {
    var result: [DraftEarlier] = []
    for var item in map.mappings("before") ?? [] {
      let until = item.date("until", required: true)
      let definition = item.string("definition")
      let note = item.string("note")
      let formula = formulas.read(&item)
      if let until, let last = result.last?.until, until <= last {
        item.findings.add(
          Diagnostic(
            .beforeOutOfOrder, at: item.location(of: "until"),
            ["found": until.description, "last": last.description]))
      }
      let location = item.location
      item.finish(findings: &map.findings)
      guard let until else { continue }
      result.append(
        DraftEarlier(until: until, definition: definition, formula: formula, note: note, location: location))
    }
    return result
  }
}
