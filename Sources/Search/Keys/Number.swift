/// A number in printable ASCII: base 46, the lowest digit first. A digit of the upper half says that more follow.
///
/// The 92 characters are those that need no escape in a JavaScript string, but for `|`, which parts entries.
enum Number {
  static let characters: [UInt8] = (0x20...0x7E).filter { $0 != 0x22 && $0 != 0x5C && $0 != 0x7C }
  private static let base = 46

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= base {
      bytes.append(characters[base + rest % base])
      rest /= base
    }
    bytes.append(characters[rest])
  }
}
