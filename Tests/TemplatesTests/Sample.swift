import Testing

@testable import Templates

/// A test's data, from which its schema and its record are derived.
enum Sample {
  case text(String)
  case flag(Bool)
  case null
  case record([String: Sample])
  case list([Sample])

  /// The kind of a field that held all these samples; `nil` when no one kind fits them.
  ///
  /// - Parameter markup: The names that the test's templates write unescaped.
  static func kind(of samples: [Sample], at path: String, markup: Set<String>) -> Schema.Kind? {
    var items: [Sample] = []
    var records: [[String: Sample]] = []
    var (lists, flags, texts) = (0, 0, 0)
    for sample in samples {
      switch sample {
      case .list(let inner): (lists, items) = (lists + 1, items + inner)
      case .record(let fields): records.append(fields)
      case .flag: flags += 1
      case .text, .null: texts += 1
      }
    }
    let text: Schema.Kind = markup.contains(String(path.split(separator: "/").last ?? "")) ? .html : .text
    switch (lists, records.count, flags, texts) {
    case (samples.count, 0, 0, 0): return Self.schema(of: items, at: path, markup: markup).map { .list($0) }
    case (0, samples.count, 0, 0):
      return Self.schema(of: samples, at: path, markup: markup).map { .record($0) }
    case (0, 0, samples.count, 0): return .flag
    case (0, 0, 0, samples.count): return text
    default: return nil
    }
  }

  /// The schema of records, or of texts: those are records of one field, `.`.
  static func schema(of samples: [Sample], at path: String, markup: Set<String>) -> Schema? {
    var fields: [String: [Sample]] = [:]
    for sample in samples {
      switch sample {
      case .record(let own):
        for (name, value) in own { fields[name, default: []].append(value) }
      case .text: fields[".", default: []].append(sample)
      default: return nil
      }
    }
    var kinds: [Schema.Field] = []
    for name in fields.keys.sorted() {
      guard let kind = kind(of: fields[name] ?? [], at: path + "/" + name, markup: markup) else { return nil }
      kinds.append(Schema.Field(name: name, kind: kind))
    }
    return Schema(path, kinds)
  }

  func filled(_ schema: Schema) -> Record? {
    let values = schema.fields.map { field -> Templates.Value? in
      guard case .record(let own) = self else { return field.name == "." ? value(field.kind) : nil }
      guard let sample = own[field.name] else { return field.kind.emptyValue }
      return sample.value(field.kind)
    }
    let known = values.compactMap { $0 }
    return known.count == values.count ? Record(schema, values: known) : nil
  }

  private func value(_ kind: Schema.Kind) -> Templates.Value? {
    switch (self, kind) {
    case (.text(let text), .text): return Templates.Value.string(text)
    case (.text(let text), .html): return Templates.Value.html(Array(text.utf8))
    case (.null, .text): return Templates.Value.string("")
    case (.null, .html): return Templates.Value.html([])
    case (.flag(let flag), .flag): return Templates.Value.flag(flag)
    case (.record, .record(let schema)): return filled(schema).map(Templates.Value.record)
    case (.list(let items), .list(let schema)):
      return Templates.Value.list(items.compactMap { $0.filled(schema) })
    default: return nil
    }
  }
}

extension Sample: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(arrayLiteral items: Sample...) { self = .list(items) }
  init(dictionaryLiteral fields: (String, Sample)...) {
    self = .record(Dictionary(fields) { first, _ in first })
  }
}
