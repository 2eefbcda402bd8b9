/// Finds the links of a page that lead to other files of the site.
package enum LinkScanner {
  /// The addresses that `href` and `src` attributes name, relative to the site's top folder, without fragment or query.
  ///
  /// Links with a scheme, to the page itself or out of the top folder by an absolute path are passed over; one that
  /// climbs above the top folder is returned with its `..`, as no file can stand there.
  ///
  /// - Complexity: O(bytes)
  package static func internalLinks(in page: [UInt8], at address: String) -> [String] {
    var links: [String] = []
    var seen: Set<ArraySlice<UInt8>> = []
    page.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + 6 < bytes.count {
        // White space stands before every attribute.
        guard bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09 || bytes[index] == 0x0D
        else {
          index += 1
          continue
        }
        let start: Int
        if matches(bytes, index + 1, "href=\"") {
          start = index + 7
        } else if matches(bytes, index + 1, "src=\"") {
          start = index + 6
        } else {
          index += 1
          continue
        }
        var end = start
        while end < bytes.count, bytes[end] != 0x22 { end += 1 }
        let raw = page[start..<end]
        if seen.insert(raw).inserted, let target = RelativeLink.target(of: unescaped(raw), from: address) {
          links.append(target)
        }
        index = end
      }
    }
    return links
  }

  private static func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ text: StaticString) -> Bool
  {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The entities that our own escaping writes.
  private static let entities: [(name: [UInt8], byte: UInt8)] = [
    (Array("&amp;".utf8), 0x26), (Array("&#39;".utf8), 0x27), (Array("&#x27;".utf8), 0x27),
    (Array("&quot;".utf8), 0x22), (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E),
  ]

  private static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
    guard raw.contains(0x26) else { return String(decoding: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = raw
    while let byte = rest.first {
      let entity = byte == 0x26 ? entities.first { rest.starts(with: $0.name) } : nil
      bytes.append(entity?.byte ?? byte)
      rest = rest.dropFirst(entity?.name.count ?? 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
