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
