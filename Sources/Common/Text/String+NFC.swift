@_spi(_Unicode) import Swift

extension String {
  /// The text in Unicode's normalization form C: one spelling for each character, for names that become addresses.
  ///
  /// The standard library has it, under a name of its own; Foundation, which has it too, is not wanted in the core.
  package var nfc: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in _nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
