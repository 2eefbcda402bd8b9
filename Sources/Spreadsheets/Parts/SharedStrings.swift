import XML

/// `sharedStrings.xml`: the texts that cells name by number, one behind the other.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  mutating func read(_ reader: inout XMLReader) throws(XMLError) {
    while let event = try reader.next() {
      guard event == .start, reader.isNamed("si") else { continue }
      try RichText.read(&reader, into: &bytes)
      ends.append(bytes.count)
    }
  }

  func has(_ index: Int) -> Bool { ends.indices.contains(index) }

  /// - Precondition: there is such a text.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
