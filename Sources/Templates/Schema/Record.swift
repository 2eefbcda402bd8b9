/// Values for a schema's fields, in the schema's order.
///
/// A new record is empty: texts say nothing, flags are off, lists have no items. It is filled through slots, which
/// fix what kind of value goes where; a slot of another schema is a mistake of the program, found in debug builds.
package struct Record: Sendable {
  package private(set) var values: [Value]
  let tag: UInt32

  package init(_ schema: Schema) {
    values = schema.emptyValues
    tag = schema.tag
  }

  /// `nil` unless there is one value for each field, of its kind.
  package init?(_ schema: Schema, values: [Value]) {
    guard values.count == schema.fields.count,
      zip(values, schema.fields).allSatisfy({ $0.fits($1.kind) })
    else { return nil }
    self.values = values
    tag = schema.tag
  }

  package mutating func set(_ slot: TextSlot, _ text: String) {
    put(.string(text), slot.index, slot.owner)
  }

  package mutating func set(_ slot: TextSlot, _ text: [UInt8]) {
    put(.text(text), slot.index, slot.owner)
  }

  package mutating func set(_ slot: HTMLSlot, _ markup: [UInt8]) {
    put(.html(markup), slot.index, slot.owner)
  }

  package mutating func set(_ slot: FlagSlot, _ flag: Bool) {
    put(.flag(flag), slot.index, slot.owner)
  }

  package mutating func set(_ slot: TextsSlot, _ texts: [String]) {
    let items = texts.map { text in
      var item = Record(.plainText)
      item.put(.string(text), 0, item.tag)
      return item
    }
    put(.list(items), slot.index, slot.owner)
  }

  package mutating func set(_ slot: RecordSlot, _ record: Record) {
    assert(record.tag == slot.item, "a record of another schema")
    put(.record(record), slot.index, slot.owner)
  }

  package mutating func set(_ slot: ListSlot, _ records: [Record]) {
    assert(records.allSatisfy { $0.tag == slot.item }, "a record of another schema")
    put(.list(records), slot.index, slot.owner)
  }

  private mutating func put(_ value: Value, _ index: Int, _ owner: UInt32) {
    assert(owner == tag, "a slot of another schema")
    guard owner == tag, index < values.count else { return }
    values[index] = value
  }
}
