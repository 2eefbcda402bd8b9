import Common
import Reading
import Templates
import Testing

@testable import Rendering

@Suite struct ThemeTests {
  @Test func reportsAMissingTemplateAndAMisspeltField() throws {
    let fields = FieldSet()
    var findings = Findings()
    let strings = SourceFile(path: "zh-Hans.yaml", bytes: Array("comma: ，\n".utf8))
    let theme = Theme.load(
      files: [
        (
          "layouts/home.html",
          SourceFile(path: "theme/layouts/home.html", bytes: Array("<p>\n{{titel}}</p>\n".utf8))
        )
      ],
      strings: [strings], language: "zh-Hans", fields: fields, findings: &findings)
    #expect(theme == nil)
    let missing = findings.items.filter { $0.rule.id == "rendering.missing-template" }
    #expect(missing.count == fields.roots.count - 1)
    let misspelt = try #require(findings.items.first { $0.location?.file == "theme/layouts/home.html" })
    #expect(misspelt.location?.description == "theme/layouts/home.html:2:3")
    #expect(misspelt.suggestions.contains("title"))
  }

  @Test func needsStrings() {
    var findings = Findings()
    #expect(
      Theme.load(files: [], strings: [], language: "fr", fields: FieldSet(), findings: &findings) == nil)
    #expect(findings.items.map(\.rule.id) == ["rendering.missing-strings"])
  }

  @Test func takesOnlyAssetsFromTheAssetsFolder() throws {
    var findings = Findings()
    let fields = FieldSet()
    let theme = try #require(TinyTheme.load([:], fields: fields, findings: &findings))
    #expect(theme.assets.isEmpty)
    #expect(findings.items.isEmpty)
  }

  @Test func aThemeMayHaveLayoutsOfItsOwnThatTextsAskFor() throws {
    var templates = TinyTheme.templates
    templates["layouts/long"] = "长{{title}}"
    let story = "---\ntitle: 一\nlayout: long\n---\n"
    let site = try RenderedSite(SampleSite(), adding: [("stories/x.md", story)], templates: templates)
    #expect(try site.text("stories/x.html") == "长一")
    var findings = Findings()
    templates["layouts/long"] = "{{titel}}"
    #expect(TinyTheme.load(templates, fields: FieldSet(), findings: &findings) == nil)
    #expect(findings.items.map(\.location?.file) == ["theme/layouts/long.html"])
  }

  @Test func knowsTheNamesOfItsLayouts() throws {
    var findings = Findings()
    let theme = try #require(TinyTheme.load(["layouts/long": ""], fields: FieldSet(), findings: &findings))
    #expect(theme.layouts.contains("story") && theme.layouts.contains("long"))
  }
}

/// Assets under names that hold their content's fingerprint.
@Suite struct AssetNamesTests {
  private static func theme(_ files: [String: String], layout: String, fields: FieldSet = FieldSet()) throws
    -> Theme
  {
    var findings = Findings()
    var all = Dictionary(fields.roots.map { ($0.name + ".html", "") }, uniquingKeysWith: { $1 })
    all.merge(files) { $1 }
    all["layouts/home.html"] = layout
    let strings = SourceFolder(path: SampleSite.tests + "/../themes/jianbao")
      .readText("strings/zh-Hans.yaml", limit: 1_000_000, findings: &findings)
    return try #require(
      Theme.load(
        files: all.sorted { $0.key < $1.key }.map {
          (path: $0.key, file: SourceFile(path: "theme/" + $0.key, bytes: Array($0.value.utf8)))
        },
        strings: [strings].compactMap { $0 }, language: "zh-Hans", fields: fields,
        fingerprint: { "x\($0.count)" }, findings: &findings))
  }

  @Test func areNamedByWhatTheyHoldWhereATemplateNamesThem() throws {
    let fields = FieldSet()
    let theme = try Self.theme(
      ["assets/style.css": "p{}", "assets/deep/run.js": "go()", "assets/other.png": "png"],
      layout: "<link href=\"{{root}}assets/style.css\"><script src='{{root}}assets/deep/run.js?1'></script>",
      fields: fields)
    #expect(
      theme.assets.map(\.address) == ["assets/deep/run.x4.js", "assets/other.png", "assets/style.x3.css"])
    let site = try RenderedSite(SampleSite(), theme: theme, fields: fields)
    #expect(
      try site.text("index.html")
        == "<link href=\"assets/style.x3.css\"><script src='assets/deep/run.x4.js?1'></script>")
  }

  @Test func keepTheirNamesWhereAStylesheetLeadsToThem() throws {
    let theme = try Self.theme(
      ["assets/style.css": "p{background:url(dot.svg)}", "assets/dot.svg": "<svg/>"],
      layout: "<link href=\"{{root}}assets/style.css\"><img src=\"{{root}}assets/dot.svg\">")
    #expect(theme.assets.map(\.address) == ["assets/dot.svg", "assets/style.x26.css"])
  }

  @Test func keepTheirNamesInProse() throws {
    let theme = try Self.theme(["assets/style.css": "p{}"], layout: "<p>assets/style.css\"</p>")
    #expect(theme.assets.map(\.address) == ["assets/style.css"])
  }
}
