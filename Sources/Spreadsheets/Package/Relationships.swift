import XML

/// What one part of a workbook's package says of others: the targets of its relationships.
struct Relationships {
  enum Kind: String {
    case workbook = "/officeDocument"
    case worksheet = "/worksheet"
    case sharedStrings = "/sharedStrings"
    case styles = "/styles"
  }

  struct Relationship {
    var id: String
    /// A URI; those of the strict form differ in all but their last step.
    var type: String
    var part: String
  }

  private(set) var all: [Relationship] = []

  /// - Parameter source: the part whose relationships they are; empty for the package itself.
  mutating func read(_ reader: inout XMLReader, source: String) throws(XMLError) {
    while let event = try reader.next() {
      guard event == .start, reader.isNamed("Relationship") else { continue }
      var values = (id: "", type: "", target: "", mode: "")
      reader.forEachAttribute { name, value in
        let text = String(decoding: value, as: UTF8.self)
        if name == "Id" { values.id = text }
        if name == "Type" { values.type = text }
        if name == "Target" { values.target = text }
        if name == "TargetMode" { values.mode = text }
      }
      guard values.mode != "External", let part = PartName.resolve(values.target, from: source) else {
        continue
      }
      all.append(Relationship(id: values.id, type: values.type, part: part))
    }
  }

  func first(_ kind: Kind) -> Relationship? { all.first { Self.matches($0.type, kind) } }

  /// The part a sheet's relationship names, when it is a sheet of cells: not a chart or a dialog.
  func worksheet(id: String) -> String? {
    all.first { $0.id == id && Self.matches($0.type, .worksheet) }?.part
  }

  private static func matches(_ type: String, _ kind: Kind) -> Bool {
    type.hasSuffix(kind.rawValue)
  }
}
