import Common

extension YAMLMapping {
  /// Takes a key whose value `read` understands; a value it does not understand breaks `rule`.
  ///
  /// For kinds of values of the caller's own. The rule's arguments are `key` and `found`.
  package mutating func value<Value>(
    _ key: String, aliases: [String] = [], required: Bool = false, orElse rule: Rule,
    _ read: (YAMLNode) -> Value?
  ) -> Value? {
    guard let entry = takeWritten(key, aliases: aliases, required: required) else { return nil }
    if let value = read(entry.value) { return value }
    findings.add(
      Diagnostic(rule, at: entry.value.location, ["key": entry.key, "found": entry.value.summary]))
    return nil
  }

  /// The entry, where something is written in it.
  mutating func takeWritten(_ key: String, aliases: [String], required: Bool) -> YAMLEntry? {
    let entry = take(key, aliases: aliases)
    if let entry, !entry.value.isEmpty { return entry }
    if required {
      findings.add(Diagnostic(.yamlMissingKey, at: entry?.keyLocation ?? location, ["key": key]))
    }
    return nil
  }

  /// Any scalar.
  package mutating func string(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> String? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotText, \.scalar)
  }

  /// Any scalar, with its place.
  package mutating func locatedString(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> Located<String>? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotText) { node in
      node.scalar.map { Located($0, at: node.location) }
    }
  }

  /// `true`, `false`, `是` or `否`, and nothing else.
  package mutating func bool(_ key: String, aliases: [String] = [], required: Bool = false) -> Bool? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotBool) { node in
      switch node.scalar {
      case "true", "是": true
      case "false", "否": false
      default: nil
      }
    }
  }

  /// A whole number, `-12`.
  package mutating func integer(_ key: String, aliases: [String] = [], required: Bool = false) -> Int? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotInteger) { node in
      guard let text = node.scalar, text.first != "+" else { return nil }
      return Int(text)
    }
  }

  /// A plain decimal, `-12.50`.
  package mutating func decimal(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> Rational? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotNumber) { node in
      node.scalar.flatMap { Rational(decimal: $0) }
    }
  }

  /// `98%` or a plain decimal.
  package mutating func percentOrDecimal(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> YAMLNumber? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotPercent) { node in
      node.scalar.flatMap { YAMLNumber($0) }
    }
  }

  /// `2020-02-14`.
  package mutating func date(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> CivilDate? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotDate) { node in
      node.scalar.flatMap { CivilDate(iso: $0) }
    }
  }

  /// A sequence of scalars, or a single scalar as one.
  package mutating func strings(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> [String]? {
    locatedStrings(key, aliases: aliases, required: required)?.map(\.value)
  }

  /// A sequence of scalars, or a single scalar as one, each with its place.
  package mutating func locatedStrings(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> [Located<String>]? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotTexts, \.strings)
  }

  /// A raw value of `type`, or one of `names`.
  ///
  /// - Parameter names: Other words for a case, `["折线": .line]`.
  package mutating func choice<Choice>(
    _ key: String, aliases: [String] = [], of type: Choice.Type = Choice.self,
    names: [String: Choice] = [:], required: Bool = false
  ) -> Choice? where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let entry = takeWritten(key, aliases: aliases, required: required) else { return nil }
    if let text = entry.value.scalar, let choice = Choice(rawValue: text) ?? names[text] {
      return choice
    }
    let allowed = Choice.allCases.map(\.rawValue)
    let found = entry.value.summary
    findings.add(
      Diagnostic(
        .yamlNotChoice, at: entry.value.location,
        ["key": entry.key, "found": found, "allowed": allowed.joined(separator: " | ")],
        suggestions: NearestNames.find(found, in: allowed + names.keys.sorted())))
    return nil
  }
}
