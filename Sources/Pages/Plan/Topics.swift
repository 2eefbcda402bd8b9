import Common
import Markdown

/// A person or a tag that stories name, with the page that lists them.
package struct Topic: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    case people, tags

    var key: FrontMatter.Key { self == .people ? .people : .tags }

    /// The page that lists all of the kind.
    package var index: String { rawValue + "/index.html" }
  }

  package let kind: Kind
  package let name: String
  package let address: String
  /// Their numbers, in the site's order.
  package fileprivate(set) var stories: [Int]
}

/// Everyone and everything that stories name, each once, in the order of the stories.
package struct Topics: Sendable {
  package private(set) var all: [Topic] = []
  private var numbers: [Topic.Kind: [String: Int]] = [:]

  /// - Parameter book: Two names that would share an address are a finding at the later one, and the later has no page.
  init(_ stories: [ResolvedDocument], book: inout AddressBook, findings: inout Findings) {
    for kind in Topic.Kind.allCases {
      let names = stories.map { Self.names(kind, of: $0) }
      let slugs = Self.slugs(names.flatMap { $0 })
      let folders = Self.folders(Set(slugs.values))
      for (number, names) in names.enumerated() {
        for name in names {
          if let known = numbers[kind]?[name] {
            if all[known].stories.last != number { all[known].stories.append(number) }
            continue
          }
          let matter = stories[number].source.frontMatter
          guard let slug = slugs[name], let folder = folders[slug] else {
            findings.add(
              Diagnostic(
                .badTopic, at: matter.location(of: kind.key), ["found": name, "key": kind.key.rawValue]))
            continue
          }
          let address = "\(kind.rawValue)/\(folder)\(slug).html"
          if let other = all.first(where: {
            $0.kind == kind && AddressBook.folded($0.address) == AddressBook.folded(address)
          }) {
            findings.add(
              Diagnostic(
                .topicTwice, at: matter.location(of: kind.key), ["found": name, "other": other.name]))
          } else if book.claim(address, for: matter.location(of: kind.key), findings: &findings) {
            numbers[kind, default: [:]][name] = all.count
            all.append(Topic(kind: kind, name: name, address: address, stories: [number]))
          }
        }
      }
    }
  }

  /// The page of a name, if it has one.
  package func address(_ kind: Topic.Kind, _ name: String) -> String? {
    numbers[kind]?[Self.written(name)].map { all[$0].address }
  }

  /// Those of a kind, the most told first.
  package func listed(_ kind: Topic.Kind) -> [Topic] {
    all.enumerated().filter { $0.element.kind == kind }.sorted {
      ($1.element.stories.count, $0.offset) < ($0.element.stories.count, $1.offset)
    }.map(\.element)
  }

  package func has(_ kind: Topic.Kind) -> Bool { numbers[kind] != nil }

  private static func names(_ kind: Topic.Kind, of story: ResolvedDocument) -> [String] {
    let matter = story.source.frontMatter
    return (kind == .people ? matter.people : matter.tags).map(written)
  }

  private static func written(_ name: String) -> String {
    var text = name.nfc[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop(while: \.isWhitespace))
  }

  /// Names as addresses: what an address may not hold becomes `-`; a name of which nothing is left has none.
  private static func slugs(_ names: [String]) -> [String: String] {
    var slugs: [String: String] = [:]
    for name in names where slugs[name] == nil {
      let parts = name.split { !Slug.isAllowed($0) || $0 == "." }.joined(separator: "-")
      if !parts.isEmpty { slugs[name] = parts }
    }
    return slugs
  }

  /// A folder holds at most a thousand files: where there are more, they stand by their first character, or first two.
  private static func folders(_ slugs: Set<String>) -> [String: String] {
    guard slugs.count >= Addresses.filesInAFolder else { return Dictionary(slugs.map { ($0, "") }) { $1 } }
    var folders: [String: String] = [:]
    for length in 1...4 {
      var counts: [String: Int] = [:]
      for slug in slugs { counts[AddressBook.folded(String(slug.prefix(length))), default: 0] += 1 }
      for slug in slugs where folders[slug] == nil {
        let prefix = AddressBook.folded(String(slug.prefix(length)))
        if counts[prefix, default: 0] < Addresses.filesInAFolder || length == 4 {
          folders[slug] = prefix + "/"
        }
      }
    }
    return folders
  }
}
