import Common
import YAML

/// Reads `foreignKeys`, in the words of the Frictionless Table Schema:
/// `[{fields: id, reference: {resource: enterprises, fields: id}}]`.
struct ForeignKeyReader {
  let lookup: FieldLookup

  func read(_ dataset: inout YAMLMapping) -> [ForeignKeyDeclaration] {
    var keys: [ForeignKeyDeclaration] = []
    for var map in dataset.mappings("foreignKeys") ?? [] {
      if let key = key(&map) { keys.append(key) }
      map.finish(findings: &dataset.findings)
    }
    return keys
  }

  private func key(_ map: inout YAMLMapping) -> ForeignKeyDeclaration? {
    let severity = map.checkSeverity()
    let names = map.locatedStrings("fields", required: true) ?? []
    let fields = names.compactMap { lookup.find($0, for: "fields", findings: &map.findings) }
    guard var reference = map.mapping("reference", required: true) else { return nil }
    // An empty resource is the dataset itself: it is read as written, not as a key that is not there.
    let resource = reference.take("resource")?.value.scalar
    if resource == nil {
      reference.findings.add(Diagnostic(.yamlMissingKey, at: reference.location, ["key": "resource"]))
    }
    let others = reference.locatedStrings("fields", required: true) ?? []
    if !names.isEmpty, !others.isEmpty, names.count != others.count {
      reference.findings.add(
        Diagnostic(
          .foreignKeyUneven, at: reference.location(of: "fields"),
          ["found": String(others.count), "wanted": String(names.count)]))
    }
    reference.finish(findings: &map.findings)
    guard let resource, fields.count == names.count, others.count == names.count, !names.isEmpty else {
      return nil
    }
    let owner = resource.isEmpty ? lookup.dataset : resource
    return ForeignKeyDeclaration(
      fields: fields,
      references: others.map { FieldReference(dataset: owner, field: $0.value, location: $0.location) },
      severity: severity, location: map.location)
  }
}
