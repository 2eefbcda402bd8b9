import Archive
import Common
import Markdown
import Pages
import Reading
import Rendering
import Statistics
import Tables
import YAML

/// Reads everything a site is made of and puts it together. The order of the calls is the order of the work.
///
/// Errors do not end the reading: what can still be checked is checked, so that one run shows every finding.
struct SiteLoader {
  let source: SourceOptions

  struct Loaded: Sendable {
    var project: Project
    var cube: Cube
    var resolver: Resolver
    var renderer: SiteRenderer
    var approvals: ApprovalBook
    /// By dataset: what its program wrote.
    var outputs: [String: SourceFile] = [:]
    /// What the archive told.
    var history: HistoryLoader.Outcome

    /// Changes of published figures that nobody explained and that must not go out so.
    func revisionFindings(_ severity: Severity) -> [Diagnostic] {
      RevisionCheck(
        context: renderer.plan.context, approvals: approvals.all,
        corrections: project.folder.display("corrections.yaml")
      ).findings(history.changes, severity)
    }
  }

  /// - Returns: `nil` when there is no site to build; findings say why.
  func load(progress: inout Progress, findings: inout Findings) -> Loaded? {
    var readings: [DatasetReading] = []
    return load(progress: &progress, readings: &readings, findings: &findings)
  }

  /// - Parameter readings: takes what became of the rows of each dataset, in their order.
  func load(
    progress: inout Progress, readings: inout [DatasetReading], findings: inout Findings
  ) -> Loaded? {
    progress.step("cli.progress.reading")
    guard let project = Project.load(folder: source.source, findings: &findings) else { return nil }
    let asOf = source.reportingDay(of: project.site)
    let treeErrors = findings.errors(in: project.folder.display("regions.csv"))
    var corrections = self.corrections(project, findings: &findings)
    var dataFindings = Findings()
    let (tables, outputs) = self.tables(
      project, asOf: asOf, explained: Set(corrections.compactMap(\.explains)), readings: &readings,
      findings: &dataFindings)
    CrossChecks(tables: tables, tree: project.tree).run(findings: &dataFindings)
    // Without its parent a place stands outside of everything: that is said already, at the parent.
    for finding in dataFindings.items where treeErrors == 0 || finding.rule != .placeOutside {
      findings.add(finding)
    }
    let fields = FieldSet()
    let theme = ThemeFolder(theme: source.theme, language: project.site.language).load(
      fields: fields, findings: &findings)
    let documents = Documents(project: project, findings: &findings)
    progress.step("cli.progress.computing")
    guard case .found(let root) = project.tree.find(project.site.root) else { return nil }
    var figureFindings = Findings()
    let cube = Cube(
      tables: tables, tree: project.tree, indicators: project.indicators, site: project.site, asOf: asOf,
      findings: &figureFindings)
    // What was put right later has not been put right yet.
    let last = source.knownOn ?? cube.asOf
    corrections = corrections.filter { $0.on.map { $0 <= last } ?? true }
    let resolver = Resolver(project: project, asOf: cube.asOf)
    let resolved = documents.resolved(
      by: resolver, project: project, asOf: cube.asOf, drafts: source.drafts, findings: &findings)
    guard let theme, let resolved else {
      if !dataFindings.hasErrors { findings.add(contentsOf: figureFindings) }
      return nil
    }
    let files = staticFiles(project, findings: &findings)
    let sizes = files.compactMap { file in ImageFile.size(of: file.bytes).map { (file.address, $0) } }
    var context = SiteContext(
      site: project.site, tree: project.tree, datasets: project.datasets, indicators: project.indicators,
      tables: tables, cube: cube, words: theme.words, corrections: corrections, root: root,
      images: Dictionary(sizes, uniquingKeysWith: { $1 }), layouts: theme.layouts)
    let history = HistoryLoader(
      archive: ArchiveFolder(path: source.archive), remade: source.release, context: context,
      known: SiteRenderer.files.union(files.map(\.address) + theme.assets.map(\.address))
    ).load(findings: &findings)
    context.history = history.history
    context.knownOn = source.knownOn
    var plan = SitePlan(
      context: context, home: resolved.home, region: resolved.region, indicators: resolved.indicators,
      bulletin: resolved.bulletin, bulletinDays: resolved.bulletinDays, stories: resolved.stories,
      documents: resolved.pages, findings: &findings)
    for document in resolved.stories + resolved.pages {
      resolver.checkFigures(of: document, in: cube, region: document.place ?? root, findings: &figureFindings)
    }
    // What a refused row leaves behind is no finding of its own.
    if !dataFindings.hasErrors { findings.add(contentsOf: figureFindings) }
    LinkCheck(plan: plan, known: Set(files.map(\.address) + theme.assets.map(\.address))).run(
      findings: &findings)
    let approvals = ApprovalBook(plan: plan, project: project, findings: &findings)
    plan.signatures = approvals.valid
    let renderer = SiteRenderer(plan: plan, theme: theme, fields: fields, staticFiles: files)
    return Loaded(
      project: project, cube: cube, resolver: resolver, renderer: renderer, approvals: approvals,
      outputs: outputs, history: history)
  }

  /// One table a dataset, in their order. One that cannot be read stands empty, so that the others are still checked.
  private func tables(
    _ project: Project, asOf: CivilDate?, explained: Set<ExplainedChange>,
    readings: inout [DatasetReading], findings: inout Findings
  ) -> (tables: [Table], outputs: [String: SourceFile]) {
    let known = source.knownOn.map {
      KnownData(day: $0, archive: ArchiveFolder(path: source.archive), findings: &findings)
    }
    // Nothing was known of later days.
    let lastDay = [asOf, source.knownOn].compactMap { $0 }.min()
    let commands = CommandSource(isAllowed: source.commands.isAllowed, folder: project.folder)
    var outputs: [String: SourceFile] = [:]
    readings = project.datasets.map { _ in DatasetReading() }
    let tables = zip(project.datasets, project.dataFiles).enumerated().map { index, entry in
      let (dataset, paths) = entry
      if dataset.knownAt == nil, let then = known?.files(of: dataset, findings: &findings) {
        let table = TableReader.read(
          declaration: dataset, files: then, tree: project.tree, site: project.site, asOf: lastDay,
          explained: explained, reading: &readings[index], findings: &findings)
        return table ?? Table.empty(dataset)
      }
      var files: [SourceFile] = []
      for path in paths {
        if let file = project.readData(path, findings: &findings) { files.append(file) }
      }
      if let command = dataset.command {
        guard let output = commands.read(command, of: dataset, findings: &findings) else {
          return Table.empty(dataset)
        }
        files = [output]
        outputs[dataset.name] = output
      }
      let table = TableReader.read(
        declaration: dataset, files: files, tree: project.tree, site: project.site, asOf: lastDay,
        knownBy: source.knownOn, explained: explained, reading: &readings[index], findings: &findings)
      return table ?? Table.empty(dataset)
    }
    return (tables, outputs)
  }

  private func corrections(_ project: Project, findings: inout Findings) -> [Correction] {
    guard project.hasCorrections,
      let node = project.folder.readYAML("corrections.yaml", findings: &findings)
    else { return [] }
    return CorrectionsReader.read(node, project: project, findings: &findings)
  }

  /// `static/` and what stands beside the Markdown keep their paths, so that a link in a text works in any viewer.
  private func staticFiles(_ project: Project, findings: inout Findings) -> [(
    address: String, bytes: [UInt8]
  )] {
    (project.staticFiles + project.attachments).compactMap { path in
      project.folder.read(path, limit: Limits.data, findings: &findings).map { (path, $0.bytes) }
    }
  }
}

extension Findings {
  fileprivate func errors(in file: String) -> Int {
    items.count { $0.severity == .error && $0.location?.file == file }
  }
}

extension Table {
  /// A dataset without rows.
  static func empty(_ declaration: DatasetDeclaration) -> Table {
    Table(
      declaration: declaration, level: declaration.level ?? 0, within: 0, regions: [], days: [],
      columns: declaration.fields.map { field in
        switch field.type {
        case .integer: .numbers([], scale: 0)
        case .number, .percent: .numbers([], scale: 6)
        case .date: .days([])
        case .datetime: .moments([])
        case .region: .regions([])
        case .string, .boolean: .categories([], names: [])
        case .list: .lists([], lists: [], names: [])
        }
      }, parts: [], lines: [])
  }
}
