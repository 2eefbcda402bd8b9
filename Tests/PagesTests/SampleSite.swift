import Common
import Markdown
import Pages
import Reading
import Statistics
import Tables
import Testing
import YAML

/// The site of `Tests/Sites/sample`, read and computed: a street with four communities, one of which has two compounds,
/// and a place elsewhere of which only facts are known. The figures of each day are small enough to add up by hand.
struct SampleSite {
  let project: Project
  var context: SiteContext
  let resolver: Resolver
  let findings: [Diagnostic]

  /// - Parameters:
  ///   - language: The theme's strings; in English the names of the sample are translated too.
  ///   - site: The folder below `Tests/Sites`.
  ///   - edit: Changes what was read before anything is computed from it.
  init(
    _ language: String = "zh-Hans", asOf: String? = nil, site: String = "sample",
    edit: (inout [Table]) -> Void = { _ in }
  ) throws {
    var findings = Findings()
    var project = try #require(Project.load(folder: Self.tests + "/Sites/\(site)", findings: &findings))
    if language == "en" { Self.translate(&project) }
    let day = asOf.flatMap { CivilDate(iso: $0) }
    var tables = try zip(project.datasets, project.dataFiles).map { dataset, paths in
      let files = paths.compactMap { project.readData($0, findings: &findings) }
      return try #require(
        TableReader.read(
          declaration: dataset, files: files, tree: project.tree, site: project.site, asOf: day,
          findings: &findings))
    }
    edit(&tables)
    let cube = Cube(
      tables: tables, tree: project.tree, indicators: project.indicators, site: project.site, asOf: day,
      findings: &findings)
    let corrections = project.folder.readYAML("corrections.yaml", findings: &findings).map {
      CorrectionsReader.read($0, project: project, findings: &findings)
    }
    guard case .found(let root) = project.tree.find(project.site.root) else {
      throw Missing(name: project.site.root)
    }
    self.project = project
    context = SiteContext(
      site: project.site, tree: project.tree, datasets: project.datasets, indicators: project.indicators,
      tables: tables, cube: cube, words: try Self.words(language), corrections: corrections ?? [], root: root)
    resolver = Resolver(project: project, asOf: cube.asOf)
    self.findings = findings.sorted()
  }

  struct Missing: Error { var name: String }

  /// The folder of all tests.
  static var tests: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
  }

  /// The default theme's own words: prose is tested as it is published.
  static func words(_ language: String) throws -> Words {
    var findings = Findings()
    let theme = SourceFolder(path: tests + "/../themes/jianbao")
    let node = try #require(theme.readYAML("strings/\(language).yaml", findings: &findings))
    let words = Words(language: language, layers: [node], findings: &findings)
    #expect(findings.items.isEmpty)
    return words
  }

  func region(_ name: String) throws -> RegionIndex {
    guard case .found(let region) = project.tree.find(name) else { throw Missing(name: name) }
    return region
  }

  func indicator(_ name: String) throws -> IndicatorIndex {
    try #require(project.indicatorNames.find(name))
  }

  func page(of place: String = "临江街道", on day: String? = nil) throws -> PageContext {
    PageContext(
      site: context, region: try region(place), day: day.flatMap { CivilDate(iso: $0) },
      address: Addresses.home)
  }

  func resolve(_ markdown: String, name: String = "text.md", needsPlace: Bool = false)
    -> (document: ResolvedDocument, findings: [Diagnostic])
  {
    var findings = Findings()
    let compiled = MarkdownCompiler.compile(
      SourceFile(path: name, bytes: Array(markdown.utf8)), findings: &findings)
    let document = resolver.resolve(compiled, needsPlace: needsPlace, findings: &findings)
    return (document, findings.items)
  }

  func fill(_ markdown: String, of place: String = "临江街道", on day: String? = nil, stories: [StoryCard] = [])
    throws -> [FilledPiece]
  {
    let resolved = resolve(markdown)
    #expect(resolved.findings.isEmpty)
    return try page(of: place, on: day).fill(resolved.document.pieces, stories: stories)
  }

  /// The view of one directive.
  func block(
    _ kind: String, _ body: String, of place: String = "临江街道", on day: String? = nil,
    stories: [StoryCard] = []
  ) throws -> BlockView {
    let pieces = try fill("```\(kind)\n\(body)\n```\n", of: place, on: day, stories: stories)
    for case .block(let block, _) in pieces { return block }
    throw Missing(name: kind)
  }

  /// The text of an inline figure.
  func inline(_ figure: String, of place: String = "临江街道", on day: String? = nil) throws -> InlineFigureView {
    for case .figure(let view) in try fill("{{\(figure)}}\n", of: place, on: day) { return view }
    throw Missing(name: figure)
  }

  /// The site's pages, with further Markdown files beside those of the sample: `stories/x.md` and its text.
  func plan(adding files: [(path: String, text: String)] = []) throws -> (
    plan: SitePlan, findings: [Diagnostic]
  ) {
    var findings = Findings()
    var all = project.markdown.compactMap { file in
      project.folder.readText(file.path, limit: 1_000_000, findings: &findings).map {
        (path: file.path, text: String(decoding: $0.bytes, as: UTF8.self))
      }
    }
    all += files
    func documents(_ prefix: String, needsPlace: Bool = false) -> [(String, ResolvedDocument)] {
      all.filter { $0.path.hasPrefix(prefix) }.map { file in
        let name = String(file.path.dropFirst(prefix.count).dropLast(3))
        return (name, resolve(file.text, name: file.path, needsPlace: needsPlace).document)
      }
    }
    let dashboards = Dictionary(documents("dashboards/"), uniquingKeysWith: { $1 })
    let bulletins = Dictionary(documents("bulletins/"), uniquingKeysWith: { $1 })
    let indicator = try #require(all.first { $0.path == "dashboards/indicator.md" })
    let indicators = project.indicators.indices.map { index in
      let compiled = MarkdownCompiler.compile(
        SourceFile(path: indicator.path, bytes: Array(indicator.text.utf8)), findings: &findings)
      return Resolver(project: project, asOf: context.cube.asOf, this: index)
        .resolve(compiled, needsPlace: false, findings: &findings)
    }
    var days: [CivilDate: ResolvedDocument] = [:]
    for (name, document) in bulletins { if let day = CivilDate(iso: name) { days[day] = document } }
    let plan = SitePlan(
      context: context, home: try #require(dashboards["index"]), region: try #require(dashboards["region"]),
      indicators: indicators, bulletin: try #require(bulletins["daily"]), bulletinDays: days,
      stories: documents("stories/", needsPlace: true).map(\.1),
      documents: documents("pages/", needsPlace: true).map(\.1), findings: &findings)
    return (plan, findings.items)
  }
}

extension SitePlan {
  /// The page at an address.
  func view(at address: String) throws -> PageView {
    let page = try #require(pages.first { $0.address == address })
    return view(page.kind, at: page.address)
  }
}

extension SampleSite {
  private static let english: [String: String] = [
    "临江街道": "Riverside", "东风社区": "East", "红星社区": "Star", "和平社区": "Peace", "光明社区": "Bright",
    "社区": "community", "街道": "street", "排查覆盖率": "Screening coverage", "未排查户数": "Households left",
    "应排查户数": "Households due", "已排查户数": "Households done", "志愿者人数": "Volunteers",
    "超时件数": "Overdue calls", "办结率": "Closing rate", "两率之差": "Gap between the rates",
    "口罩可用天数": "Mask days", "社区平均受理": "Calls per community", "户": "households", "人": "people", "件": "calls",
    "天": "days", "无受理": "no calls", "排查日报": "Screening report", "热线日报": "Hotline report", "物资日报": "Supplies",
    "人员日报": "Staff report", "受理": "Received", "办结": "Closed", "库存": "Stock", "消耗": "Used", "口罩": "masks",
    "来源公布的复工率": "Reported reopening rate", "受理较多的社区": "Busy communities", "个": "communities",
  ]

  private static func translate(_ project: inout Project) {
    func word(_ text: String) -> String { english[text] ?? text }
    project.site.language = "en"
    for index in project.indicators.indices {
      project.indicators[index].title = word(project.indicators[index].title)
      project.indicators[index].unit = project.indicators[index].unit.map(word)
      project.indicators[index].zeroDenominator = project.indicators[index].zeroDenominator.map(word)
    }
    for index in project.datasets.indices {
      project.datasets[index].title = word(project.datasets[index].title)
      for field in project.datasets[index].fields.indices {
        // Headings are still found in the Chinese files.
        project.datasets[index].fields[field].aliases.append(project.datasets[index].fields[field].title)
        project.datasets[index].fields[field].title = word(project.datasets[index].fields[field].title)
        project.datasets[index].fields[field].unit = project.datasets[index].fields[field].unit.map(word)
      }
    }
    let regions = project.tree.regions.map { region in
      var translated = region
      translated.aliases.append(region.name)
      translated.name = word(region.name)
      return translated
    }
    let levels = project.tree.levels.map { RegionLevel(id: $0.id, title: word($0.title)) }
    project.tree = RegionTree(levels: levels, regions: regions, base: project.tree.base)
  }
}
