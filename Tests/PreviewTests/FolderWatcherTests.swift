import Testing

@testable import Preview

/// How often a watcher told of a change.
private actor Count {
  private(set) var value = 0

  func add() { value += 1 }

  /// Waits, within reason, until more changes were told than `seen`.
  func passes(_ seen: Int) async -> Bool {
    for _ in 0..<500 where value <= seen { try? await Task.sleep(for: .milliseconds(20)) }
    return value > seen
  }
}

@Suite struct FolderWatcherTests {
  private static func count(_ folders: [String]) throws -> (count: Count, task: Task<Void, Never>) {
    let changes = try #require(FolderWatcher.changes(in: folders))
    let count = Count()
    return (count, Task { for await _ in changes { await count.add() } })
  }

  /// Makes a change and waits until it is told.
  private static func expect(_ count: Count, _ what: Comment, _ change: () -> Void) async {
    // The last change may still be told once more: what is counted must come after.
    try? await Task.sleep(for: .milliseconds(300))
    let seen = await count.value
    change()
    #expect(await count.passes(seen), what)
  }

  @Test func tellsOfFilesThatAreMadeChangedRenamedAndRemoved() async throws {
    let folder = TemporaryFolder()
    folder.makeFolder("stories")
    let (count, task) = try Self.count([folder.path + "/"])
    defer { task.cancel() }
    await Self.expect(count, "made") { folder.write("stories/a.md") }
    await Self.expect(count, "changed") { folder.write("stories/a.md", "again") }
    await Self.expect(count, "saved by renaming") {
      folder.write("stories/.a.md.new")
      folder.rename("stories/.a.md.new", "stories/a.md")
    }
    await Self.expect(count, "renamed") { folder.rename("stories/a.md", "stories/b.md") }
    await Self.expect(count, "removed") { folder.remove("stories/b.md") }
  }

  @Test func followsFoldersThatComeMoveAndGo() async throws {
    let folder = TemporaryFolder()
    let (count, task) = try Self.count([folder.path])
    defer { task.cancel() }
    await Self.expect(count, "folders made at once") {
      folder.makeFolder("data")
      folder.makeFolder("data/new")
      folder.makeFolder("data/new/deep")
    }
    await Self.expect(count, "a file in the deepest") { folder.write("data/new/deep/a.csv") }
    await Self.expect(count, "a folder renamed") { folder.rename("data/new", "data/newer") }
    await Self.expect(count, "a file in the renamed one") { folder.write("data/newer/deep/a.csv", "2") }
    await Self.expect(count, "a folder removed") { folder.remove("data") }
    await Self.expect(count, "one of the same name") { folder.makeFolder("data") }
    await Self.expect(count, "a file in it") { folder.write("data/b.csv") }
  }

  @Test func waitsForAFolderThatIsNotThere() async throws {
    let folder = TemporaryFolder()
    let (count, task) = try Self.count([folder.path + "/content"])
    defer { task.cancel() }
    await Self.expect(count, "the folder itself") { folder.makeFolder("content") }
    await Self.expect(count, "a file in it") { folder.write("content/site.yaml") }
    await Self.expect(count, "moved away") { folder.rename("content", "old") }
    await Self.expect(count, "back again") { folder.makeFolder("content") }
    await Self.expect(count, "a file in the new one") { folder.write("content/site.yaml") }
  }

  @Test func passesOverWhatEditorsLeaveBehind() async throws {
    let folder = TemporaryFolder()
    let (count, task) = try Self.count([folder.path])
    defer { task.cancel() }
    for name in [".#a.md", ".a.md.swp", "a.md~", "#a.md#", "4913", "~$日报.xlsx", ".~lock.日报.csv#"] {
      folder.write(name)
      folder.remove(name)
    }
    try await Task.sleep(for: .milliseconds(400))
    #expect(await count.value == 0)
    await Self.expect(count, "a file") { folder.write("a.md") }
  }

  @Test func tellsOfABurstThatDoesNotEnd() async throws {
    let folder = TemporaryFolder()
    let (count, task) = try Self.count([folder.path])
    let path = folder.path
    let writer = Task.detached {
      let same = TemporaryFile(path: path + "/a.md")
      while !Task.isCancelled {
        same.write()
        try? await Task.sleep(for: .milliseconds(10))
      }
    }
    #expect(await count.passes(2))
    writer.cancel()
    task.cancel()
    await writer.value
  }
}
