import XML

/// `styles.xml`: what the numbers of each cell style are.
struct StylesPart: Sendable {
  private var formats: [NumberFormat] = []

  /// By a cell's style index; plain where there is no such style.
  subscript(style: Int) -> NumberFormat {
    style >= 0 && style < formats.count ? formats[style] : .plain
  }

  mutating func read(_ reader: inout XMLReader) throws(XMLError) {
    var codes: [Int: NumberFormat] = [:]
    while let event = try reader.next() {
      guard event == .start else { continue }
      if reader.isNamed("numFmts") {
        try Self.readCodes(&reader, into: &codes)
      } else if reader.isNamed("cellXfs") {
        formats = try Self.readStyles(&reader)
          .map { codes[$0] ?? NumberFormat(builtIn: $0) }
      } else if reader.isNamed("cellStyleXfs") || reader.isNamed("dxfs") {
        try reader.skip()
      }
    }
  }

  private static func readCodes(_ reader: inout XMLReader, into codes: inout [Int: NumberFormat])
    throws(XMLError)
  {
    var depth = 1
    while depth > 0, let event = try reader.next() {
      depth += event == .start ? 1 : event == .end ? -1 : 0
      guard event == .start, reader.isNamed("numFmt") else { continue }
      let id = reader.attribute("numFmtId").flatMap { Int($0) }
      if let id, let code = reader.attribute("formatCode") { codes[id] = NumberFormat(code: code) }
    }
  }

  /// The number format's id of each cell style.
  private static func readStyles(_ reader: inout XMLReader) throws(XMLError) -> [Int] {
    var ids: [Int] = []
    var depth = 1
    while depth > 0, let event = try reader.next() {
      depth += event == .start ? 1 : event == .end ? -1 : 0
      guard event == .start, depth == 2, reader.isNamed("xf") else { continue }
      ids.append(reader.attribute("numFmtId").flatMap { Int($0) } ?? 0)
    }
    return ids
  }
}
