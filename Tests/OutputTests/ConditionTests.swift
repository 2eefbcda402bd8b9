import Glibc
import Testing

@testable import Output

@Suite struct ConditionTests {
  private let site = SmallSite(["index.html": "home", "stories/a.html": "a story"])

  @Test func isFinishedAfterABuild() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    #expect(try await OutputFolder(path: folder.path).condition(jobs: 2) == .finished(site.draft().manifest))
  }

  @Test func isNoBuildWithoutOne() async throws {
    let folder = TemporaryFolder()
    folder.write("index.html", "mine")
    #expect(try await OutputFolder(path: folder.path).condition(jobs: 1) == .noBuild)
    mkdir(folder.path + "/.jianbao", 0o755)
    #expect(try await OutputFolder(path: folder.path).condition(jobs: 1) == .noBuild)
  }

  @Test(arguments: ["writing", "writing.1-of-2"]) func isUnfinishedWhileAMarkerStands(_ marker: String)
    async throws
  {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    folder.write(".jianbao/" + marker, "")
    #expect(try await OutputFolder(path: folder.path).condition(jobs: 1) == .unfinished)
  }

  /// The marker is written aside first: a build killed there had written nothing.
  @Test func isFinishedWhereAMarkerNeverStood() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    folder.write(".jianbao/writing.new", "")
    #expect(try await OutputFolder(path: folder.path).condition(jobs: 1) == .finished(site.draft().manifest))
  }

  @Test func isAlteredWhenAFileIsOther() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    folder.write("index.html", "hime")
    #expect(try await OutputFolder(path: folder.path).condition(jobs: 1) == .altered(["index.html"]))
    unlink(folder.path + "/stories/a.html")
    symlink("/etc/passwd", folder.path + "/stories/a.html")
    #expect(
      try await OutputFolder(path: folder.path).condition(jobs: 2)
        == .altered(["index.html", "stories/a.html"]))
  }

  @Test func isWholeOnlyWithAllItsParts() async throws {
    let folder = TemporaryFolder()
    let parts = [SmallSite(["index.html": "home"]), SmallSite(["stories/a.html": "a story"])]
    for (number, part) in parts.enumerated() {
      let output = OutputFolder(path: folder.path, part: "\(number + 1)-of-2")
      if number == 1 {
        #expect(try await OutputFolder(path: folder.path).condition(jobs: 1) == .missingParts(["2-of-2"]))
      }
      _ = try await output.write(part.draft(), jobs: 1) { _, sink in
        sink.file(number == 0 ? "index.html" : "stories/a.html") {
          $0.write(string: number == 0 ? "home" : "a story")
        }
      }
    }
    #expect(try await OutputFolder(path: folder.path).condition(jobs: 1) == .finished(site.draft().manifest))
  }

  @Test func keepsABuildFromWritingWhileItIsRead() async throws {
    let folder = TemporaryFolder()
    try await site.build(into: folder.path)
    let lock = try OutputFolder(path: folder.path).lockForReading()
    let other = try OutputFolder(path: folder.path).lockForReading()
    _ = consume other
    await #expect(throws: OutputError.self) {
      try await SmallSite(["index.html": "x"]).build(into: folder.path)
    }
    _ = consume lock
    try await SmallSite(["index.html": "x"]).build(into: folder.path)
    #expect(folder.text("index.html") == "x")
  }
}
