/// Addresses in XML files and in metadata must be ASCII.
package enum PercentEncoding {
  /// Percent signs stay: they have encoded something already.
  package static func path(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var encoded = String.UnicodeScalarView()
    for byte in text.utf8 {
      if byte > 0x20, byte < 0x7F, ![0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D].contains(byte) {
        encoded.append(Unicode.Scalar(byte))
      } else {
        encoded.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(encoded)
  }
}
