import Common
import YAML

extension DatasetReader {
  /// What stands in `places` for rows that are left out.
  private static let leftOut = "none"
  /// What a negated condition begins with.
  private static let negation = "!="

  /// `region: community`, or `region: [province, city]` from top to bottom; none after an error.
  func regionFields(_ map: inout YAMLMapping, _ lookup: FieldLookup) -> [Int] {
    guard let names = map.locatedStrings("region", required: true) else { return [] }
    var fields: [Int] = []
    for name in names {
      guard let field = lookup.find(name, for: "region", wanted: .region, findings: &map.findings) else {
        return []
      }
      if fields.contains(field) {
        map.findings.add(Diagnostic(.nameTwice, at: name.location, ["name": name.value]))
      }
      fields.append(field)
    }
    return fields
  }

  /// `region_names: [country, province, city]`: one for each of the region's fields.
  func regionNames(_ map: inout YAMLMapping, _ lookup: FieldLookup, regionFields: [Int]) -> [Int] {
    guard let names = map.locatedStrings("region_names") else { return [] }
    let fields = names.compactMap {
      lookup.find($0, for: "region_names", wanted: .text, findings: &map.findings)
    }
    guard fields.count == names.count, !regionFields.isEmpty else { return [] }
    guard fields.count == regionFields.count else {
      map.findings.add(
        Diagnostic(
          .regionNamesUneven, at: map.location(of: "region_names"),
          ["found": String(fields.count), "wanted": String(regionFields.count)]))
      return []
    }
    return fields
  }

  /// `places: {公主岭市: 四平市, 境外输入: none}`.
  func placeRules(_ map: inout YAMLMapping) -> [PlaceRule] {
    guard let entry = map.take("places"), !entry.value.isEmpty else { return [] }
    guard let entries = entry.value.mapping else {
      _ = YAMLMapping(entry.value, findings: &map.findings)
      return []
    }
    var rules: [PlaceRule] = []
    for entry in entries {
      let text = entry.key.trimmingSpaces
      guard let place = entry.value.scalar, !place.isEmpty, !text.isEmpty else {
        map.findings.add(
          Diagnostic(
            .badPlaceRule, at: entry.value.location, ["place": entry.key, "found": entry.value.summary]))
        continue
      }
      if rules.contains(where: { $0.text == text }) {
        map.findings.add(Diagnostic(.nameTwice, at: entry.keyLocation, ["name": text]))
      }
      if place != Self.leftOut, let tree = context.tree,
        !tree.check(place: Located(place, at: entry.value.location), findings: &map.findings)
      {
        continue
      }
      rules.append(
        PlaceRule(text: text, place: place == Self.leftOut ? nil : place, location: entry.keyLocation))
    }
    return rules
  }

  /// `where: {countryCode: CN, city: ["外地来京", "外地来沪"], cityCode: "!="}`: texts as they stand in the file.
  func rowConditions(_ map: inout YAMLMapping, _ lookup: FieldLookup) -> [RowCondition] {
    guard let entry = map.take("where"), !entry.value.isEmpty else { return [] }
    guard let entries = entry.value.mapping else {
      _ = YAMLMapping(entry.value, findings: &map.findings)
      return []
    }
    var conditions: [RowCondition] = []
    for entry in entries {
      let name = Located(entry.key, at: entry.keyLocation)
      guard let field = lookup.find(name, for: "where", findings: &map.findings) else { continue }
      let title = lookup.fields[field].title
      guard !lookup.fields[field].isPersonal else {
        map.findings.add(Diagnostic(.personalField, at: name.location, ["key": "where", "field": title]))
        continue
      }
      guard let values = entry.value.strings, !values.isEmpty, !entry.value.isEmpty else {
        map.findings.add(
          Diagnostic(
            .badCondition, at: entry.value.location, ["field": title, "found": entry.value.summary]))
        continue
      }
      let isNegated = values.allSatisfy { $0.value.hasPrefix(Self.negation) }
      if !isNegated, let odd = values.first(where: { $0.value.hasPrefix(Self.negation) }) {
        map.findings.add(Diagnostic(.badCondition, at: odd.location, ["field": title, "found": odd.value]))
      }
      conditions.append(
        RowCondition(
          field: field,
          texts: values.map { value in
            isNegated ? String(value.value.dropFirst(Self.negation.count)).trimmingSpaces : value.value
          }, isNegated: isNegated))
    }
    return conditions
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    let inner = drop { $0 == " " }
    return inner.lastIndex { $0 != " " }.map { String(inner[...$0]) } ?? ""
  }
}
