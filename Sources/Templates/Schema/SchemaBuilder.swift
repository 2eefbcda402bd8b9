/// Declares a schema's fields in order and hands out their slots.
///
/// ```swift
/// struct CrumbFields: Sendable {
///   let schema: Schema
///   let title: TextSlot
///   let address: TextSlot
///
///   init() {
///     var fields = SchemaBuilder("crumb")
///     title = fields.text("title")
///     address = fields.text("address")
///     schema = fields.schema
///   }
/// }
/// ```
package struct SchemaBuilder {
  private let name: String
  private let tag: UInt32
  private var fields: [Schema.Field] = []

  package init(_ name: String) {
    self.name = name
    tag = Schema.tag(of: name)
  }

  /// The schema of the fields declared so far.
  package var schema: Schema { Schema(name, fields) }

  package mutating func text(_ name: String) -> TextSlot {
    TextSlot(index: add(.text(name)), owner: tag)
  }

  package mutating func html(_ name: String) -> HTMLSlot {
    HTMLSlot(index: add(.html(name)), owner: tag)
  }

  package mutating func flag(_ name: String) -> FlagSlot {
    FlagSlot(index: add(.flag(name)), owner: tag)
  }

  package mutating func texts(_ name: String) -> TextsSlot {
    TextsSlot(index: add(.texts(name)), owner: tag)
  }

  package mutating func record(_ name: String, _ schema: Schema) -> RecordSlot {
    RecordSlot(index: add(.record(name, schema)), owner: tag, item: schema.tag)
  }

  package mutating func list(_ name: String, _ schema: Schema) -> ListSlot {
    ListSlot(index: add(.list(name, schema)), owner: tag, item: schema.tag)
  }

  private mutating func add(_ field: Schema.Field) -> Int {
    fields.append(field)
    return fields.count - 1
  }
}
