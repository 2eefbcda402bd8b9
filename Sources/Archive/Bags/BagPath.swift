import Common

/// The path of a file in a bag, relative to the bag's folder: bytes, and equal only when the bytes are.
///
/// A `String` would not do: 「é」 of one code point equals 「é」 of two there, and two files may bear these names.
package struct BagPath: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  package init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  package init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// For messages; bytes that are no UTF-8 are replaced.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  /// What names of different normal forms of Unicode have in common.
  var folded: String { description.nfc }

  package var isPayload: Bool { bytes.starts(with: Self.payload.utf8) }

  /// Whether it lies in the bag's own folder and not below it.
  var isAtTop: Bool { !bytes.contains(0x2F) }

  var name: ArraySlice<UInt8> { bytes[((bytes.lastIndex(of: 0x2F) ?? -1) + 1)...] }

  static let payload = "data/"

  package static func < (left: BagPath, right: BagPath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
