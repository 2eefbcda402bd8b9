import Common

extension YAMLMapping {
  /// A mapping inside this one; the caller finishes it, into this mapping's `findings` or its own.
  package mutating func mapping(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> YAMLMapping? {
    guard let entry = takeWritten(key, aliases: aliases, required: required) else { return nil }
    return YAMLMapping(entry.value, findings: &findings)
  }

  /// The elements of a sequence.
  package mutating func sequence(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> [YAMLNode]? {
    value(key, aliases: aliases, required: required, orElse: .yamlNotSequence, \.sequence)
  }

  /// The mappings of a sequence; elements of another kind are findings and left out.
  package mutating func mappings(
    _ key: String, aliases: [String] = [], required: Bool = false
  ) -> [YAMLMapping]? {
    guard let elements = sequence(key, aliases: aliases, required: required) else { return nil }
    return elements.compactMap { YAMLMapping($0, findings: &findings) }
  }
}
