import Testing

@Suite struct NewCommandTests {
  @Test func makesAFolderForANewSite() throws {
    let folder = Folder()
    let outcome = try Program.run(["new", "site", "street/site"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("jianbao build"))
    #expect(folder.text("street/site/content/site.yaml") != nil)
  }

  @Test func neverTouchesContentThatIsThere() throws {
    let folder = Folder()
    folder.write("content/notes.txt", Array("mine".utf8))
    let outcome = try Program.run(["new", "site", "."], in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("已经存在"))
    #expect(folder.tree() == ["content/notes.txt": Array("mine".utf8)])
  }

  @Test func makesAStoryThatBuilds() throws {
    let site = try StarterSite()
    let outcome = try site.run("new", "story", "何晓琴 “敲门”: \"记\"", "--place", "东风")
    #expect(outcome.status == 0)
    let text = try #require(site.folder.text("content/stories/何晓琴-敲门-记.md"))
    #expect(text.hasPrefix("---\ntitle: \"何晓琴 “敲门”: \\\"记\\\"\"\n"))
    #expect(text.contains("place: 东风社区"))
    #expect(text.contains("{{排查覆盖率}}"))
    let build = try site.run("build", "--strict")
    #expect(build.status == 0, "\(build.errors)")
    #expect(site.folder.text("public/stories/何晓琴-敲门-记.html")?.contains("何晓琴") == true)
  }

  @Test func makesABulletinThatBuilds() throws {
    let site = try StarterSite()
    #expect(try site.run("new", "bulletin", "2020-02-14").status == 0)
    #expect(site.folder.text("content/bulletins/2020-02-14.md")?.contains("date: 2020-02-14") == true)
    let build = try site.run("build", "--strict")
    #expect(build.status == 0, "\(build.errors)")
  }

  @Test func neverWritesOverAStoryOrABulletin() throws {
    let site = try StarterSite()
    #expect(try site.run("new", "story", "第二篇", "--place", "东风").status == 0)
    #expect(try site.run("new", "bulletin", "2020-02-14").status == 0)
    let before = site.folder.tree()
    let story = try site.run("new", "story", "第二篇", "--place", "东风")
    #expect(story.status == 2)
    #expect(story.errors.contains("content/stories/第二篇.md 已经存在"))
    #expect(try site.run("new", "bulletin", "2020-02-14").status == 2)
    #expect(site.folder.tree() == before)
  }

  @Test func namesThePlaceItDoesNotKnow() throws {
    let site = try StarterSite()
    let outcome = try site.run("new", "story", "第二篇", "--place", "东丰社区")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("最接近：东风社区"))
    #expect(site.folder.text("content/stories/第二篇.md") == nil)
  }

  @Test(arguments: [
    ["new", "story", "。。。"], ["new", "bulletin", "2020-02-30"], ["new", "bulletin", "明天"], ["new", "site"],
  ]) func refusesWhatCannotBeAFile(_ arguments: [String]) throws {
    let site = try StarterSite()
    let before = site.folder.tree()
    #expect(try Program.run(arguments, in: site.folder).status == 64)
    #expect(site.folder.tree() == before)
  }
}
