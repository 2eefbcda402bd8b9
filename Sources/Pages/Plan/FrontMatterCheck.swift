import Common
import Markdown

/// Keys of front matter that say nothing where they stand, or contradict one another.
struct FrontMatterCheck {
  enum Kind: String { case dashboard, daily, day, story, page }

  let layouts: [String]?

  /// What each kind of file makes use of.
  private static func used(by kind: Kind) -> Set<FrontMatter.Key> {
    switch kind {
    case .dashboard, .daily: [.title, .summary]
    case .day: [.title, .summary, .date, .draft, .publishDate, .expiryDate, .reviewedBy, .approval]
    case .story: Set(FrontMatter.Key.allCases).subtracting([.approval])
    case .page:
      Set(FrontMatter.Key.allCases).subtracting([.people, .tags, .source, .reviewedBy, .approval, .params])
    }
  }

  func run(_ document: ResolvedDocument, as kind: Kind, findings: inout Findings) {
    let matter = document.source.frontMatter
    // A page that is laid out as something else shows what that shows.
    let used = Self.used(by: kind == .page && matter.layout != nil ? .story : kind)
    for key in FrontMatter.Key.allCases where matter.keyLocations[key] != nil && !used.contains(key) {
      findings.add(Diagnostic(.keyNotUsed, .warning, at: matter.location(of: key), ["key": key.rawValue]))
    }
    if let layout = matter.layout, let layouts, used.contains(.layout), !layouts.contains(layout) {
      findings.add(
        Diagnostic(
          .unknownLayout, at: matter.location(of: .layout), ["found": layout],
          suggestions: NearestNames.find(layout, in: layouts)))
    }
    if let cover = matter.cover, used.contains(.cover), cover.contains(":") || cover.hasPrefix("/") {
      findings.add(Diagnostic(.coverElsewhere, at: matter.location(of: .cover), ["found": cover]))
    }
    for entry in matter.params where used.contains(.params) && entry.value.scalar == nil {
      findings.add(Diagnostic(.paramNotText, .warning, at: entry.value.location, ["key": entry.key]))
    }
    dates(matter, findings: &findings)
  }

  private func dates(_ matter: FrontMatter, findings: inout Findings) {
    let pairs: [(earlier: FrontMatter.Key, FrontMatter.Key, CivilDate?, CivilDate?)] = [
      (.date, .lastmod, matter.date, matter.lastModified),
      (.date, .expiryDate, matter.date, matter.expiryDate),
      (.publishDate, .expiryDate, matter.publishDate, matter.expiryDate),
    ]
    for (first, second, start, end) in pairs {
      guard let start, let end, end < start else { continue }
      findings.add(
        Diagnostic(
          .datesReversed, .warning, at: matter.location(of: second),
          [
            "key": second.rawValue, "other": first.rawValue, "day": end.description,
            "otherDay": start.description,
          ]))
    }
  }
}
