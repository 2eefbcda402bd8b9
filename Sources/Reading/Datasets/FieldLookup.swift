import Common
import YAML

/// Finds a dataset's fields for the keys that name them.
struct FieldLookup {
  let dataset: String
  let fields: [FieldDeclaration]
  /// Fields of which the type is not known.
  var untyped: Set<String> = []

  /// The field a name means, where it is of a kind that serves.
  func find(
    _ name: Located<String>, for key: String, wanted: FieldWish = .any, findings: inout Findings
  ) -> Int? {
    guard let index = fields.firstIndex(where: { $0.name == name.value }) else {
      findings.add(.unknownField(name.value, of: fields, at: name.location, in: dataset))
      return nil
    }
    let field = fields[index]
    guard wanted.allows(field.type) || untyped.contains(field.name) else {
      findings.add(
        Diagnostic(
          .wrongFieldType, at: name.location,
          ["key": key, "field": field.title, "found": field.type.rawValue, "wanted": wanted.rawValue]))
      return nil
    }
    if field.isPersonal, wanted != .any {
      findings.add(Diagnostic(.personalField, at: name.location, ["key": key, "field": field.title]))
      return nil
    }
    return index
  }
}

/// What a key asks of the field it names. All but `any` ask that it is not personal too.
enum FieldWish: String {
  case any
  case region
  case text = "string"
  case date = "date | datetime"
  case number = "integer | number | percent"

  func allows(_ type: FieldType) -> Bool {
    switch self {
    case .any: true
    case .region: type == .region
    case .text: type == .string
    case .date: type == .date || type == .datetime
    case .number: type.isNumeric
    }
  }
}
