/// What an address in a link or an image points at.
enum LinkTarget: Hashable, Sendable {
  /// Runs a program or reads the reader's own disk: `javascript:`, `data:`, `vbscript:`, `file:`.
  case dangerous(scheme: String)
  /// Another host.
  case external
  /// `mailto:`, `tel:` and the like.
  case other
  /// A place on this site, or on this page.
  case `internal`

  init(_ address: [UInt8]) {
    // Browsers look past control characters and spaces when they read a scheme.
    let visible = address.filter { $0 > 0x20 }
    if visible.starts(with: [0x2F, 0x2F]) || visible.starts(with: [0x5C, 0x5C]) {
      self = .external
      return
    }
    guard let colon = visible.firstIndex(of: 0x3A), let first = visible.first, Self.isLetter(first),
      visible[..<colon].allSatisfy({
        Self.isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
      })
    else {
      self = .internal
      return
    }
    switch String(decoding: visible[..<colon], as: UTF8.self).lowercased() {
    case let scheme where Self.refused.contains(scheme): self = .dangerous(scheme: scheme)
    case "http", "https": self = .external
    default: self = .other
    }
  }

  private static let refused: Set<String> = ["javascript", "vbscript", "data", "file"]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  /// The address on the built site: `a.md#b` becomes `a.html#b`.
  static func published(_ address: [UInt8]) -> [UInt8] {
    let end = address.firstIndex { $0 == 0x23 || $0 == 0x3F } ?? address.count
    let path = address[..<end]
    guard path.count > 3, String(decoding: path.suffix(3), as: UTF8.self).lowercased() == ".md" else {
      return address
    }
    return Array(path.dropLast(3)) + Array(".html".utf8) + Array(address[end...])
  }
}
