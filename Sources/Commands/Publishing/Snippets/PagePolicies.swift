import Common
import Output
import Reading

/// The content security policies that a built site's pages state themselves.
struct PagePolicies {
  /// Of most pages.
  let usual: String
  /// By address: of the pages that allow a script.
  let others: [(address: String, policy: String)]

  /// The most bytes of a page that are read: its head stands first.
  private static let limit = 256 << 20
  private static let opening = Array("http-equiv=\"Content-Security-Policy\" content=\"".utf8)

  /// Reads the pages of an output folder.
  ///
  /// - Returns: `nil` where nothing is built there.
  init?(of output: String) {
    var ignored = Findings()
    let folder = SourceFolder(path: output)
    guard
      let list = folder.read(OutputFolder.stateFolder + "/manifest", limit: Self.limit, findings: &ignored)
    else { return nil }
    let pages = Manifest(bytes: list.bytes).entries.keys.filter { $0.hasSuffix(".html") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var counts: [String: Int] = [:]
    var scripted: [(address: String, policy: String)] = []
    for page in pages {
      guard let bytes = folder.read(page, limit: Self.limit, findings: &ignored)?.bytes,
        let policy = Self.policy(in: bytes)
      else { continue }
      if policy.contains("script-src") {
        scripted.append((page, policy))
      } else {
        counts[policy, default: 0] += 1
      }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
    usual = most
    others = scripted
  }

  private static func policy(in page: [UInt8]) -> String? {
    let head = page.prefix(8192)
    guard let start = head.firstRange(of: opening)?.upperBound,
      let end = head[start...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return String(decoding: head[start..<end], as: UTF8.self)
  }
}
