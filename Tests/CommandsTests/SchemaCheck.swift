import Foundation

/// Holds a JSON document against a JSON Schema: the keywords that ours use, and any other is a fault.
struct SchemaCheck {
  private let schema: [String: Any]

  struct Unreadable: Error {}

  init(_ text: String) throws {
    guard let schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
      throw Unreadable()
    }
    self.schema = schema
  }

  /// What is wrong, with the path of where.
  func faults(in text: String) throws -> [String] {
    faults(try JSONSerialization.jsonObject(with: Data(text.utf8)), schema, "$")
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      self.faults(value, keyword, rule, schema, path)
    }
  }

  private func faults(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ path: String
  ) -> [String] {
    let object = value as? [String: Any]
    switch keyword {
    case "$schema", "$defs", "title", "description", "then": return []
    case "$ref":
      let name = String(String(describing: rule).dropFirst("#/$defs/".count))
      guard let target = (self.schema["$defs"] as? [String: Any])?[name] as? [String: Any] else {
        return ["\(path): no definition \(name)"]
      }
      return faults(value, target, path)
    case "type":
      let names = rule as? [String] ?? [String(describing: rule)]
      return names.contains(where: { Self.is(value, $0) }) ? [] : ["\(path): \(value) is no \(names)"]
    case "const": return Self.equal(value, rule) ? [] : ["\(path): \(value) is not \(rule)"]
    case "enum":
      let allowed = rule as? [Any] ?? []
      return allowed.contains { Self.equal(value, $0) } ? [] : ["\(path): \(value) is none of \(allowed)"]
    case "pattern":
      guard let text = value as? String else { return [] }
      let isMet = text.range(of: String(describing: rule), options: .regularExpression) != nil
      return isMet ? [] : ["\(path): \(text)"]
    case "minimum":
      guard let number = value as? NSNumber, let least = rule as? NSNumber else { return [] }
      return number.doubleValue >= least.doubleValue ? [] : ["\(path): \(number) < \(least)"]
    case "minItems", "maxItems":
      guard let items = value as? [Any], let bound = rule as? Int else { return [] }
      return (keyword == "minItems" ? items.count >= bound : items.count <= bound)
        ? [] : ["\(path): \(keyword)"]
    case "items":
      guard let items = value as? [Any], let each = rule as? [String: Any] else { return [] }
      return items.enumerated().flatMap { faults($1, each, "\(path)[\($0)]") }
    case "required":
      return (rule as? [String] ?? []).compactMap { name in
        object.map { $0[name] == nil } ?? false ? "\(path): no \(name)" : nil
      }
    case "properties":
      let named = rule as? [String: [String: Any]] ?? [:]
      return (object ?? [:]).flatMap { name, member in
        named[name].map { faults(member, $0, "\(path).\(name)") } ?? []
      }
    case "additionalProperties":
      let named = schema["properties"] as? [String: Any] ?? [:]
      return (object ?? [:]).keys.filter { named[$0] == nil }.map { "\(path): \($0) is not in the schema" }
    case "allOf": return (rule as? [[String: Any]] ?? []).flatMap { faults(value, $0, path) }
    case "if":
      guard let condition = rule as? [String: Any], faults(value, condition, path).isEmpty else { return [] }
      return (schema["then"] as? [String: Any]).map { faults(value, $0, path) } ?? []
    default: return ["\(path): \(keyword) is not understood here"]
    }
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "integer":
      (value as? NSNumber).map { !isBoolean(value) && $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: false
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? (value is Bool)
  }

  private static func equal(_ one: Any, _ other: Any) -> Bool {
    (one as? NSObject).map { $0.isEqual(other) } ?? (String(describing: one) == String(describing: other))
  }
}
