/// Finds an entry of a feed that this program wrote.
package enum FeedEntry {
  /// - Parameter address: The page's, relative to the site's top folder.
  /// - Returns: The element with its tags and a line break, as it stands in the feed.
  /// - Complexity: O(bytes)
  package static func find(_ address: String, in feed: [UInt8]) -> [UInt8]? {
    let (begin, end) = (Array("<entry>\n".utf8), Array("</entry>\n".utf8))
    let id = Array((PercentEncoding.path(address) + "</id>\n").utf8)
    var rest = feed[...]
    while let start = rest.firstRange(of: begin), let stop = rest[start.upperBound...].firstRange(of: end) {
      let entry = rest[start.lowerBound..<stop.upperBound]
      // The id stands before the content, which might quote it.
      let head = entry.prefix { $0 != 0 }.firstRange(of: Array("<content".utf8))?.lowerBound ?? entry.endIndex
      if entry[..<head].firstRange(of: id) != nil { return Array(entry) }
      rest = rest[stop.upperBound...]
    }
    return nil
  }
}
