import Common
import Markdown
import Pages
import Reading
import Statistics
import Tables
import Testing
import YAML

@testable import Exporting

/// The site of `Tests/Sites/sample`, with further stories as a test needs them.
struct SampleSite {
  let plan: SitePlan
  let content: SourceFolder

  struct Missing: Error { var name: String }

  private static var tests: String {
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
  }

  init(adding files: [(path: String, text: String)] = [], notice: String? = "示例数据") throws {
    var findings = Findings()
    var project = try #require(Project.load(folder: Self.tests + "/Sites/sample", findings: &findings))
    project.site.illustrativeNotice = notice
    let tables = try zip(project.datasets, project.dataFiles).map { dataset, paths in
      let sources = paths.compactMap { project.readData($0, findings: &findings) }
      return try #require(
        TableReader.read(
          declaration: dataset, files: sources, tree: project.tree, site: project.site, asOf: nil,
          findings: &findings))
    }
    let cube = Cube(
      tables: tables, tree: project.tree, indicators: project.indicators, site: project.site, asOf: nil,
      findings: &findings)
    guard case .found(let root) = project.tree.find(project.site.root) else {
      throw Missing(name: project.site.root)
    }
    let theme = SourceFolder(path: Self.tests + "/../themes/jianbao")
    let strings = try #require(theme.readYAML("strings/zh-Hans.yaml", findings: &findings))
    let words = Words(language: "zh-Hans", layers: [strings], findings: &findings)
    let context = SiteContext(
      site: project.site, tree: project.tree, datasets: project.datasets, indicators: project.indicators,
      tables: tables, cube: cube, words: words, corrections: [], root: root)
    let resolver = Resolver(project: project, asOf: cube.asOf)
    var texts = files
    for file in project.markdown where !files.contains(where: { $0.path == file.path }) {
      let source = try #require(project.folder.readText(file.path, limit: 1_000_000, findings: &findings))
      texts.append((file.path, String(decoding: source.bytes, as: UTF8.self)))
    }
    texts.sort { $0.path < $1.path }
    func documents(_ prefix: String, needsPlace: Bool = false) -> [(name: String, document: ResolvedDocument)]
    {
      texts.filter { $0.path.hasPrefix(prefix) }.map { file in
        var own = Findings()
        let compiled = MarkdownCompiler.compile(
          SourceFile(path: "content/" + file.path, bytes: Array(file.text.utf8)), findings: &own)
        let name = String(file.path.dropFirst(prefix.count).dropLast(3))
        return (name, resolver.resolve(compiled, needsPlace: needsPlace, findings: &own))
      }
    }
    let dashboards = Dictionary(
      documents("dashboards/").map { ($0.name, $0.document) }, uniquingKeysWith: { $1 })
    var days: [CivilDate: ResolvedDocument] = [:]
    let bulletins = documents("bulletins/")
    for (name, document) in bulletins {
      if let day = CivilDate(iso: name) { days[day] = document }
    }
    let home = try #require(dashboards["index"])
    plan = SitePlan(
      context: context, home: home, region: try #require(dashboards["region"]),
      indicators: project.indicators.map { _ in home },
      bulletin: try #require(bulletins.first { $0.name == "daily" }?.document), bulletinDays: days,
      stories: documents("stories/", needsPlace: true).map(\.document), documents: [], findings: &findings)
    content = SourceFolder(path: "content")
  }

  /// The page of that name.
  func page(_ name: String) throws -> ExportPage {
    var findings = Findings()
    let found = PageChoice(plan: plan, content: content)
      .find(name, at: Location(file: "test"), content: content, findings: &findings)
    return try #require(found, "no page \(name)")
  }

  /// A story with this text, as a page.
  static func story(
    _ body: String, matter: String = "title: 一天\ndate: 2020-01-04\nplace: 临江街道", notice: String? = "示例数据"
  ) throws -> ExportPage {
    try SampleSite(adding: [("stories/own.md", "---\n\(matter)\n---\n\n\(body)\n")], notice: notice).page(
      "own")
  }
}

extension WeChatArticle {
  var text: String { String(decoding: html, as: UTF8.self) }

  func findings() -> [Diagnostic] {
    var findings = Findings()
    WeChatCheck.run(html, images: images, file: "a.html", findings: &findings)
    return findings.items
  }
}

extension PrintPage {
  var text: String { String(decoding: html, as: UTF8.self) }
}

/// The block's view in plain form, as text without markup between bars.
extension [Markup] {
  var lines: [String] {
    flatMap { node -> [String] in
      switch node {
      case .text(let text): text.isEmpty ? [] : [text]
      case .element(let element):
        ["p", "td", "th", "li"].contains(element.name) ? [element.children.plainText] : element.children.lines
      }
    }
  }
}
