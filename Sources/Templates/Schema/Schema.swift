/// What a template may name: ordered, typed fields.
///
/// Schemas are made once, when the program starts, mostly by a `SchemaBuilder`; two schemas never share a name,
/// because a name is how a record is known to belong to its schema.
package struct Schema: Sendable {
  /// What a field holds, and so what a template may do with it.
  package enum Kind: Sendable {
    /// Words, escaped where they are written. Empty words count as false in a section.
    case text
    /// Finished markup, written as it is. Empty markup counts as false in a section.
    case html
    /// Yes or no: only for sections.
    case flag
    /// One record; a section enters it, or skips it where it was not set.
    case record(Schema)
    /// Records in order; a section repeats for each.
    case list(Schema)
  }

  package struct Field: Sendable {
    package let name: String
    package let kind: Kind
  }

  package let name: String
  package let fields: [Field]
  let tag: UInt32
  let emptyValues: [Value]

  package init(_ name: String, _ fields: [Field]) {
    assert(Set(fields.map(\.name)).count == fields.count, "a field of \(name) is declared twice")
    self.name = name
    self.fields = fields
    tag = Self.tag(of: name)
    emptyValues = fields.map(\.kind.emptyValue)
  }

  /// The name's FNV-1a.
  static func tag(of name: String) -> UInt32 {
    name.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  func index(of name: String) -> Int? {
    fields.firstIndex { $0.name == name }
  }
}

extension Schema {
  /// The item of a list of texts: `{{.}}` is its one field.
  static let plainText = Schema(".", [.text(".")])
}

extension Schema.Field {
  package static func text(_ name: String) -> Self { Self(name: name, kind: .text) }
  package static func html(_ name: String) -> Self { Self(name: name, kind: .html) }
  package static func flag(_ name: String) -> Self { Self(name: name, kind: .flag) }
  /// A list of texts: `{{#tags}}{{.}} {{/tags}}`.
  package static func texts(_ name: String) -> Self { Self(name: name, kind: .list(.plainText)) }
  package static func record(_ name: String, _ schema: Schema) -> Self {
    Self(name: name, kind: .record(schema))
  }
  package static func list(_ name: String, _ schema: Schema) -> Self {
    Self(name: name, kind: .list(schema))
  }
}

extension Schema.Kind {
  var emptyValue: Value {
    switch self {
    case .text: .string("")
    case .html: .html([])
    case .flag: .flag(false)
    case .record: .absent
    case .list: .list([])
    }
  }

  /// The kind's name in findings.
  var word: String {
    switch self {
    case .text: "text"
    case .html: "html"
    case .flag: "flag"
    case .record: "record"
    case .list: "list"
    }
  }
}
