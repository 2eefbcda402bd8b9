import Common
import Glibc
import Testing

@testable import Output

@Suite struct InterruptedBuildTests {
  private let site = SmallSite([
    "index.html": "home", "stories/a.html": "a story", "stories/b.html": "another",
  ])

  /// What a build leaves behind that was killed while it wrote: its marker, some files, no manifest or the last one.
  private func interrupt(_ folder: TemporaryFolder, writing site: SmallSite) async {
    folder.write(".jianbao/writing", String(decoding: await site.draft().manifest.bytes, as: UTF8.self))
  }

  @Test func isCompletedByTheNext() async throws {
    let (folder, fresh) = (TemporaryFolder(), TemporaryFolder())
    await interrupt(folder, writing: site)
    folder.write("stories/a.html", "a sto")
    folder.write("stories/b.html", "anXXXXX")
    #expect(OutputFolder(path: folder.path).isUnfinished)
    #expect(try await site.foreign(in: folder.path) == [])
    let report = try await site.build(into: folder.path)
    #expect(report.written == 3)
    try await site.build(into: fresh.path)
    #expect(folder.files() == fresh.files())
    #expect(folder.files().map { folder.text($0) } == fresh.files().map { fresh.text($0) })
    #expect(!OutputFolder(path: folder.path).isUnfinished)
  }

  @Test func isCleanedUpByTheNextWithOtherContent() async throws {
    let (folder, fresh) = (TemporaryFolder(), TemporaryFolder())
    try await SmallSite(["old.html": "old"]).build(into: folder.path)
    await interrupt(folder, writing: site)
    folder.write("stories/a.html", "a sto")
    mkdir(folder.path + "/stories", 0o755)
    let other = SmallSite(["index.html": "other home"])
    try await other.build(into: folder.path)
    try await other.build(into: fresh.path)
    #expect(folder.files() == fresh.files())
    #expect(!folder.exists("stories"))
  }

  @Test func leavesNoEmptyFolderWhoseFileWasNeverWritten() async throws {
    let folder = TemporaryFolder()
    await interrupt(folder, writing: site)
    mkdir(folder.path + "/stories", 0o755)
    try await SmallSite(["index.html": "home"]).build(into: folder.path)
    #expect(!folder.exists("stories"))
  }

  @Test func trustsNoFileOfTheLastManifest() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    await interrupt(folder, writing: site)
    let before = folder.mark("index.html")
    #expect(try await site.build(into: folder.path).written == 0)
    #expect(folder.mark("index.html") == before)
    #expect(!OutputFolder(path: folder.path).isUnfinished)
  }

  @Test func passesOverAMarkerThatIsHalfWritten() async throws {
    let folder = TemporaryFolder()
    let marker = String(decoding: await site.draft().manifest.bytes, as: UTF8.self)
    folder.write(".jianbao/writing.new", String(marker.prefix(100)) + String(repeating: "x", count: 9000))
    try await site.build(into: folder.path)
    #expect(folder.files().filter { $0.hasPrefix(".") } == [".jianbao/manifest"])
  }

  @Test func refusesASecondWriter() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    let other = open(folder.path + "/.jianbao", O_RDONLY | O_DIRECTORY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX | LOCK_NB) == 0)
    do throws(OutputError) {
      try await SmallSite(["index.html": "changed"]).build(into: folder.path)
      Issue.record("two builds wrote at once")
    } catch {
      #expect(error.action == "lock")
      #expect(error.code == EWOULDBLOCK)
    }
    #expect(folder.text("index.html") == "home")
    flock(other, LOCK_UN)
    try await SmallSite(["index.html": "changed"]).build(into: folder.path)
    #expect(folder.text("index.html") == "changed")
  }

  @Test func staysUnfinishedAfterTrouble() async throws {
    let folder = TemporaryFolder()
    folder.write("stories", "a file in the way")
    await #expect(throws: OutputError.self) { try await site.build(into: folder.path) }
    #expect(OutputFolder(path: folder.path).isUnfinished)
    unlink(folder.path + "/stories")
    try await site.build(into: folder.path)
    #expect(!OutputFolder(path: folder.path).isUnfinished)
    #expect(folder.text("stories/b.html") == "another")
  }

  @Test func namesWhatWasTriedAndWhere() async throws {
    let folder = TemporaryFolder()
    folder.write("file", "")
    do throws(OutputError) {
      try await site.build(into: folder.path + "/file/public")
      Issue.record("a folder was made below a file")
    } catch {
      #expect(error.code == ENOTDIR)
      #expect(error.path.hasSuffix("/file/public"))
      #expect(error.description.hasPrefix("mkdir "))
    }
  }

  @Test func reportsAFullDisk() throws {
    let devices = try Directory(path: "/dev")
    do throws(OutputError) {
      try devices.write([1, 2, 3], to: "full")
      Issue.record("/dev/full took bytes")
    } catch {
      #expect(error.code == ENOSPC)
      #expect(error.path == "/dev/full")
    }
  }

  @Test func reportsAFolderThatMayNotBeWritten() throws {
    // Nobody may make files there, not even the administrator.
    let processes = try Directory(path: "/proc")
    #expect(throws: OutputError.self) { try processes.write([1], to: "jianbao.html") }
    #expect(throws: OutputError.self) { _ = try processes.child("jianbao", creating: true) }
  }
}
