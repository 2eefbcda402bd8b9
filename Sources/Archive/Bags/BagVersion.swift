/// A version of the BagIt format.
package struct BagVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let major: Int
  package let minor: Int

  package init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Digits, a point, digits.
  init?(_ text: some Sequence<UInt8>) {
    let parts = Array(text).split(separator: 0x2E, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int? in
      guard (1...4).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(String(decoding: part, as: UTF8.self))
    }
    guard parts.count == 2, numbers.count == 2 else { return nil }
    self.init(numbers[0], numbers[1])
  }

  /// RFC 8493, which we write.
  package static let current = BagVersion(1, 0)

  /// The drafts that bags were made by, and RFC 8493.
  static let known = [
    BagVersion(0, 93), BagVersion(0, 94), BagVersion(0, 95), BagVersion(0, 96), BagVersion(0, 97), current,
  ]

  /// Where a bag of the version describes itself.
  var infoName: String { self <= BagVersion(0, 95) ? "package-info.txt" : "bag-info.txt" }

  package var description: String { "\(major).\(minor)" }

  package static func < (left: BagVersion, right: BagVersion) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}
