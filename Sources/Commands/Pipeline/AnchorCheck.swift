import Common
import Linting
import Markdown
import Output
import Pages

/// Checks the part behind `#` in writers' links, and finds stories that nothing leads to.
struct AnchorCheck {
  let plan: SitePlan
  /// By address: what a link can lead to on the page; pages that no Markdown fills are left out.
  private let anchors: [String: Set<String>]

  init(plan: SitePlan) {
    self.plan = plan
    var anchors: [String: Set<String>] = [:]
    for (address, kind) in plan.pages {
      let documents = Self.documents(kind, plan)
      guard !documents.isEmpty else { continue }
      var names: Set<String> = ["main", "top"]
      for document in documents {
        names.formUnion(document.source.headings.map(\.id))
        for case .directive(let directive) in document.pieces { names.insert(directive.frame.id) }
      }
      if case .region = kind { names.insert("children") }
      anchors[address] = names
    }
    self.anchors = anchors
  }

  func run(findings: inout Findings) {
    var reported: Set<Location> = []
    var linked: Set<String> = []
    for (address, kind) in plan.pages {
      for document in Self.documents(kind, plan) {
        for link in document.source.links {
          let target = RelativeLink.target(of: link.target, from: address).map(Self.published)
          if let target { linked.insert(target) }
          guard let finding = check(link, to: target ?? address), reported.insert(link.location).inserted
          else { continue }
          findings.add(finding)
        }
      }
    }
    OrphanStories.find(plan, linked: linked, findings: &findings)
  }

  private func check(_ link: InternalLink, to page: String) -> Diagnostic? {
    guard !link.target.hasPrefix("/"), let hash = link.target.firstIndex(of: "#"), let known = anchors[page]
    else {
      return nil
    }
    let name = Self.decoded(String(link.target[link.target.index(after: hash)...]))
    // Notes are numbered by the program.
    guard !name.isEmpty, !known.contains(name), !name.hasPrefix("fn") else { return nil }
    return Diagnostic(
      .lintBrokenAnchor, .warning, at: link.location, ["found": name],
      suggestions: NearestNames.find(name, in: known.subtracting(["main", "top"]).sorted()).map { "#" + $0 })
  }

  private static func documents(_ kind: PageKind, _ plan: SitePlan) -> [ResolvedDocument] {
    switch kind {
    case .home: [plan.home]
    case .region: [plan.region]
    case .indicator(let index): [plan.indicators[index]]
    case .bulletin(let day): [plan.bulletin] + (plan.bulletinDays[day].map { [$0] } ?? [])
    case .story(let number): [plan.stories[number]]
    case .page(let number): [plan.documents[number]]
    default: []
    }
  }

  private static func published(_ address: String) -> String {
    address.hasSuffix(".md") ? address.dropLast(3) + ".html" : address
  }

  /// The name as a browser looks for it: without percent signs.
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
