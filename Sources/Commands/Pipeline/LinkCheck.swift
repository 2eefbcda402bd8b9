import Common
import Markdown
import Pages

/// Checks the links that writers made, at their places in the Markdown.
struct LinkCheck {
  let plan: SitePlan
  let known: Set<String>

  init(plan: SitePlan, known: Set<String>) {
    self.plan = plan
    self.known = known.union(plan.pages.map(\.address)).union([
      Addresses.figures, Addresses.feed, Addresses.siteMap, Addresses.robots,
    ])
  }

  func run(findings: inout Findings) {
    for (document, slug) in zip(plan.stories, plan.storySlugs) {
      check(document.source, at: Addresses.story(slug), findings: &findings)
    }
    for (document, slug) in zip(plan.documents, plan.documentSlugs) {
      check(document.source, at: Addresses.page(slug), findings: &findings)
    }
    for (day, document) in plan.bulletinDays.sorted(by: { $0.key < $1.key }) {
      check(document.source, at: Addresses.bulletin(day), findings: &findings)
    }
  }

  private func check(_ document: CompiledDocument, at address: String, findings: inout Findings) {
    for link in document.links {
      guard let target = resolve(link.target, from: address), !known.contains(target) else { continue }
      findings.add(
        Diagnostic(
          link.isImage ? .missingImage : .brokenLink, at: link.location,
          link.isImage ? ["target": link.target] : ["target": link.target, "page": address],
          suggestions: NearestNames.find(target, in: known.sorted())))
    }
  }

  /// The address a relative link leads to; `nil` for one that stays on its page.
  private func resolve(_ link: String, from address: String) -> String? {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    guard !path.isEmpty, path.first != "/" else { return nil }
    var parts = address.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "", ".": continue
      case "..": if parts.isEmpty { return String(path) } else { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    var target = parts.joined(separator: "/")
    if target.hasSuffix(".md") { target = target.dropLast(3) + ".html" }
    return target
  }
}
