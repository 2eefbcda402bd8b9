import XML

/// `workbook.xml`: the sheets in their order, and how dates and formulas are to be taken.
struct WorkbookPart {
  struct Entry {
    var name: String
    var visibility: SheetVisibility
    /// The relationship's id.
    var id: String
  }

  private(set) var sheets: [Entry] = []
  /// Day 0 is 1904-01-01, not 1899-12-31.
  private(set) var uses1904 = false
  /// Whoever opens it shall compute every formula: the program that wrote it computed none.
  private(set) var isNotComputed = false

  mutating func read(_ reader: inout XMLReader) throws(XMLError) {
    while let event = try reader.next() {
      guard event == .start else { continue }
      if reader.isNamed("sheet") {
        readSheet(&reader)
      } else if reader.isNamed("workbookPr") {
        uses1904 = Self.isTrue(reader.attribute("date1904"))
      } else if reader.isNamed("calcPr") {
        isNotComputed = Self.isTrue(reader.attribute("fullCalcOnLoad"))
      }
    }
  }

  private mutating func readSheet(_ reader: inout XMLReader) {
    var entry = Entry(name: "", visibility: .visible, id: "")
    reader.forEachAttribute { name, value in
      let text = String(decoding: value, as: UTF8.self)
      if name == "name" { entry.name = text }
      if name == "state" { entry.visibility = SheetVisibility(rawValue: text) ?? .visible }
      if name == "id" { entry.id = text }
    }
    sheets.append(entry)
  }

  static func isTrue(_ value: String?) -> Bool {
    value == "1" || value == "true" || value == "on"
  }
}
