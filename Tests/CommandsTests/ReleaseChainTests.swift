import Foundation
import Testing

/// Releases that come after others: what they print of them, and how they are made again.
@Suite struct ReleaseChainTests {
  /// The releases of two days, the second one twice: its figures were changed.
  private func archive() throws -> StarterSite {
    let site = try StarterSite()
    #expect(try site.run("snapshot", "--as-of", "2020-02-13").status == 0)
    #expect(try site.run("snapshot", "--as-of", "2020-02-14").status == 0)
    try ArchivedSite.correct(site, to: 7)
    #expect(try site.run("snapshot", "--as-of", "2020-02-14").status == 0)
    return site
  }

  @Test func areMadeAgainEachFromItsOwnSources() throws {
    let site = try archive()
    let outcome = try site.run("verify", "--rebuild")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count { $0.contains("重做出了同样的") } == 3)
    // Alone, without the archive it came from.
    let away = Folder()
    for (file, bytes) in Folder(site.folder.path + "/archive/2020-02-14-2").tree() {
      away.write("bag/" + file, bytes)
    }
    #expect(try Program.run(["verify", "--rebuild", "bag"], in: away).status == 0)
  }

  @Test func areTheSameHoweverOftenTheyAreMade() throws {
    let site = try archive()
    #expect(try site.run("snapshot", "--as-of", "2020-02-14").output.contains("没有另存"))
    #expect(site.folder.names(in: "archive").count { $0.hasPrefix("2020-") } == 3)
  }

  @Test func printTheHeadOfTheChainBeforeThem() throws {
    let site = try archive()
    let digest = try Tool.run("sha256sum", [site.folder.path + "/archive/2020-02-13/tagmanifest-sha256.txt"])
      .prefix(64)
    for release in ["2020-02-14", "2020-02-14-2"] {
      let page = try #require(site.folder.text("archive/\(release)/data/site/bulletins/2020-02-14.html"))
      #expect(page.contains("<dt>上期存档 2020-02-13，SHA-256：</dt><dd><span>\(digest)</span></dd>"))
    }
    let first = try #require(site.folder.text("archive/2020-02-13/data/site/bulletins/2020-02-13.html"))
    #expect(!first.contains("上期存档"))
    #expect(try site.run("export", "text", "2020-02-14").output.contains("SHA-256：\(digest)\n"))
    #expect(try site.run("export", "print", "2020-02-14").output.contains("SHA-256：\(digest)"))
    #expect(try !site.run("export", "text", "2020-02-14", "--archive", "none").output.contains("SHA-256"))
  }

  @Test(arguments: ["a.tar", "a.tar.gz", "a.zip"]) func arePackedTheSameEverywhere(_ name: String) throws {
    let site = try archive()
    let option = name.hasSuffix("zip") ? "--zip" : "--tar"
    #expect(
      try site.run(
        "snapshot", option, "out/" + name, environment: ["TZ": "Asia/Tokyo"]
      ).output.contains("已打包：out/\(name)"))
    let first = try #require(site.folder.bytes("out/" + name))
    #expect(
      try site.run("snapshot", option, "again-" + name, environment: ["TZ": "America/New_York"]).status == 0)
    #expect(site.folder.bytes("again-" + name) == first)
    let outcome = try site.run("verify", "--rebuild", "out/" + name)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("out/\(name) 的来源重做出了同样的"))
    #expect(try site.run("diff", "out/" + name, "2020-02-14-2").status == 0)
    #expect(try site.run("snapshot", option, "out/a.rar").status == 64)
    #expect(try site.run("snapshot", option, "archive/" + name).status == 64)
  }

  @Test func differByWhatWasChanged() throws {
    let site = try archive()
    let outcome = try site.run("diff", "2020-02-14", "content", "--html", "review/index.html")
    // A day means its last release.
    #expect(outcome.status == 0 && outcome.output.contains("没有差别"))
    let changed = try site.run("diff", "archive/2020-02-14", "2020-02-14-2", "--html", "review/index.html")
    #expect(changed.status == 1)
    #expect(changed.output.contains("没有说明的改动"))
    #expect(changed.output.contains("→ 7户") && changed.output.contains("    archive/2020-02-14.html"))
    let page = try #require(site.folder.text("review/index.html"))
    #expect(page.contains("<ins>7户</ins>") && site.folder.text("review/diff.css") != nil)
    let days = try site.run("diff", "2020-02-13", "2020-02-14", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(days.output.utf8)) as? [String: Any])
    let figures = try #require(object["figures"] as? [[String: Any]])
    #expect(figures.contains { $0["reason"] as? String == "new_day" })
    // A draft is no text of the content that would be published.
    try Edit.text("content/stories/草稿.md", "---\ntitle: 没写完\ndraft: true\n---\n").apply(to: site.folder)
    #expect(try site.run("diff", "2020-02-14").status == 0)
    #expect(try site.run("diff", "nowhere.tar").status == 2)
  }

  @Test func withoutOneThatWasWithdrawnAreStillMadeAgain() throws {
    let site = try archive()
    #expect(try site.run("withdraw", "2020-02-13", "--reason", "误发").status == 0)
    try ArchivedSite.correct(site, to: 8)
    let outcome = try site.run("snapshot", "--as-of", "2020-02-14")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let verified = try site.run("verify", "--rebuild")
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(site.folder.bytes("archive/2020-02-14-3/data/source/archive/2020-02-13/withdrawn.txt") != nil)
  }
}
