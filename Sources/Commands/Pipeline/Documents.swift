import Common
import Markdown
import Output
import Pages
import Reading

/// The Markdown files of a project, each parsed once.
struct Documents {
  private var dashboards: [String: CompiledDocument] = [:]
  private var bulletins: [(name: String, document: CompiledDocument)] = []
  private var stories: [CompiledDocument] = []
  private var pages: [CompiledDocument] = []
  /// Files that are there and could not be read, as findings say.
  private var unreadable: Set<String> = []

  init(project: Project, findings: inout Findings) {
    for file in project.markdown {
      guard let source = project.read(file, findings: &findings) else {
        unreadable.insert(file.path)
        continue
      }
      let needsTitle = file.kind == .story || file.kind == .page
      let options = MarkdownCompiler.Options(
        requiresTitle: needsTitle, words: project.site.language == "en" ? .english : .chinese)
      let document = MarkdownCompiler.compile(source, options: options, findings: &findings) { address in
        Self.imageSize(address, in: file, of: project)
      }
      switch file.kind {
      case .dashboard: dashboards[file.name] = document
      case .bulletin: bulletins.append((file.name, document))
      case .story: stories.append(document)
      case .page: pages.append(document)
      }
    }
  }

  /// The size of a picture of the content folder. A missing one is a finding of the links' check.
  private static func imageSize(_ address: String, in file: MarkdownFile, of project: Project) -> ImageSize? {
    guard let target = RelativeLink.target(of: address, from: file.path) else { return nil }
    // A dashboard's addresses are those of its pages, which lie deeper than its file.
    let path = target.split(separator: "/").drop { $0 == ".." }.joined(separator: "/")
    guard project.staticFiles.contains(path) || project.attachments.contains(path) else { return nil }
    var ignored = Findings()
    return project.folder.read(path, limit: Limits.data, findings: &ignored).flatMap {
      ImageFile.size(of: $0.bytes)
    }
  }

  struct Resolved {
    var home: ResolvedDocument
    var region: ResolvedDocument
    var indicators: [ResolvedDocument]
    var bulletin: ResolvedDocument
    var bulletinDays: [CivilDate: ResolvedDocument]
    var stories: [ResolvedDocument]
    var pages: [ResolvedDocument]
  }

  /// Looks up every name. Drafts and what is not due yet, or no longer, are resolved too, for their findings, and left
  /// out.
  ///
  /// - Returns: `nil` when a dashboard is missing.
  func resolved(
    by resolver: Resolver, project: Project, asOf: CivilDate, drafts: Bool, findings: inout Findings
  ) -> Resolved? {
    func dashboard(_ name: String) -> CompiledDocument? {
      if let document = dashboards[name] { return document }
      if unreadable.contains("dashboards/\(name).md") { return nil }
      let path = project.folder.display("dashboards/\(name).md")
      findings.add(Diagnostic(.missingDashboard, at: Location(file: path), ["file": path]))
      return nil
    }
    let home = dashboard("index").map { resolver.resolve($0, needsPlace: false, findings: &findings) }
    let region = dashboard("region").map { resolver.resolve($0, needsPlace: false, findings: &findings) }
    let indicator = dashboard("indicator")
    let indicators = indicator.map { document in
      project.indicators.indices.map { index in
        Resolver(project: project, asOf: asOf, this: index)
          .resolve(document, needsPlace: false, findings: &findings)
      }
    }
    /// A document with its names looked up; `nil` for one that is not shown, whose names are looked up all the same.
    func shown(_ document: CompiledDocument, of day: CivilDate? = nil, needsPlace: Bool) -> ResolvedDocument?
    {
      var own = Findings()
      let resolved = resolver.resolve(document, needsPlace: needsPlace, findings: &own)
      if isShown(document.frontMatter, asOf: asOf, drafts: drafts), day.map({ $0 <= asOf }) ?? true {
        findings.add(contentsOf: own)
        return resolved
      }
      // What is written for a later day speaks of later days.
      for finding in own.items where finding.rule != .figureAfterAsOf { findings.add(finding) }
      return nil
    }
    var bulletin: ResolvedDocument?
    var days: [CivilDate: ResolvedDocument] = [:]
    for (name, document) in bulletins {
      if name == "daily" {
        bulletin = resolver.resolve(document, needsPlace: false, findings: &findings)
        continue
      }
      let day = CivilDate(iso: name)
      let resolved = shown(document, of: day, needsPlace: false)
      if let day {
        days[day] = resolved
      } else {
        findings.add(Diagnostic(.bulletinDate, at: Location(file: document.path), ["found": name + ".md"]))
      }
    }
    if bulletin == nil, !unreadable.contains("bulletins/daily.md") {
      let path = project.folder.display("bulletins/daily.md")
      findings.add(Diagnostic(.missingDashboard, at: Location(file: path), ["file": path]))
    }
    // Without a title the front matter is missing or broken: that a place is missing too is no second finding.
    let stories = self.stories.compactMap { shown($0, needsPlace: $0.frontMatter.title != nil) }
    let pages = self.pages.compactMap { shown($0, needsPlace: $0.frontMatter.title != nil) }
    guard let home, let region, let indicators, let bulletin else { return nil }
    return Resolved(
      home: home, region: region, indicators: indicators, bulletin: bulletin, bulletinDays: days,
      stories: stories,
      pages: pages)
  }

  /// A story of tomorrow does not exist today.
  private func isShown(_ matter: FrontMatter, asOf: CivilDate, drafts: Bool) -> Bool {
    if drafts { return true }
    if matter.isDraft { return false }
    if let start = matter.publishDate ?? matter.date, start > asOf { return false }
    if let end = matter.expiryDate, end < asOf { return false }
    return true
  }
}
