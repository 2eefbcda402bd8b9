/// `&amp;` and the like.
enum CharacterReferences {
  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// A name that is not known stays as it is written.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    var start = bytes.startIndex
    while let ampersand = bytes[start...].firstIndex(of: 0x26) {
      text += String(decoding: bytes[start..<ampersand], as: UTF8.self)
      let reach = bytes[ampersand...].prefix(12)
      if let end = reach.firstIndex(of: 0x3B), let found = value(of: bytes[(ampersand + 1)..<end]) {
        text += found
        start = end + 1
      } else {
        text += "&"
        start = ampersand + 1
      }
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func value(of name: ArraySlice<UInt8>) -> String? {
    let name = String(decoding: name, as: UTF8.self)
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let code = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}
