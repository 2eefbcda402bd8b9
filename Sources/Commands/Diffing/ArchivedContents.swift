import Archive
import Common
import Comparing
import Output
import Reading

/// What is compared of a release of the archive.
struct ArchivedContents {
  let reader: ReleaseReader
  let name: ReleaseName

  /// - Parameter name: The release's; by default the one it gives itself.
  /// - Returns: `nil` when it has none.
  init?(_ reader: ReleaseReader, name: ReleaseName? = nil) {
    guard let name = name ?? reader.info["External-Identifier"].first.flatMap({ ReleaseName($0) }) else {
      return nil
    }
    self.reader = reader
    self.name = name
  }

  /// - Complexity: O(files + bytes of tables and texts)
  func load() throws(OutputError) -> ReleaseContents {
    let site = reader.site
    var files: [String: [UInt8]] = [:]
    for address in ReleaseContents.tables where site[address] != nil {
      files[address] = try reader.bytes(BagPath("data/site/" + address))
    }
    var texts: [String: [UInt8]] = [:]
    for path in reader.sources.keys where path.hasPrefix("content/") && path.hasSuffix(".md") {
      texts[String(path.dropFirst("content/".utf8.count))] = try reader.bytes(BagPath("data/source/" + path))
    }
    return ReleaseContents(
      name: name.description, asOf: name.day, files: files,
      pages: site.filter { $0.key.hasSuffix(".html") }.mapValues(\.hex), texts: texts)
  }
}
