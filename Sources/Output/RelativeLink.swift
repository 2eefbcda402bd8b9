/// Where a relative link leads.
package enum RelativeLink {
  /// The address below the site's top folder that a link names, without fragment and query; a folder's is that of its
  /// `index.html`.
  ///
  /// A link that climbs above the top folder keeps its `..`: no file can stand there.
  ///
  /// - Parameters:
  ///   - link: As a browser reads it: percent signs still encode, entities do not.
  ///   - page: The address of the page it stands on.
  /// - Returns: `nil` for a link with a scheme, to the page itself, or with an absolute path.
  package static func target(of link: String, from page: String) -> String? {
    let path = link.utf8.prefix { $0 != 0x23 && $0 != 0x3F }
    guard let first = path.first, first != 0x2F else { return nil }
    guard !path.prefix(while: { $0 != 0x2F }).contains(0x3A) else { return nil }
    var parts = SafeAddress.parts(page).dropLast().map { String($0) }
    let steps = decoded(path).split(separator: 0x2F, omittingEmptySubsequences: false)
    for step in steps {
      switch String(decoding: step, as: UTF8.self) {
      case ".", "": continue
      case "..":
        if parts.isEmpty || parts.last == ".." { parts.append("..") } else { parts.removeLast() }
      case let name: parts.append(name)
      }
    }
    if let last = steps.last, last.isEmpty || last.elementsEqual([0x2E]) || last.elementsEqual([0x2E, 0x2E]) {
      parts.append("index.html")
    }
    return parts.joined(separator: "/")
  }

  /// The relative link from a page to an address: `../pages/about.html`.
  package static func link(to address: String, from page: String) -> String {
    let from = SafeAddress.parts(page).dropLast()
    let to = SafeAddress.parts(address)
    let common = zip(from, to.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: from.count - common)
    return (up + to.dropFirst(common)).joined(separator: "/")
  }

  private static func decoded(_ path: some Collection<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(path)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let high = rest.first.flatMap(hex), let low = rest.dropFirst().first.flatMap(hex) {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
