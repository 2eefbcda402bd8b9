import Common
import Pages
import Reading

/// Finds the page that somebody asks for: a story or a bulletin, by file, slug, title, date, address, or `latest`.
package struct PageChoice: Sendable {
  private struct Candidate {
    var kind: PageKind
    var address: String
    /// The Markdown file; a bulletin without words of its own has the one it could have.
    var file: String
    /// What it is offered as to somebody who mistyped.
    var names: [String]
  }

  private let candidates: [Candidate]
  private let plan: SitePlan

  /// - Parameter content: The content folder, as the user named it.
  package init(plan: SitePlan, content: SourceFolder) {
    self.plan = plan
    candidates = plan.pages.compactMap { page in
      switch page.kind {
      case .story(let number):
        return Candidate(
          kind: page.kind, address: page.address, file: plan.stories[number].source.path,
          names: [plan.storySlugs[number], plan.storyCards[number].title])
      case .bulletin(let day):
        return Candidate(
          kind: page.kind, address: page.address, file: content.display("bulletins/\(day).md"),
          names: [day.description, plan.context.dates.full(day)])
      default: return nil
      }
    }
  }

  /// - Returns: `nil` after a finding that offers the nearest names.
  package func find(
    _ name: String, at location: Location, content: SourceFolder, findings: inout Findings
  ) -> ExportPage? {
    if let found = candidate(name) {
      return ExportPage(
        view: plan.view(found.kind, at: found.address), context: plan.context, content: content,
        source: found.file)
    }
    findings.add(
      Diagnostic(
        .unknownExportPage, at: location, ["found": name],
        suggestions: NearestNames.find(name, in: candidates.flatMap(\.names))))
    return nil
  }

  private func candidate(_ name: String) -> Candidate? {
    if name == "latest" {
      return plan.context.bulletinDays.last.flatMap { day in candidates.first { $0.kind == .bulletin(day) } }
    }
    var wanted = name[...]
    while wanted.hasPrefix("./") { wanted = wanted.dropFirst(2) }
    if let url = plan.context.site.url, wanted.hasPrefix(url) { wanted = wanted.dropFirst(url.count) }
    while wanted.hasPrefix("/"), !candidates.contains(where: { $0.file == wanted }) {
      wanted = wanted.dropFirst()
    }
    guard !wanted.isEmpty else { return nil }
    return candidates.first { $0.names.contains(String(wanted)) || $0.address == wanted || $0.file == wanted }
      ?? candidates.first {
        Self.ends($0.file, with: wanted) || Self.ends(String(wanted), with: $0.file[...])
      }
  }

  /// `content/stories/a.md` ends with `stories/a.md`, not with `ies/a.md`.
  private static func ends(_ path: String, with end: Substring) -> Bool {
    end.hasSuffix(".md") && path.hasSuffix("/" + end)
  }
}
