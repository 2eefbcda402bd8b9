/// What a field of a record holds.
package enum Value: Sendable {
  /// Words as UTF-8.
  case text([UInt8])
  /// Words as a string; short ones need no memory of their own.
  case string(String)
  /// Finished markup as UTF-8.
  case html([UInt8])
  case flag(Bool)
  /// A record that was not set.
  case absent
  case record(Record)
  case list([Record])

  /// Whether a section on the value is rendered.
  var isTrue: Bool {
    switch self {
    case .text(let bytes), .html(let bytes): !bytes.isEmpty
    case .string(let string): !string.isEmpty
    case .flag(let flag): flag
    case .absent: false
    case .record: true
    case .list(let records): !records.isEmpty
    }
  }

  func fits(_ kind: Schema.Kind) -> Bool {
    switch (self, kind) {
    case (.text, .text), (.string, .text), (.html, .html), (.flag, .flag), (.absent, .record): true
    case (.record(let record), .record(let schema)): record.tag == schema.tag
    case (.list(let records), .list(let schema)): records.allSatisfy { $0.tag == schema.tag }
    default: false
    }
  }
}
