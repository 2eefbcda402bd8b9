/// A workbook put together part by part.
package struct HandMadeBook {
  /// What stands in a cell.
  package enum Cell {
    case empty
    case text(String)
    /// A number as it is written, and the index of its format.
    case number(String, format: Int = 0)
    /// A formula with its stored result, if there is one.
    case formula(String, value: String?)
    case error(String)
    case boolean(Bool)
    /// The cell's attributes but for its place, and what it holds.
    case xml(String, String)
  }

  package struct Sheet {
    package var name: String
    package var state: String?
    /// What stands in `sheetData`.
    package var rows: String
    /// What stands before and behind it.
    package var before = ""
    package var behind = ""

    package init(_ name: String, state: String? = nil, rows: String) {
      self.name = name
      self.state = state
      self.rows = rows
    }

    /// - Parameters:
    ///   - cells: row by row from the first on.
    ///   - merges: `A1:B2` each.
    ///   - hiddenRows: from 1.
    ///   - hiddenColumns: from 1.
    package init(
      _ name: String, state: String? = nil, _ cells: [[Cell]], merges: [String] = [],
      hiddenRows: Set<Int> = [],
      hiddenColumns: [Int] = []
    ) {
      let rows = cells.enumerated().map { row, cells in
        let hidden = hiddenRows.contains(row + 1) ? " hidden=\"1\"" : ""
        let text = cells.enumerated().map { HandMadeBook.xml($1, at: HandMadeBook.place(row, $0)) }.joined()
        return "<row r=\"\(row + 1)\"\(hidden)>\(text)</row>"
      }
      self.init(name, state: state, rows: rows.joined())
      if !hiddenColumns.isEmpty {
        let columns = hiddenColumns.map { "<col min=\"\($0)\" max=\"\($0)\" hidden=\"1\"/>" }
        before = "<cols>\(columns.joined())</cols>"
      }
      if !merges.isEmpty {
        behind = "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
      }
    }
  }

  package var sheets: [Sheet]
  /// Codes of number formats, by the index that cells name.
  package var formats: [String] = ["General", "yyyy\\-mm\\-dd", "0.0%", "yyyy\\-mm\\-dd hh:mm", "@"]
  /// What stands in `styles.xml` instead of the formats' own.
  package var styles: String?
  /// What stands in the `si` elements; `nil` for a workbook without shared strings.
  package var sharedStrings: [String]?
  /// Attributes of `workbookPr` and `calcPr`.
  package var properties = ""
  package var calculation = ""
  package var namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package var relationshipTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  /// What stands before the targets of the workbook's relationships.
  package var targetPrefix = ""
  /// Further parts, or other contents for those that are there; `nil` takes a part away.
  package var parts: [String: String?] = [:]

  package init(_ sheets: [Sheet] = []) {
    self.sheets = sheets
  }

  package var bytes: [UInt8] { zip.bytes }

  package var zip: HandMadeZip {
    var zip = HandMadeZip()
    var all = ownParts
    for (name, text) in parts.sorted(by: { $0.key < $1.key }) {
      all.removeAll { $0.name == name }
      if let text { all.append((name, text)) }
    }
    for part in all { zip.add(part.name, Array(part.text.utf8)) }
    return zip
  }

  private var ownParts: [(name: String, text: String)] {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    var result = [
      ("_rels/.rels", head + relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", head + workbook), ("xl/_rels/workbook.xml.rels", head + workbookRelationships),
      ("xl/styles.xml", head + stylesPart),
    ]
    for (index, sheet) in sheets.enumerated() {
      let text =
        "<worksheet xmlns=\"\(namespace)\"><dimension ref=\"A1\"/>\(sheet.before)<sheetData>\(sheet.rows)"
        + "</sheetData>\(sheet.behind)</worksheet>"
      result.append(("xl/worksheets/sheet\(index + 1).xml", head + text))
    }
    if let sharedStrings {
      let items = sharedStrings.map { "<si>\($0)</si>" }.joined()
      result.append(("xl/sharedStrings.xml", head + "<sst xmlns=\"\(namespace)\">\(items)</sst>"))
    }
    return result
  }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return
        "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }
    return
      "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relationshipTypes)\"><workbookPr\(properties)/><sheets>"
      + list.joined() + "</sheets><calcPr\(calculation)/></workbook>"
  }

  private var workbookRelationships: String {
    var list = sheets.indices.map {
      ("rId\($0 + 1)", "worksheet", targetPrefix + "worksheets/sheet\($0 + 1).xml")
    }
    list.append(("rIdStyles", "styles", targetPrefix + "styles.xml"))
    if sharedStrings != nil {
      list.append(("rIdStrings", "sharedStrings", targetPrefix + "sharedStrings.xml"))
    }
    return relationships(list)
  }

  private func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
    let items = list.map {
      "<Relationship Id=\"\($0.id)\" Type=\"\(relationshipTypes)/\($0.type)\" Target=\"\($0.target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + items.joined() + "</Relationships>"
  }

  private var stylesPart: String {
    if let styles { return styles }
    let codes = formats.indices.map {
      "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\(Self.escaped(formats[$0]))\"/>"
    }
    let cells = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return "<styleSheet xmlns=\"\(namespace)\"><numFmts>\(codes.joined())</numFmts>"
      + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(cells.joined())</cellXfs></styleSheet>"
  }

  private static func xml(_ cell: Cell, at place: String) -> String {
    let (attributes, content): (String, String) =
      switch cell {
      case .empty: ("", "")
      case .text(let text):
        (" t=\"inlineStr\"", "<is><t xml:space=\"preserve\">\(escaped(text))</t></is>")
      case .number(let text, let format): (" s=\"\(format)\"", "<v>\(text)</v>")
      case .formula(let formula, let value):
        ("", "<f>\(escaped(formula))</f>" + (value.map { "<v>\($0)</v>" } ?? ""))
      case .error(let text): (" t=\"e\"", "<v>\(escaped(text))</v>")
      case .boolean(let value): (" t=\"b\"", "<v>\(value ? 1 : 0)</v>")
      case .xml(let attributes, let content): (" " + attributes, content)
      }
    return content.isEmpty ? "" : "<c r=\"\(place)\"\(attributes)>\(content)</c>"
  }

  private static func place(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }

  private static func escaped(_ text: String) -> String {
    text.map { sign in
      switch sign {
      case "&": "&amp;"
      case "<": "&lt;"
      case "\"": "&quot;"
      default: String(sign)
      }
    }.joined()
  }
}
