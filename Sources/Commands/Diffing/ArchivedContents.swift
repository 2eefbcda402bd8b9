import Archive
import Common
import Comparing
import Reading

/// Reads what is compared of a release from its bag's folder.
struct ArchivedContents {
  let folder: String
  let name: ReleaseName

  private static let site = "data/site/"
  private static let sources = "data/source/"

  /// - Returns: `nil` when a finding says why not.
  func load(findings: inout Findings) -> ReleaseContents? {
    let bag = SourceFolder(path: folder)
    guard let manifest = bag.read("manifest-sha256.txt", limit: Limits.data, findings: &findings) else {
      return nil
    }
    var digests: [String: String] = [:]
    for line in String(decoding: manifest.bytes, as: UTF8.self).split(separator: "\n") where line.count > 66 {
      digests[String(line.dropFirst(66))] = String(line.prefix(64))
    }
    var ignored = Findings()
    var files: [String: [UInt8]] = [:]
    for address in ReleaseContents.tables where digests[Self.site + address] != nil {
      files[address] = bag.read(Self.site + address, limit: Limits.data, findings: &findings)?.bytes
    }
    var pages: [String: String] = [:]
    var texts: [String: [UInt8]] = [:]
    for (path, digest) in digests {
      if path.hasPrefix(Self.site), path.hasSuffix(".html") {
        pages[String(path.dropFirst(Self.site.utf8.count))] = digest
      } else if path.hasPrefix(Self.sources), path.hasSuffix(".md") {
        let below = path.dropFirst(Self.sources.utf8.count)
        guard let kind = MarkdownFile.Kind.allCases.first(where: { below.contains($0.rawValue + "/") }),
          let start = below.firstRange(of: kind.rawValue + "/")?.lowerBound
        else { continue }
        texts[String(below[start...])] = bag.read(path, limit: Limits.markdown, findings: &ignored)?.bytes
      }
    }
    return ReleaseContents(name: name.description, asOf: name.day, files: files, pages: pages, texts: texts)
  }
}
