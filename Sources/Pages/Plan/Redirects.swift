import Common
import Markdown

/// An address that a page once had: a small page there leads to the new one.
package struct Redirect: Sendable, Hashable {
  package var address: String
  package var target: String
  package var title: String

  package init(address: String, target: String, title: String) {
    self.address = address
    self.target = target
    self.title = title
  }
}

extension Redirect {
  /// The site's address that an alias names: one without a folder stands beside its page; `.html` may be left out.
  ///
  /// - Returns: `nil` where it is no address of this site.
  static func address(of alias: String, besides page: String) -> String? {
    var path = alias.nfc
    let isFromTop = path.hasPrefix("/")
    if isFromTop { path.removeFirst() }
    if path.hasSuffix("/") { path += "index.html" }
    if !path.hasSuffix(".html") { path += ".html" }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ Slug.isSafe($0) }), path != ".html" else { return nil }
    if parts.count > 1 || isFromTop { return path }
    return page.split(separator: "/").dropLast().map { $0 + "/" }.joined() + path
  }

  static func all(
    of documents: [(document: ResolvedDocument, address: String, title: String)], book: inout AddressBook,
    findings: inout Findings
  ) -> [Redirect] {
    var redirects: [Redirect] = []
    for (document, target, title) in documents {
      let place = document.source.frontMatter.location(of: .aliases)
      for alias in document.source.frontMatter.aliases {
        guard let address = address(of: alias, besides: target) else {
          findings.add(Diagnostic(.badAlias, at: place, ["found": alias]))
          continue
        }
        if book.claim(address, for: place, findings: &findings) {
          redirects.append(Redirect(address: address, target: target, title: title))
        }
      }
    }
    return redirects
  }
}
