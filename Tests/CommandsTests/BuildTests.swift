import Glibc
import Testing

@Suite struct BuildTests {
  @Test func makesTheStarterSite() throws {
    let site = try StarterSite()
    let outcome = try site.run("build")
    #expect(outcome.status == 0)
    #expect(PrintedFindings.read(outcome.errors) == [])
    #expect(outcome.output.hasPrefix("已生成"))
    let home = try #require(site.folder.text("public/index.html"))
    #expect(home.contains("95.5%"))
    #expect(site.folder.text("public/bulletins/2020-02-14.html") != nil)
    #expect(site.folder.text("public/stories/first.html") != nil)
  }

  @Test func isCheckedWithoutBeingWritten() throws {
    let site = try StarterSite()
    let outcome = try site.run("check")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("0 处错误，0 处警告"))
    #expect(site.output.isEmpty)
  }

  @Test func writesNothingTheSecondTime() throws {
    let site = try StarterSite()
    #expect(try site.run("build").status == 0)
    let before = site.output
    let outcome = try site.run("build")
    #expect(outcome.output.contains("写出 0 个文件"))
    #expect(site.output == before)
  }

  @Test func givesTheSameBytesWithAnyWorkersTimeZoneAndLanguage() throws {
    let site = try StarterSite.built()
    let abroad = ["TZ": "Asia/Tokyo", "LANG": "en_US.UTF-8", "LC_ALL": "tr_TR.UTF-8"]
    #expect(try site.run("build", "--jobs", "1", "--output", "one").status == 0)
    #expect(try site.run("build", "--jobs", "5", "--output", "five", environment: abroad).status == 0)
    let trees = ["public", "one", "five"].map { folder in
      site.folder.tree(folder).map { (String($0.key.drop { $0 != "/" }), $0.value) }
        .sorted { $0.0 < $1.0 }
    }
    #expect(trees[0].count > 30)
    for tree in trees.dropFirst() {
      #expect(tree.map(\.0) == trees[0].map(\.0))
      #expect(tree.map(\.1) == trees[0].map(\.1))
    }
  }

  @Test func writesOnlyWhatAnEditChanged() throws {
    let site = try StarterSite.built()
    let before = site.folder.tree("public")
    try Edit.append("content/pages/about.md", "\n又一段。\n").apply(to: site.folder)
    #expect(try site.run("build").status == 0)
    let changed = site.folder.tree("public").filter { before[$0.key] != $0.value }.map(\.key)
    // The page itself, the search index that holds its words, and the manifest.
    let others = changed.filter { !$0.contains("/search/") && !$0.contains("/.jianbao/") }
    #expect(others == ["public/pages/about.html"])
  }

  @Test func givesTheWholeSiteInParts() throws {
    let site = try StarterSite.built()
    for part in 1...3 {
      #expect(try site.run("build", "--shard", "\(part)/3", "--output", "part\(part)").status == 0)
      #expect(try site.run("build", "--shard", "\(part)/3", "--output", "together").status == 0)
    }
    func files(_ folder: String) -> [String: [UInt8]] {
      let tree = site.folder.tree(folder).map { (String($0.key.drop { $0 != "/" }), $0.value) }
      return Dictionary(uniqueKeysWithValues: tree.filter { !$0.0.hasPrefix("/.jianbao/") })
    }
    let whole = files("public")
    #expect(files("together") == whole)
    let parts = (1...3).map { files("part\($0)") }
    #expect(parts.allSatisfy { !$0.isEmpty })
    #expect(parts.reduce(0) { $0 + $1.count } == whole.count)
    #expect(parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } } == whole)
    for wrong in ["0/3", "4/3", "3", "a/b", "1/0"] {
      #expect(try site.run("build", "--shard", wrong).status == 64)
    }
  }

  @Test func knowsNothingOfLaterDays() throws {
    let site = try StarterSite()
    let story = "---\ntitle: 明天\ndate: 2020-02-14\nplace: 东风社区\n---\n\n{{已排查户数 2020-02-14}}\n"
    try Edit.text("content/stories/later.md", story).apply(to: site.folder)
    #expect(try site.run("build").status == 0)
    #expect(site.folder.text("public/bulletins/2020-02-14.html") != nil)
    let outcome = try site.run("build", "--as-of", "2020-02-13")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(site.folder.text("public/bulletins/2020-02-13.html") != nil)
    #expect(site.folder.text("public/bulletins/2020-02-14.html") == nil)
    #expect(site.folder.text("public/stories/later.html") == nil)
    for (file, bytes) in site.output where file.hasSuffix(".html") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("2020-02-14"), "\(file)")
    }
  }

  @Test func removesThePageOfAStoryThatIsGone() throws {
    let site = try StarterSite.built()
    try Edit.remove(StarterSite.story).apply(to: site.folder)
    #expect(try site.run("build").status == 0)
    #expect(site.folder.text("public/stories/first.html") == nil)
  }

  @Test func leavesDraftsOutUnlessAskedForThem() throws {
    let site = try StarterSite()
    try Edit.text("content/stories/draft.md", "---\ntitle: 草稿\ndraft: true\n---\n\n正文。\n").apply(
      to: site.folder)
    #expect(try site.run("build").status == 0)
    #expect(site.folder.text("public/stories/draft.html") == nil)
    #expect(try site.run("build", "--drafts").status == 0)
    #expect(site.folder.text("public/stories/draft.html") != nil)
  }

  @Test func doesNotWriteOverAnothersFile() throws {
    let site = try StarterSite()
    try Edit.text("public/index.html", "mine").apply(to: site.folder)
    let outcome = try site.run("build")
    #expect(outcome.status == 1)
    #expect(PrintedFindings.read(outcome.errors) == ["public/index.html output.foreign-file"])
    #expect(site.output == ["public/index.html": Array("mine".utf8)])
  }

  @Test func saysWhenAnotherBuildIsWriting() throws {
    let site = try StarterSite.built()
    let lock = open(site.folder.path + "/public/.jianbao", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    let outcome = try site.run("build")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("另一个 jianbao 正在写 public"))
  }

  @Test func saysWhenItCannotWrite() throws {
    let site = try StarterSite()
    let outcome = try site.run("build", "--output", "/proc/jianbao")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("/proc/jianbao"))
    let below = try site.run("build", "--output", "content.txt/public")
    #expect(below.status == 0)
    try Edit.text("file", "x").apply(to: site.folder)
    #expect(try site.run("build", "--output", "file/public").status == 2)
  }

  @Test func refusesToWriteIntoTheContent() throws {
    let site = try StarterSite()
    for output in ["content", "content/public", "./content/../content/x", "\(site.folder.path)/content"] {
      #expect(try site.run("build", "--output", output).status == 64)
    }
    #expect(site.folder.text("content/index.html") == nil)
  }

  @Test func endsQuietlyWhenNobodyReads() throws {
    let site = try StarterSite()
    #expect(try site.run("build", to: .brokenPipe).status == 0)
    #expect(try site.run("check", "--format", "json", to: .brokenPipe).status == 0)
    #expect(try site.run("explain", "排查覆盖率", to: .brokenPipe).status == 0)
    let whole = site.output
    #expect(try site.run("build", "--output", "other", to: .nothing).status == 0)
    #expect(site.folder.tree("other").count == whole.count)
    #expect(site.folder.bytes("other/index.html") == site.folder.bytes("public/index.html"))
  }
}
