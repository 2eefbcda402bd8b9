/// Finds the links of a page that lead to other files of the site.
package enum LinkScanner {
  /// The addresses that `href` and `src` attributes name, relative to the site's top folder, without fragment or query.
  ///
  /// Links with a scheme, to the page itself or out of the top folder by an absolute path are passed over; one that
  /// climbs above the top folder is returned with its `..`, as no file can stand there.
  ///
  /// - Complexity: O(bytes)
  package static func internalLinks(in page: [UInt8], at address: String) -> [String] {
    let folder = address.split(separator: "/").dropLast().map(String.init)
    var links: [String] = []
    var seen: Set<ArraySlice<UInt8>> = []
    page.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 7 < bytes.count {
        // Both attributes end in `="` and stand behind a space.
        guard bytes[index] == 0x20 else {
          index += 1
          continue
        }
        let start: Int
        if matches(bytes, index, " href=\"") {
          start = index + 7
        } else if matches(bytes, index, " src=\"") {
          start = index + 6
        } else {
          index += 1
          continue
        }
        var end = start
        while end < bytes.count, bytes[end] != 0x22 { end += 1 }
        let raw = page[start..<end]
        if seen.insert(raw).inserted, let target = resolve(raw, folder) { links.append(target) }
        index = end
      }
    }
    return links
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: StaticString) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private static func resolve(_ raw: ArraySlice<UInt8>, _ folder: [String]) -> String? {
    var text = String(decoding: raw, as: UTF8.self)
    guard let first = text.first, first != "#", first != "/" else { return nil }
    let head = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard !head.contains(":") else { return nil }
    text = String(text.prefix { $0 != "#" && $0 != "?" })
    guard !text.isEmpty else { return nil }
    var parts = folder
    for part in decoded(text).split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".", "": continue
      case "..":
        if parts.isEmpty || parts.last == ".." { parts.append("..") } else { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/") + (text.hasSuffix("/") ? "/index.html" : "")
  }

  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2, let high = hex(rest[rest.startIndex]), let low = hex(rest[rest.startIndex + 1]) {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else if byte == 0x26, rest.starts(with: Array("amp;".utf8)) {
        bytes.append(0x26)
        rest = rest.dropFirst(4)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
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
