/// Where one field of a record stands in the file's bytes, without its quotes.
package struct CSVField: Hashable, Sendable {
  package var start: Int
  /// One behind the last byte.
  package var end: Int
  /// Whether the bytes hold `""` for `"`: only then do they have to be copied to be read.
  package var hasDoubledQuotes: Bool

  package init(start: Int, end: Int, hasDoubledQuotes: Bool = false) {
    self.start = start
    self.end = end
    self.hasDoubledQuotes = hasDoubledQuotes
  }

  package var isEmpty: Bool { start == end }
}

/// One record of a CSV file. A scanner fills the same record again and again and keeps its memory.
package struct CSVRecord: Sendable {
  /// The physical line on which the record begins, from 1.
  package internal(set) var line = 1
  /// The offset of its first byte.
  package internal(set) var start = 0
  package internal(set) var fields: [CSVField] = []
  /// Whether the scanner found a fault in it; the fields are then a guess, and the row must be refused.
  package internal(set) var isFaulty = false

  package init() {
    fields.reserveCapacity(32)
  }

  package var count: Int { fields.count }

  mutating func begin(line: Int, start: Int) {
    self.line = line
    self.start = start
    isFaulty = false
    fields.removeAll(keepingCapacity: true)
  }
}
