import Common
import Pages
import Testing

@testable import Exporting

@Suite struct PageChoiceTests {
  @Test(
    arguments: [
      ("masks", "stories/masks.html"), ("content/stories/masks.md", "stories/masks.html"),
      ("./content/stories/masks.md", "stories/masks.html"), ("stories/masks.md", "stories/masks.html"),
      ("masks.md", "stories/masks.html"), ("/somewhere/content/stories/masks.md", "stories/masks.html"),
      ("stories/masks.html", "stories/masks.html"), ("/stories/masks.html", "stories/masks.html"),
      ("https://example.org/jianbao/stories/masks.html", "stories/masks.html"),
      ("2020-01-02", "bulletins/2020-01-02.html"), ("2020年1月2日", "bulletins/2020-01-02.html"),
      ("content/bulletins/2020-01-02.md", "bulletins/2020-01-02.html"),
      ("bulletins/2020-01-01.md", "bulletins/2020-01-01.html"),
    ])
  func finds(name: String, address: String) throws {
    #expect(try SampleSite().page(name).view.address == address)
  }

  @Test func takesTheNewestBulletin() throws {
    let site = try SampleSite()
    let last = try #require(site.plan.context.bulletinDays.last)
    #expect(try site.page("latest").view.day == last)
  }

  @Test(
    arguments: [
      ("mask", ["masks"]), ("2021-01-02", ["2020-01-02"]), ("about", []), ("index.html", []), ("", []),
      ("ks.md", []), ("regions/5101/5101.html", []),
    ])
  func offersTheNearestNames(name: String, wanted: [String]) throws {
    let site = try SampleSite()
    var findings = Findings()
    let found = PageChoice(plan: site.plan, content: site.content)
      .find(name, at: Location(file: "jianbao export"), content: site.content, findings: &findings)
    #expect(found == nil)
    #expect(findings.items.map(\.rule) == [.unknownExportPage])
    let offered = findings.items.first?.suggestions ?? []
    #expect(wanted.allSatisfy(offered.contains))
    if name == "" { #expect(offered.isEmpty) }
  }
}
