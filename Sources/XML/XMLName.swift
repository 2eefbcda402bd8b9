/// The name of an element or attribute, lent by an ``XMLReader`` until it moves on.
package struct XMLName {
  /// Ends with a zero; `nil` where there is no name.
  let bytes: UnsafePointer<UInt8>?

  package static func == (left: XMLName, right: StaticString) -> Bool {
    guard let bytes = left.bytes else { return false }
    return right.withUTF8Buffer { name in
      for at in 0..<name.count where bytes[at] != name[at] { return false }
      return bytes[name.count] == 0
    }
  }
}
