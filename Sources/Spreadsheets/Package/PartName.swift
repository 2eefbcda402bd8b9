/// Names of parts within a workbook's package (ECMA-376 part 2): absolute, without the first slash.
enum PartName {
  /// The part that a relationship of another part names.
  ///
  /// - Parameters:
  ///   - target: `worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml` or `../sheet1.xml`.
  ///   - source: the part whose relationship it is, `xl/workbook.xml`; empty for the package itself.
  /// - Returns: `nil` when the name leaves the package.
  static func resolve(_ target: String, from source: String) -> String? {
    let isAbsolute = target.hasPrefix("/") || target.hasPrefix("\\")
    var parts = isAbsolute ? [] : source.split(separator: "/").dropLast().map(String.init)
    for part in unescaped(target).split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch part {
      case ".": break
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }

  /// `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  static func relationships(of part: String) -> String {
    var parts = part.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? ""
    return (parts + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  /// With `%20` and its like as the characters they stand for.
  private static func unescaped(_ target: String) -> String {
    guard target.utf8.contains(0x25) else { return target }
    var bytes: [UInt8] = []
    var rest = Array(target.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
