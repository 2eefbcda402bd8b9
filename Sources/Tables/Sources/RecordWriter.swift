/// Writes records as CSV for the row reader, a record a line, and keeps where a cell's own line breaks go on.
struct RecordWriter {
  private(set) var bytes: [UInt8] = []
  /// Lines that go on with the record above; ascending.
  private(set) var continuations: [Int32] = []
  private var line: Int32 = 1
  /// The cells of the record under way, each a range of `texts`; empty where none was set.
  private var cells: [Range<Int>?]
  private var texts: [UInt8] = []

  init(width: Int) {
    cells = Array(repeating: nil, count: width)
  }

  /// The line on which the next record begins.
  var nextLine: Int { Int(line) }

  /// Whether the record has the cell already.
  func has(_ column: Int) -> Bool { cells[column] != nil }

  /// Adds records that hold nothing, as empty lines.
  mutating func skip(_ records: Int) {
    bytes.append(contentsOf: repeatElement(0x0A, count: records))
    line += Int32(records)
  }

  mutating func set(_ column: Int, _ text: some Collection<UInt8>) {
    let start = texts.count
    texts.append(contentsOf: text)
    cells[column] = start..<texts.count
  }

  /// - Complexity: O(n) in the record's bytes.
  mutating func endRecord() {
    for column in cells.indices {
      if column > 0 { bytes.append(0x2C) }
      if let cell = cells[column] { write(texts[cell]) }
      cells[column] = nil
    }
    texts.removeAll(keepingCapacity: true)
    bytes.append(0x0A)
    line += 1
  }

  /// Adds a record that has one cell too many, and says nothing.
  mutating func writeUneven() {
    bytes.append(0x2D)
    bytes.append(contentsOf: repeatElement(0x2C, count: cells.count))
    bytes.append(0x0A)
    line += 1
  }

  private mutating func write(_ text: ArraySlice<UInt8>) {
    guard text.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(0x22)
    for (index, byte) in zip(text.indices, text) {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
      let isBreak =
        byte == 0x0A || byte == 0x0D && (index + 1 == text.endIndex || text[index + 1] != 0x0A)
      if isBreak {
        line += 1
        continuations.append(line)
      }
    }
    bytes.append(0x22)
  }
}
