import Common
import Glibc
import Testing

@testable import Output

/// What stands in the output folder and is not ours.
@Suite struct ForeignFileTests {
  private let site = SmallSite(["index.html": "home", "regions/11/a.html": "place a"])

  @Test func findsNothingInANewFolder() async throws {
    let folder = TemporaryFolder()
    #expect(try await site.foreign(in: folder.path + "/public") == [])
    #expect(try await site.foreign(in: folder.path) == [])
  }

  @Test func reportsAFileInTheWay() async throws {
    let folder = TemporaryFolder()
    folder.write("index.html", "mine")
    #expect(try await site.foreign(in: folder.path) == ["index.html"])
  }

  @Test func takesAFileWithTheSameBytesForItsOwn() async throws {
    let folder = TemporaryFolder()
    folder.write("index.html", "home")
    #expect(try await site.foreign(in: folder.path) == [])
  }

  @Test func reportsAFileThatStandsWhereAFolderMustOnce() async throws {
    let folder = TemporaryFolder()
    folder.write("regions", "mine")
    let many = SmallSite(["regions/11/a.html": "a", "regions/11/b.html": "b", "regions/12/c.html": "c"])
    #expect(try await many.foreign(in: folder.path) == ["regions"])
  }

  @Test func reportsAFolderThatStandsWhereAFileMust() async throws {
    let folder = TemporaryFolder()
    folder.write("index.html/notes.txt", "mine")
    #expect(try await site.foreign(in: folder.path) == ["index.html"])
  }

  @Test func doesNotWaitForAPipe() async throws {
    let folder = TemporaryFolder()
    mkfifo(folder.path + "/index.html", 0o644)
    #expect(try await site.foreign(in: folder.path) == ["index.html"])
  }

  @Test func reportsALinkEvenInThePlaceOfItsOwnFile() async throws {
    let (folder, elsewhere) = (TemporaryFolder(), TemporaryFolder())
    elsewhere.write("index.html", "home")
    try await site.build(into: folder.path)
    unlink(folder.path + "/index.html")
    symlink(elsewhere.path + "/index.html", folder.path + "/index.html")
    #expect(try await site.foreign(in: folder.path) == ["index.html"])
    #expect(elsewhere.text("index.html") == "home")
  }

  @Test func reportsALinkedFolder() async throws {
    let (folder, elsewhere) = (TemporaryFolder(), TemporaryFolder())
    symlink(elsewhere.path, folder.path + "/regions")
    #expect(try await site.foreign(in: folder.path) == ["regions"])
    #expect(elsewhere.files() == [])
  }

  @Test func reportsALinkThatLeadsNowhere() async throws {
    let folder = TemporaryFolder()
    symlink("nowhere", folder.path + "/index.html")
    #expect(try await site.foreign(in: folder.path) == ["index.html"])
  }

  @Test func neverWritesThroughALink() async throws {
    let (folder, elsewhere) = (TemporaryFolder(), TemporaryFolder())
    elsewhere.write("victim", "untouched")
    symlink(elsewhere.path + "/victim", folder.path + "/index.html")
    await #expect(throws: OutputError.self) { try await site.build(into: folder.path) }
    #expect(elsewhere.text("victim") == "untouched")
    unlink(folder.path + "/index.html")
    symlink(elsewhere.path, folder.path + "/regions")
    await #expect(throws: OutputError.self) { try await site.build(into: folder.path) }
    #expect(elsewhere.files() == ["victim"])
  }

  @Test func removesNoOrphanThroughALink() async throws {
    let (folder, elsewhere) = (TemporaryFolder(), TemporaryFolder())
    try await site.build(into: folder.path)
    elsewhere.write("11/a.html", "untouched")
    unlink(folder.path + "/regions/11/a.html")
    rmdir(folder.path + "/regions/11")
    rmdir(folder.path + "/regions")
    symlink(elsewhere.path, folder.path + "/regions")
    try await SmallSite(["index.html": "home"]).build(into: folder.path)
    #expect(elsewhere.text("11/a.html") == "untouched")
  }

  @Test func mayItselfBeReachedThroughALink() async throws {
    let (folder, elsewhere) = (TemporaryFolder(), TemporaryFolder())
    symlink(elsewhere.path, folder.path + "/public")
    try await site.build(into: folder.path + "/public")
    #expect(elsewhere.text("index.html") == "home")
  }
}
