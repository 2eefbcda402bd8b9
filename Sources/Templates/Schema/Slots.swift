/// Where a schema keeps a text. A slot is handed out once, by the builder of its schema, so that filling a record
/// needs no name and the compiler knows what may go in.
package struct TextSlot: Sendable {
  let index: Int
  let owner: UInt32
}

/// Where a schema keeps finished markup.
package struct HTMLSlot: Sendable {
  let index: Int
  let owner: UInt32
}

/// Where a schema keeps a yes or no.
package struct FlagSlot: Sendable {
  let index: Int
  let owner: UInt32
}

/// Where a schema keeps a list of texts.
package struct TextsSlot: Sendable {
  let index: Int
  let owner: UInt32
}

/// Where a schema keeps one record.
package struct RecordSlot: Sendable {
  let index: Int
  let owner: UInt32
  let item: UInt32
}

/// Where a schema keeps records in order.
package struct ListSlot: Sendable {
  let index: Int
  let owner: UInt32
  let item: UInt32
}
