/// `fetch.txt`: payload files that are elsewhere still.
struct FetchList: Sendable {
  static let name = "fetch.txt"

  struct Entry: Sendable, Hashable {
    var address: String
    /// Bytes; `nil` for `-`.
    var length: Int?
    var written: BagPath.Written
    var line: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var brokenLines: [Int] = []

  /// Lines of `address length path`.
  init(_ text: TagText) {
    for line in text.lines where !line.bytes.trimmed.isEmpty {
      let parts = line.bytes.split(maxSplits: 2, whereSeparator: { $0 == 0x20 || $0 == 0x09 })
      let length = parts.count == 3 ? String(decoding: parts[1], as: UTF8.self) : ""
      let isLength =
        length == "-" || (length.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(length) != nil)
      guard parts.count == 3, isLength, Self.hasScheme(parts[0]) else {
        brokenLines.append(line.number)
        continue
      }
      entries.append(
        Entry(
          address: String(decoding: parts[0], as: UTF8.self), length: Int(length),
          written: BagPath.read(parts[2].drop { $0 == 0x20 || $0 == 0x09 }), line: line.number))
    }
  }

  private static func hasScheme(_ address: ArraySlice<UInt8>) -> Bool {
    guard let colon = address.firstIndex(of: 0x3A) else { return false }
    let scheme = address[..<colon]
    return !scheme.isEmpty
      && scheme.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) || (0x2B...0x39).contains($0) }
  }
}
