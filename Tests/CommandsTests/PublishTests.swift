import Foundation
import Testing

/// `publish` and `rollback` as they are run.
@Suite struct PublishTests {
  private func live(_ site: StarterSite) -> String? { site.folder.text("www/current/index.html") }

  private func release(_ site: StarterSite) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: site.folder.path + "/www/current")
  }

  private func edit(_ site: StarterSite, _ number: Int) throws {
    try Edit.append("content/pages/about.md", "\n第\(number)稿。\n").apply(to: site.folder)
  }

  @Test func buildsAndMakesLive() throws {
    let site = try StarterSite()
    let first = try site.run("publish", "./www")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasPrefix("已上线 2020-02-14-"))
    #expect(live(site) == site.folder.text("public/index.html"))
    let second = try site.run("publish", "./www")
    #expect(second.status == 0 && second.output.contains("不用再发"))
    #expect(site.folder.names(in: "www/current").contains(".jianbao") == false)
  }

  @Test func readsItsTargetFromTheSite() throws {
    let site = try StarterSite()
    try Edit.append("content/site.yaml", "\npublish: {targets: {office: {path: www, keep: 2}}}\n").apply(
      to: site.folder)
    for number in 1...4 {
      try edit(site, number)
      #expect(try site.run("publish", "--quiet").status == 0)
    }
    #expect(try site.run("publish", "office").output.contains("不用再发"))
    let list = try site.run("publish", "--list")
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n")
    #expect(
      lines.count == 4 && lines[3].hasSuffix("线上") && lines[2].hasSuffix("上一个") && lines[0].hasSuffix("已删去"))
    #expect(try site.run("publish", "ofice").errors.contains("office"))
  }

  @Test func publishesNothingWhileThereAreErrors() throws {
    let site = try StarterSite()
    #expect(try site.run("publish", "./www").status == 0)
    let before = release(site)
    try Edit.replace(StarterSite.data, "南湖社区", with: "南胡社区").apply(to: site.folder)
    let outcome = try site.run("publish", "./www")
    #expect(outcome.status == 1 && outcome.output.contains("什么也没有发布"))
    #expect(release(site) == before)
  }

  @Test func goesBackEvenWhenTheContentIsBroken() throws {
    let site = try StarterSite()
    #expect(try site.run("publish", "./www").status == 0)
    let first = try #require(release(site))
    try edit(site, 2)
    #expect(try site.run("publish", "./www").status == 0)
    let second = try #require(release(site))
    try Edit.replace(StarterSite.data, "南湖社区", with: "南胡社区").apply(to: site.folder)
    try Edit.append("content/site.yaml", "\npublish: {targets: {office: {path: www}}}\nunknown: 1\n").apply(
      to: site.folder)
    #expect(try site.run("rollback", "--reason", "数字有误").status == 0)
    #expect(release(site) == first)
    #expect(try site.run("rollback", "--undo").status == 0)
    #expect(release(site) == second)
    #expect(try site.run("rollback", String(first.dropFirst(9)), "--target", "./www").status == 0)
    #expect(release(site) == first)
    #expect(site.folder.text("www/releases/switches.jsonl")?.contains("\"reason\":\"数字有误\"") == true)
    #expect(try site.run("rollback").status == 1)
    #expect(try site.run("rollback", "2020-01-01").status == 1)
    #expect(try site.run("rollback", "--undo", "2020-01-01").status == 64)
  }

  @Test func sendsOnlyAFinishedBuildThatTheContentGives() throws {
    let site = try StarterSite()
    let rules = { (outcome: Program.Outcome) in PrintedFindings.read(outcome.errors) }
    #expect(rules(try site.run("publish", "./www", "--no-build")) == ["public publishing.no-build"])
    #expect(!site.folder.names().contains("public"))
    #expect(try site.run("build").status == 0)
    site.folder.write("public/.jianbao/writing", [])
    #expect(rules(try site.run("publish", "./www", "--no-build")) == ["public publishing.unfinished-build"])
    #expect(try site.run("build").status == 0)
    site.folder.write("public/index.html", Array("x".utf8))
    #expect(
      rules(try site.run("publish", "./www", "--no-build")) == ["public/index.html publishing.altered-file"])
    #expect(try site.run("build").status == 0)
    try edit(site, 2)
    #expect(rules(try site.run("publish", "./www", "--no-build")) == ["public publishing.other-build"])
    #expect(!site.folder.names().contains("www"))
    #expect(try site.run("build").status == 0)
    #expect(try site.run("publish", "./www", "--no-build").status == 0)
    // What stood half written is written anew by a publish that builds.
    site.folder.write("public/.jianbao/writing", [])
    site.folder.write("public/index.html", Array("x".utf8))
    #expect(try site.run("publish", "./www").output.contains("不用再发"))
  }

  @Test func keepsTheReleaseHour() throws {
    let site = try StarterSite()
    try Edit.append(
      "content/site.yaml", "\npublish: {release_hour: \"17:00\", targets: {office: {path: www}}}\n"
    ).apply(to: site.folder)
    let early = try site.run("publish", "--now", "2020-02-14T16:59")
    #expect(early.status == 1)
    #expect(PrintedFindings.read(early.errors) == ["jianbao publish publishing.before-release-hour"])
    #expect(early.errors.contains("2020-02-14T16:59:00+08:00"))
    #expect(release(site) == nil)
    #expect(try site.run("publish", "--now", "2020-02-14T16:59", "--early", "有急事").status == 0)
    let record = try #require(release(site)).dropFirst(9) + ".json"
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(site.folder.bytes("www/releases/" + record) ?? []))
        as? [String: Any])
    #expect(json["early_reason"] as? String == "有急事" && json["timing"] as? String == "early")
    #expect(json["minutes_after_hour"] as? Int == -1 && json["at"] as? String == "2020-02-14T16:59:00+08:00")
    #expect(try site.run("publish", "--list").output.contains("提前：有急事"))
    let late = try StarterSite()
    try Edit.append(
      "content/site.yaml", "\npublish: {release_hour: \"17:00\", targets: {office: {path: www}}}\n"
    ).apply(to: late.folder)
    #expect(try late.run("publish", "--now", "2020-02-14T18:00").output.contains("误了发布时间"))
    #expect(try late.run("publish", "--list").output.contains("误了 17:00 的发布时间"))
    for wrong in ["17:00", "2020-02-14", "2020-02-14T25:00"] {
      #expect(try late.run("publish", "--now", wrong).status == 64)
    }
    #expect(try late.run("publish", "--early", " ").status == 64)
  }

  @Test(arguments: ["public", "public/www", ".", "content/www", "ssh://-x/a", "ssh://host", "~/www", "/"])
  func refusesATargetThatCannotBeMeant(_ target: String) throws {
    let site = try StarterSite()
    let before = site.folder.tree()
    #expect(try site.run("publish", target).status == 1)
    #expect(site.folder.tree() == before)
  }

  @Test func saysWhatIsInTheWay() throws {
    let site = try StarterSite()
    site.folder.write("www/current/index.html", Array("mine".utf8))
    let outcome = try site.run("publish", "./www")
    #expect(outcome.status == 2 && outcome.errors.contains("./www/current"))
    #expect(live(site) == "mine")
    #expect(try site.run("publish", "/proc/jianbao").status == 2)
  }

  @Test func goesBackWhenTheServerShowsSomethingElse() throws {
    let site = try StarterSite()
    #expect(try site.run("publish", "./www").status == 0)
    let before = release(site)
    try edit(site, 2)
    // Nothing listens on port 1.
    let outcome = try site.run("publish", "./www", "--url", "http://127.0.0.1:1/")
    #expect(outcome.status == 2)
    #expect(release(site) == before)
    if outcome.errors.contains("curl") { return }
    #expect(outcome.errors.contains("已退回"))
    #expect(outcome.errors.contains("没有：404.html"))
  }
}
