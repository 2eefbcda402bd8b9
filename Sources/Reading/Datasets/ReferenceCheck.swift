import Common
import YAML

/// Holds what datasets say of each other against what there is.
struct ReferenceCheck {
  let datasets: [DatasetDeclaration]
  /// Names of datasets with errors: to refer to one is no further error.
  let broken: Set<String>

  /// The datasets without the checks and foreign keys that refer to nothing; findings say why.
  func checked(findings: inout Findings) -> [DatasetDeclaration] {
    datasets.map { dataset in
      var dataset = dataset
      dataset.checks = dataset.checks.filter { check in
        guard case .equals(let field, let other, _) = check.kind else { return true }
        return isComparable(dataset, field, other, findings: &findings)
      }
      dataset.foreignKeys = dataset.foreignKeys.filter { key in
        zip(key.fields, key.references).filter { field, reference in
          !isReference(dataset, field, reference, findings: &findings)
        }.isEmpty
      }
      return dataset
    }
  }

  private func isComparable(
    _ dataset: DatasetDeclaration, _ field: Int, _ other: FieldReference, findings: inout Findings
  ) -> Bool {
    guard let (owner, otherField) = find(other, .number, for: "equals", findings: &findings) else {
      return false
    }
    guard (owner.date == .none) == (dataset.date == .none) else {
      findings.add(
        Diagnostic(
          .checkOfRegister, at: other.location,
          [
            "dataset": owner.date == .none ? owner.title : dataset.title,
            "other": owner.date == .none ? dataset.title : owner.title,
          ]))
      return false
    }
    let (left, right) = (dataset.fields[field], owner.fields[otherField])
    if let unit = left.unit, let otherUnit = right.unit, unit != otherUnit {
      findings.add(
        Diagnostic(
          .checkOfUnits, .warning, at: other.location,
          ["field": left.title, "unit": unit, "other": right.title, "otherUnit": otherUnit]))
    }
    return true
  }

  private func isReference(
    _ dataset: DatasetDeclaration, _ field: Int, _ reference: FieldReference, findings: inout Findings
  ) -> Bool {
    guard let (owner, other) = find(reference, .any, for: "reference", findings: &findings) else {
      return false
    }
    let (type, otherType) = (dataset.fields[field].type, owner.fields[other].type)
    if type == otherType || [type, otherType].allSatisfy({ $0 == .integer || $0 == .number }) { return true }
    findings.add(
      Diagnostic(
        .wrongFieldType, at: reference.location,
        [
          "key": "reference", "field": owner.fields[other].title, "found": otherType.rawValue,
          "wanted": type.rawValue,
        ]))
    return false
  }

  private func find(
    _ reference: FieldReference, _ wanted: FieldWish, for key: String, findings: inout Findings
  ) -> (DatasetDeclaration, Int)? {
    guard let owner = datasets.first(where: { $0.name == reference.dataset }) else {
      if !broken.contains(reference.dataset) {
        let names = datasets.map(\.name)
        let byTitle = datasets.filter { $0.title == reference.dataset }.map(\.name)
        findings.add(
          Diagnostic(
            .unknownDataset, at: reference.location, ["found": reference.dataset],
            suggestions: byTitle.isEmpty ? NearestNames.find(reference.dataset, in: names) : byTitle))
      }
      return nil
    }
    let lookup = FieldLookup(dataset: owner.name, fields: owner.fields)
    let name = Located(reference.field, at: reference.location)
    return lookup.find(name, for: key, wanted: wanted, findings: &findings).map { (owner, $0) }
  }
}
