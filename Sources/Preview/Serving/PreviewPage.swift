/// A page of the site with the preview's script, as it is served and never as it is written.
enum PreviewPage {
  /// - Parameter version: Of the page without these additions.
  static func make(_ page: [UInt8], version: PageVersion) -> [UInt8] {
    let script = Array(#"<script src="/_jianbao/preview.js" data-version="\#(version)"></script>"#.utf8)
    var html = page
    if let end = html.lastRange(of: Array("</body>".utf8)) {
      html.insert(contentsOf: script, at: end.lowerBound)
    } else {
      html += script
    }
    guard let policy = policy(in: html) else { return html }
    html.replaceSubrange(
      policy, with: ContentPolicy.opened(String(decoding: html[policy], as: UTF8.self)).utf8)
    return html
  }

  /// Where the text of the policy stands, in the `<meta>` that sets it.
  private static func policy(in html: [UInt8]) -> Range<Int>? {
    guard let name = html.range(of: Array("Content-Security-Policy".utf8), from: 0),
      let end = html[name.upperBound...].firstIndex(of: 0x3E),
      let attribute = html.range(of: Array("content=\"".utf8), from: name.upperBound),
      attribute.upperBound < end,
      let quote = html[attribute.upperBound..<end].firstIndex(of: 0x22)
    else { return nil }
    return attribute.upperBound..<quote
  }
}

/// A content security policy.
enum ContentPolicy {
  /// The policy with the preview's own script, style and events allowed beside what it allows already.
  static func opened(_ policy: String) -> String {
    var directives: [(name: String, sources: [String])] = policy.split(separator: ";").compactMap {
      directive in
      let words = directive.split(separator: " ").map(String.init)
      return words.first.map { ($0.lowercased(), Array(words.dropFirst())) }
    }
    let usual = directives.first { $0.name == "default-src" }?.sources
    for name in ["script-src", "style-src", "connect-src"] {
      if let index = directives.firstIndex(where: { $0.name == name }) {
        directives[index].sources = withSelf(directives[index].sources)
      } else if let usual {
        directives.append((name, withSelf(usual)))
      }
    }
    return directives.map { ([$0.name] + $0.sources).joined(separator: " ") }.joined(separator: "; ")
  }

  private static func withSelf(_ sources: [String]) -> [String] {
    if sources.contains("'self'") || sources.contains("*") { return sources }
    return sources.filter { $0 != "'none'" } + ["'self'"]
  }
}

extension [UInt8] {
  func range(of part: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = part.first, count >= part.count else { return nil }
    var at = start
    while at <= count - part.count, let next = self[at...(count - part.count)].firstIndex(of: first) {
      if self[next..<(next + part.count)].elementsEqual(part) { return next..<(next + part.count) }
      at = next + 1
    }
    return nil
  }

  func lastRange(of part: [UInt8]) -> Range<Int>? {
    guard count >= part.count else { return nil }
    for at in stride(from: count - part.count, through: 0, by: -1)
    where self[at] == part.first && self[at..<(at + part.count)].elementsEqual(part) {
      return at..<(at + part.count)
    }
    return nil
  }
}
