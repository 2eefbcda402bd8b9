import Common
import YAML

extension DatasetReader {
  private enum NamedDateSource: String, CaseIterable { case filename }

  /// `date: field` or `date: {from: filename}`; none for a register.
  ///
  /// - Returns: `nil` after an error.
  func dateSource(_ map: inout YAMLMapping, _ lookup: FieldLookup) -> DatasetDeclaration.DateSource? {
    guard let entry = map.take("date"), !entry.value.isEmpty else { return .some(.none) }
    if let field = entry.value.scalar {
      let name = Located(field, at: entry.value.location)
      return lookup.find(name, for: "date", wanted: .date, findings: &map.findings).map { .field($0) }
    }
    guard var source = YAMLMapping(entry.value, findings: &map.findings) else { return nil }
    let from = source.choice("from", of: NamedDateSource.self, required: true)
    source.finish(findings: &map.findings)
    return from.map { _ in .filename }
  }

  /// `cut_off: "18:00"`, in seconds; midnight where nothing is written.
  func cutOff(
    _ map: inout YAMLMapping, date: DatasetDeclaration.DateSource?, fields: [FieldDeclaration]
  ) -> Int32 {
    let minutes = map.value("cut_off", orElse: .badTimeOfDay) { node in
      node.scalar.flatMap { TimeOfDay.minutes($0) }.flatMap { $0 > 0 ? $0 : nil }
    }
    guard let minutes else { return Int32(Moment.secondsPerDay) }
    // A date whose field could not be found has its own finding.
    if let date {
      let hasTime = if case .field(let field) = date { fields[field].type == .datetime } else { false }
      if !hasTime { map.findings.add(Diagnostic(.cutOffWithoutTime, at: map.location(of: "cut_off"))) }
    }
    return Int32(minutes * 60)
  }

  func validity(_ map: inout YAMLMapping, _ lookup: FieldLookup, hasDate: Bool) -> DatasetDeclaration
    .Validity?
  {
    guard var valid = map.mapping("valid") else { return nil }
    func end(_ key: String) -> Int? {
      valid.locatedString(key).flatMap { lookup.find($0, for: key, wanted: .date, findings: &valid.findings) }
    }
    let validity = DatasetDeclaration.Validity(from: end("from"), to: end("to"))
    if hasDate {
      valid.findings.add(Diagnostic(.validityBesideDate, at: valid.location))
    }
    valid.finish(findings: &map.findings)
    return validity
  }

  /// The declared key; without one the place and the day, and nothing for a register.
  func key(
    _ map: inout YAMLMapping, _ lookup: FieldLookup, regionField: Int?, date: DatasetDeclaration.DateSource?
  ) -> [Int] {
    if let names = map.locatedStrings("key") {
      return names.compactMap { lookup.find($0, for: "key", findings: &map.findings) }
    }
    switch date {
    case .field(let day): return [regionField, day].compactMap { $0 }
    case .filename: return [regionField].compactMap { $0 }
    case .some(.none), nil: return []
    }
  }
}
