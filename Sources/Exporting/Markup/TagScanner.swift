/// Reads a tag's name and attributes.
struct TagScanner {
  let bytes: [UInt8]
  /// Behind the tag once its attributes are read.
  private(set) var position: Int
  private(set) var isSelfClosing = false

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  mutating func name() -> ArraySlice<UInt8> {
    take { !Self.isSpace($0) && $0 != 0x3E && $0 != 0x2F }
  }

  private mutating func take(_ isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count, isPart(bytes[position]) { position += 1 }
    return bytes[start..<position]
  }

  /// Up to the tag's end; an attribute given twice counts once.
  mutating func attributes() -> [MarkupElement.Attribute] {
    var attributes: [MarkupElement.Attribute] = []
    while position < bytes.count {
      _ = take(Self.isSpace)
      guard position < bytes.count else { break }
      if bytes[position] == 0x3E {
        position += 1
        break
      }
      if bytes[position] == 0x2F {
        position += 1
        isSelfClosing = position < bytes.count && bytes[position] == 0x3E
        continue
      }
      let start = position
      let name = take { !Self.isSpace($0) && $0 != 0x3D && $0 != 0x3E && $0 != 0x2F }
      _ = take(Self.isSpace)
      var value = ""
      if position < bytes.count, bytes[position] == 0x3D {
        position += 1
        value = self.value()
      }
      if position == start { position += 1 }
      let attribute = MarkupElement.Attribute(String(decoding: name, as: UTF8.self), value)
      if !attribute.name.isEmpty, !attributes.contains(where: { $0.name == attribute.name }) {
        attributes.append(attribute)
      }
    }
    return attributes
  }

  private mutating func value() -> String {
    _ = take(Self.isSpace)
    guard position < bytes.count else { return "" }
    let quote = bytes[position]
    guard quote == 0x22 || quote == 0x27 else {
      return CharacterReferences.decode(take { !Self.isSpace($0) && $0 != 0x3E })
    }
    position += 1
    let value = take { $0 != quote }
    position = min(position + 1, bytes.count)
    return CharacterReferences.decode(value)
  }
}
