import Archive
import Common
import Comparing
import Digests
import Output
import Reading

extension ReleaseReader {
  private static func path(_ address: String) -> BagPath { BagPath("data/site/" + address) }

  /// A file of the release's site; `nil` where there is none.
  func site(_ address: String) throws(OutputError) -> [UInt8]? { try bytes(Self.path(address)) }

  /// A file of the release's site as it lies in the archive; `nil` where there is none.
  func stored(_ address: String, _ digest: Digest, as published: String? = nil) -> StoredFile? {
    guard let folder, let size = size(Self.path(address)) else { return nil }
    return StoredFile(
      address: published ?? address, path: folder + "/data/site/" + address,
      entry: Manifest.Entry(digest: digest, size: size))
  }
}

extension ReleaseContents {
  /// What is compared of a release of the archive, with its pages and texts.
  ///
  /// - Complexity: O(files + bytes of tables and texts)
  static func whole(_ reader: ReleaseReader, name: ReleaseName) throws(OutputError) -> ReleaseContents {
    var contents = try ReleaseContents(reader, name: name)
    contents.pages = reader.site.filter { $0.key.hasSuffix(".html") }.mapValues(\.hex)
    for path in reader.sources.keys where path.hasPrefix("content/") && path.hasSuffix(".md") {
      contents.texts[String(path.dropFirst("content/".utf8.count))] = try reader.bytes(
        BagPath("data/source/" + path))
    }
    return contents
  }

  /// What is compared of the figures of a release.
  init(_ reader: ReleaseReader, name: ReleaseName) throws(OutputError) {
    var files: [String: [UInt8]] = [:]
    for address in Self.tables { files[address] = try reader.site(address) }
    self.init(name: name.description, asOf: name.day, files: files, pages: [:], texts: [:])
  }
}
