import Common
import Glibc
import Testing

@testable import Output

@Suite struct OutputFolderTests {
  private let site = SmallSite([
    "index.html": "home", "regions/11/a.html": "place a", "regions/11/b.html": "place b",
  ])

  @Test func writesEveryFileOfANewSite() async throws {
    let folder = TemporaryFolder()
    let report = try await site.build(into: folder.path + "/deep/public")
    #expect(report == OutputFolder.Report(files: 3, written: 3, unchanged: 0, removed: 0))
    #expect(folder.text("deep/public/index.html") == "home")
    #expect(folder.text("deep/public/regions/11/b.html") == "place b")
    #expect(!OutputFolder(path: folder.path + "/deep/public").isUnfinished)
  }

  @Test func doesNotTouchWhatDidNotChange() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    let before = folder.files().map { folder.mark($0) }
    let report = try await site.build(into: folder.path)
    #expect(report == OutputFolder.Report(files: 3, written: 0, unchanged: 3, removed: 0))
    let pages = ["index.html", "regions/11/a.html", "regions/11/b.html"]
    #expect(folder.files().filter { !$0.hasPrefix(".") } == pages)
    let after = folder.files().map { folder.mark($0) }
    for (number, name) in folder.files().enumerated() where !name.hasPrefix(".") {
      #expect(before[number] == after[number])
    }
  }

  @Test func writesWhatChangedInPlace() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    let (old, other) = (folder.mark("index.html"), folder.mark("regions/11/a.html"))
    let report = try await SmallSite([
      "index.html": "h", "regions/11/a.html": "place a", "regions/11/b.html": "place b",
    ]).build(into: folder.path)
    #expect(report == OutputFolder.Report(files: 3, written: 1, unchanged: 2, removed: 0))
    #expect(folder.text("index.html") == "h")
    #expect(folder.mark("index.html")?.inode == old?.inode)
    #expect(folder.mark("regions/11/a.html") == other)
  }

  @Test func removesItsOrphansAndTheFoldersTheyLeaveEmpty() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    let report = try await SmallSite(["index.html": "home"]).build(into: folder.path)
    #expect(report == OutputFolder.Report(files: 1, written: 0, unchanged: 1, removed: 2))
    #expect(!folder.exists("regions"))
  }

  @Test func leavesFilesAloneThatAreNotItsOwn() async throws {
    let folder = TemporaryFolder()
    folder.write("CNAME", "example.org")
    try await site.build(into: folder.path)
    folder.write("regions/11/notes.txt", "mine")
    try await SmallSite(["index.html": "home"]).build(into: folder.path)
    #expect(folder.text("CNAME") == "example.org")
    #expect(folder.text("regions/11/notes.txt") == "mine")
    #expect(!folder.exists("regions/11/a.html"))
  }

  @Test func leavesAnOrphanAloneWhosePlaceAnotherThingTook() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    unlink(folder.path + "/regions/11/a.html")
    mkdir(folder.path + "/regions/11/a.html", 0o755)
    let report = try await SmallSite(["index.html": "home"]).build(into: folder.path)
    #expect(report.removed == 1)
    #expect(folder.exists("regions/11/a.html"))
  }

  @Test func putsAFolderWhereAFileOfItsOwnWas() async throws {
    let folder = TemporaryFolder()
    try await SmallSite(["static/a": "file", "x/y/z.html": "z"]).build(into: folder.path)
    let turned = SmallSite(["static/a/b.txt": "below", "x/y": "file"])
    #expect(try await turned.foreign(in: folder.path) == [])
    try await turned.build(into: folder.path)
    #expect(folder.files().filter { !$0.hasPrefix(".") } == ["static/a/b.txt", "x/y"])
  }

  @Test(arguments: [1, 2, 7]) func givesTheSameTreeWithAnyNumberOfWorkers(_ jobs: Int) async throws {
    let (one, many) = (TemporaryFolder(), TemporaryFolder())
    try await site.build(into: one.path)
    try await site.build(into: many.path, jobs: jobs)
    #expect(one.files() == many.files())
    #expect(one.files().map { one.text($0) } == many.files().map { many.text($0) })
  }

  @Test func noticesAnEditOfTheSameSize() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    folder.write("index.html", "HOME")
    #expect(try await site.build(into: folder.path).written == 1)
    #expect(folder.text("index.html") == "home")
  }

  @Test func noticesAnEditOfTheSameSizeWithTheOldTime() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    folder.write("index.html", "HOME")
    folder.setBack("index.html")
    #expect(try await site.build(into: folder.path).written == 1)
  }

  @Test func writesAgainWhatWasDeletedOrCut() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    unlink(folder.path + "/regions/11/a.html")
    folder.write("index.html", "h")
    #expect(try await site.build(into: folder.path).written == 2)
    #expect(folder.text("regions/11/a.html") == "place a")
  }

  @Test func readsNoUnchangedFileTwiceAfterItsTimesWereChanged() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    for name in folder.files() { folder.setBack(name) }
    let before = folder.mark(".jianbao/manifest")
    #expect(try await site.build(into: folder.path).written == 0)
    #expect(folder.mark(".jianbao/manifest") != before)
  }
}
