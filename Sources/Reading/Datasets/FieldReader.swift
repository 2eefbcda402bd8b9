import Common
import YAML

/// Reads the `fields` of a dataset.
struct FieldReader {
  private(set) var fields: [FieldDeclaration] = []
  /// Fields whose type is written wrongly: no further finding shall follow from that.
  private(set) var untyped: Set<String> = []
  /// Where `unit_from` stands, by field index.
  private var unitFields: [(name: Located<String>, field: Int)] = []
  private var headings: [String: String] = [:]

  mutating func read(_ dataset: inout YAMLMapping) {
    let elements = dataset.mappings("fields", required: true) ?? []
    for var element in elements {
      read(field: &element)
      element.finish(findings: &dataset.findings)
    }
    for (name, field) in unitFields
    where !fields.contains(where: { $0.name == name.value && $0.type == .string }) {
      dataset.findings.add(
        .unknownField(
          name.value, of: fields.filter { $0.type == .string }, at: name.location, in: fields[field].name))
    }
  }

  private mutating func read(field map: inout YAMLMapping) {
    let name = map.locatedString("name", required: true)
    let title = map.string("title") ?? name?.value ?? ""
    let type = map.choice("type", of: FieldType.self)
    let isTyped = type != nil || !map.has("type")
    var field = FieldDeclaration(
      name: name?.value ?? "", title: title, aliases: map.strings("aliases") ?? [],
      type: type ?? .string, unit: map.string("unit"), location: map.location)
    let unitField = map.locatedString("unit_from")
    field.unitField = unitField?.value
    field.isPersonal = map.bool("personal") ?? false
    field.countsPeople = map.bool("people") ?? false
    field.isApproximate = map.bool("approximate") ?? false
    if let delimiter = delimiter(of: field, isTyped: isTyped, in: &map) { field.delimiter = delimiter }
    field.constraints = constraints(of: field, isTyped: isTyped, in: &map)
    for (key, isSet) in [("people", field.countsPeople), ("approximate", field.isApproximate)]
    where isSet && isTyped && !field.type.isNumeric {
      map.findings.add(
        Diagnostic(
          .keyNeedsNumber, at: map.location(of: key),
          ["key": key, "field": title, "type": field.type.rawValue]))
    }
    guard let name else { return }
    if !isTyped { untyped.insert(name.value) }
    _ = Identifier.check(name.value, at: name.location, findings: &map.findings)
    checkHeadings(of: field, at: name.location, findings: &map.findings)
    if let unitField { unitFields.append((unitField, fields.count)) }
    fields.append(field)
  }

  private func delimiter(
    of field: FieldDeclaration, isTyped: Bool, in map: inout YAMLMapping
  ) -> String? {
    guard let delimiter = map.locatedString("delimiter") else { return nil }
    if isTyped, field.type != .list {
      map.findings.add(Diagnostic(.delimiterWithoutList, at: delimiter.location, ["field": field.title]))
    } else if delimiter.value.isEmpty {
      map.findings.add(Diagnostic(.emptyDelimiter, at: delimiter.location, ["field": field.title]))
    }
    return delimiter.value
  }

  private func constraints(
    of field: FieldDeclaration, isTyped: Bool, in map: inout YAMLMapping
  ) -> FieldDeclaration.Constraints {
    var result = FieldDeclaration.Constraints()
    guard var rules = map.mapping("constraints") else { return result }
    result.required = rules.bool("required") ?? false
    result.minimum = rules.percentOrDecimal("minimum")?.value
    result.maximum = rules.percentOrDecimal("maximum")?.value
    result.enumeration = rules.strings("enum") ?? []
    for (key, bound) in [("minimum", result.minimum), ("maximum", result.maximum)]
    where bound != nil && isTyped && !field.type.isNumeric {
      rules.findings.add(
        Diagnostic(
          .keyNeedsNumber, at: rules.location(of: key),
          ["key": key, "field": field.title, "type": field.type.rawValue]))
    }
    if let minimum = result.minimum, let maximum = result.maximum, maximum < minimum {
      rules.findings.add(
        Diagnostic(
          .maximumBelowMinimum, at: rules.location(of: "maximum"),
          ["minimum": minimum.plainDecimal(), "maximum": maximum.plainDecimal()]))
    }
    rules.finish(findings: &map.findings)
    return result
  }

  /// A heading may mean one field only.
  private mutating func checkHeadings(
    of field: FieldDeclaration, at location: Location, findings: inout Findings
  ) {
    if fields.contains(where: { $0.name == field.name }) {
      findings.add(Diagnostic(.nameTwice, at: location, ["name": field.name]))
      return
    }
    for heading in [field.name, field.title] + field.aliases {
      let folded = PlainText.folded(heading).lowercased().filter { !$0.isWhitespace }
      let other = headings.updateValue(field.name, forKey: folded)
      if let other, other != field.name {
        findings.add(
          Diagnostic(.headingTwice, at: location, ["heading": heading, "field": field.name, "other": other]))
      }
    }
  }
}

extension FieldType {
  package var isNumeric: Bool {
    self == .integer || self == .number || self == .percent
  }
}

extension Diagnostic {
  /// A name that is no field's.
  static func unknownField(
    _ name: String, of fields: [FieldDeclaration], at location: Location, in owner: String
  ) -> Diagnostic {
    let byTitle = fields.filter { $0.title == name || $0.aliases.contains(name) }.map(\.name)
    return Diagnostic(
      .unknownField, at: location, ["found": name, "dataset": owner],
      suggestions: byTitle.isEmpty ? NearestNames.find(name, in: fields.map(\.name)) : byTitle)
  }
}
