import Common

extension ImageFile {
  /// The root's `width` and `height` in pixels, or those of its `viewBox`.
  static func svg(_ bytes: [UInt8]) -> ImageSize? {
    guard let tag = rootTag(bytes) else { return nil }
    let attributes = attributes(of: tag)
    if let width = attributes["width"].flatMap(pixels), let height = attributes["height"].flatMap(pixels) {
      return ImageSize(width: width, height: height)
    }
    let box = attributes["viewBox"]?.split { $0 == " " || $0 == "," || $0.isNewline } ?? []
    guard box.count == 4, let width = pixels(String(box[2])), let height = pixels(String(box[3])) else {
      return nil
    }
    return ImageSize(width: width, height: height)
  }

  /// What stands between `<svg` and the first `>`, behind declarations and comments.
  private static func rootTag(_ bytes: [UInt8]) -> String? {
    let limit = min(bytes.count, 1 << 16)
    var index = 0
    while index < limit {
      guard bytes[index] == 0x3C else {
        // Text before the root: no SVG.
        guard bytes[index] <= 0x20 || bytes[index] >= 0x80 else { return nil }
        index += 1
        continue
      }
      let rest = bytes[index..<limit]
      if rest.starts(with: "<svg".utf8) {
        guard let end = rest.firstIndex(of: 0x3E) else { return nil }
        return String(decoding: rest[(index + 4)..<end], as: UTF8.self)
      }
      guard rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) else { return nil }
      let close: [UInt8] = rest.starts(with: "<!--".utf8) ? [0x2D, 0x2D, 0x3E] : [0x3E]
      while index < limit, !bytes[index..<limit].starts(with: close) { index += 1 }
      index += close.count
    }
    return nil
  }

  private static func attributes(of tag: String) -> [String: String] {
    var values: [String: String] = [:]
    var rest = tag[...]
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split { $0.isWhitespace }.last.map(String.init) ?? ""
      let value = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      guard let quote = value.first, quote == "\"" || quote == "'" else { return values }
      let text = value.dropFirst()
      guard let end = text.firstIndex(of: quote) else { return values }
      if values[name] == nil { values[name] = String(text[..<end]) }
      rest = text[text.index(after: end)...]
    }
    return values
  }

  /// A length without a unit or in `px`, rounded up; percentages and others are no size.
  private static func pixels(_ text: String) -> Int? {
    let number = text.hasSuffix("px") ? text.dropLast(2) : text[...]
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), whole >= 0,
      parts.count == 1 || parts[1].allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    let hasRest = parts.count == 2 && parts[1].contains { $0 != "0" }
    return whole + (hasRest && whole < Int.max ? 1 : 0)
  }
}
