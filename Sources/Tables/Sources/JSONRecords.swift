import Common
import Reading

/// Makes records of a JSON file: an array of objects, one a record, whose keys are the headings.
struct JSONRecords {
  let path: String
  /// UTF-8.
  let text: [UInt8]
  /// The declared field a key names: what is wrong below other keys is of no concern.
  let field: (String) -> Int?

  /// - Returns: `nil` when a finding says where the file stops being such an array.
  /// - Complexity: O(n) in the text.
  func read(findings: inout Findings) -> RecordFile? {
    do throws(JSONFault) {
      return try text.withUnsafeBufferPointer { bytes throws(JSONFault) in
        let keys = try keys(bytes)
        return try records(bytes, keys)
      }
    } catch {
      let place = JSONPlaces(text: text, width: 0).place(ofOffset: error.offset)
      findings.add(error.diagnostic(at: Location(file: path, line: place.line, column: place.column)))
      return nil
    }
  }

  /// The keys of all objects, and their columns: those that name the same field have one together.
  private struct Keys {
    struct Column {
      var key: Int32
      var field: Int?
      /// Where it stands for the first time.
      var offset: Int
    }

    var names = ByteDictionary()
    /// By key.
    var columnOf: [Int] = []
    var columns: [Column] = []
  }

  /// The keys of all objects, in the order in which they first occur; the whole file is checked on the way.
  private func keys(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> Keys {
    var keys = Keys()
    var key: [UInt8] = []
    try eachMember(of: bytes) { _ in
    } member: { scanner, name, _ throws(JSONFault) in
      key.removeAll(keepingCapacity: true)
      scanner.append(name, to: &key)
      let code = Int(key.withUnsafeBufferPointer { keys.names.code(for: $0) })
      guard code == keys.columnOf.count else { return }
      guard code < Limits.jsonKeys else { throw JSONFault(.tooManyKeys, at: name.start) }
      let named = field(String(decoding: key, as: UTF8.self))
      if let named, let column = keys.columns.firstIndex(where: { $0.field == named }) {
        keys.columnOf.append(column)
      } else {
        keys.columnOf.append(keys.columns.count)
        keys.columns.append(Keys.Column(key: Int32(code), field: named, offset: name.start))
      }
    }
    return keys
  }

  private func records(_ bytes: UnsafeBufferPointer<UInt8>, _ keys: Keys) throws(JSONFault) -> RecordFile {
    var places = JSONPlaces(text: text, width: keys.columns.count)
    var writer = RecordWriter(width: keys.columns.count)
    var faults: [CellPlace: CellFault] = [:]
    places.addRecord(at: keys.columns.first?.offset ?? 0)
    for (index, column) in keys.columns.enumerated() {
      places.setValue(column: index, at: column.offset)
      writer.set(index, Array(keys.names.name(of: column.key).utf8))
    }
    writer.endRecord()
    var row = 1
    var key: [UInt8] = []
    var cell: [UInt8] = []
    try eachMember(of: bytes) { offset in
      if row > 1 { writer.endRecord() }
      row += 1
      places.addRecord(at: offset)
    } member: { scanner, name, value throws(JSONFault) in
      key.removeAll(keepingCapacity: true)
      scanner.append(name, to: &key)
      guard let code = key.withUnsafeBufferPointer({ keys.names.find($0) }) else { return }
      let column = keys.columnOf[Int(code)]
      places.setValue(column: column, at: value.start)
      if keys.columns[column].field != nil,
        let fault = Self.fault(value, isSecond: writer.has(column), scanner)
      {
        faults[CellPlace(row: row, column: column)] = fault
        return
      }
      cell.removeAll(keepingCapacity: true)
      if value.kind != .object, value.kind != .array { scanner.append(value, to: &cell) }
      writer.set(column, cell)
    }
    if row > 1 { writer.endRecord() }
    return RecordFile(
      path: path, bytes: writer.bytes, separator: .comma,
      layout: RecordLayout(naming: .json(places), faults: faults, continuations: writer.continuations))
  }

  private static func fault(_ value: JSONValue, isSecond: Bool, _ scanner: JSONScanner) -> CellFault? {
    if isSecond { return CellFault(.jsonKeyTwice) }
    guard value.kind == .object || value.kind == .array else { return nil }
    let excerpt = UnsafeBufferPointer(rebasing: scanner.bytes[value.range])
    return CellFault(.jsonNested, ["found": CellText.excerpt(excerpt)])
  }

  /// Walks through the array: each object, then its members.
  private func eachMember(
    of bytes: UnsafeBufferPointer<UInt8>, object: (_ offset: Int) -> Void,
    member: (_ scanner: JSONScanner, _ key: JSONValue, _ value: JSONValue) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    var scanner = JSONScanner(bytes)
    guard try scanner.peek() == 0x5B else {
      // What is no JSON at all is said in JSON's own words.
      let start = scanner.position
      _ = try scanner.value()
      try scanner.end()
      throw JSONFault(.noRecords, at: start)
    }
    try scanner.open(0x5B)
    var isFirst = true
    while try scanner.next(before: 0x5D, isFirst: isFirst) {
      isFirst = false
      guard try scanner.peek() == 0x7B else {
        let start = scanner.position
        _ = try scanner.value()
        throw JSONFault(.noRecords, at: start)
      }
      object(scanner.position)
      try scanner.open(0x7B)
      var isFirstMember = true
      while try scanner.next(before: 0x7D, isFirst: isFirstMember) {
        isFirstMember = false
        let key = try scanner.key()
        try member(scanner, key, try scanner.value(depth: 2))
      }
    }
    try scanner.end()
  }
}
