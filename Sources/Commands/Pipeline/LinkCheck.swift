import Common
import Markdown
import Output
import Pages

/// Checks the links that writers made, at their places in the Markdown.
///
/// A dashboard's links are followed from every page it becomes; one that leads nowhere is one finding.
struct LinkCheck {
  let plan: SitePlan
  private let known: Set<String>

  init(plan: SitePlan, known: Set<String>) {
    self.plan = plan
    self.known = known.union(plan.pages.map(\.address)).union(plan.redirects.map(\.address)).union([
      Addresses.figures, Addresses.feed, Addresses.siteMap, Addresses.robots, Addresses.api,
      Addresses.dataPackage,
    ])
  }

  func run(findings: inout Findings) {
    var reported: Set<Location> = []
    for (address, kind) in plan.pages {
      for document in documents(kind) {
        for link in document.source.links where !reported.contains(link.location) {
          guard let finding = check(link, from: address) else { continue }
          reported.insert(link.location)
          findings.add(finding)
        }
      }
    }
  }

  private func documents(_ kind: PageKind) -> [ResolvedDocument] {
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

  private func check(_ link: InternalLink, from page: String) -> Diagnostic? {
    if link.target.utf8.first == 0x2F {
      let target = published(String(link.target.drop { $0 == "/" }))
      let near = known.contains(target) ? [target] : nearest(to: target)
      return Diagnostic(
        .absoluteLink, .warning, at: link.location, ["target": link.target],
        suggestions: near.map { RelativeLink.link(to: $0, from: page) })
    }
    guard let target = RelativeLink.target(of: link.target, from: page).map(published),
      !known.contains(target)
    else { return nil }
    let near = nearest(to: target).map {
      written($0, like: link.target, from: page)
    }
    return link.isImage
      ? Diagnostic(.missingImage, at: link.location, ["target": link.target], suggestions: near)
      : Diagnostic(.brokenLink, at: link.location, ["target": link.target, "page": page], suggestions: near)
  }

  /// Addresses in the same folder or of the same name: a site has too many to hold each against each.
  private func nearest(to target: String) -> [String] {
    let parts = target.split(separator: "/")
    let candidates = known.filter { address in
      let other = address.split(separator: "/")
      return other.dropLast() == parts.dropLast() || other.last == parts.last
    }
    return NearestNames.find(target, in: candidates.sorted())
  }

  private func published(_ address: String) -> String {
    address.hasSuffix(".md") ? address.dropLast(3) + ".html" : address
  }

  /// An address as the writer of a link would write it: relative, and with `.md` where the link has it.
  private func written(_ address: String, like link: String, from page: String) -> String {
    let relative = RelativeLink.link(to: address, from: page)
    let namesSource = link.prefix { $0 != "#" && $0 != "?" }.hasSuffix(".md")
    // Lists of pages are made, not written.
    guard namesSource, relative.hasSuffix(".html"), !relative.hasSuffix("index.html") else { return relative }
    return relative.dropLast(5) + ".md"
  }
}
