import Common
import Digests
import Glibc
import Testing

@testable import Output

/// Files that are published as they lie in the archive.
@Suite struct StoredFileTests {
  private let archive = TemporaryFolder()
  private let folder = TemporaryFolder()

  private func stored(_ address: String, _ text: String, really: String? = nil) -> StoredFile {
    archive.write("kept.json", really ?? text)
    return StoredFile(
      address: address, path: archive.path + "/kept.json",
      entry: Manifest.Entry(digest: Digest(of: Array(text.utf8)), size: text.utf8.count))
  }

  private func build(_ stored: [StoredFile]) async throws -> OutputFolder.Report {
    let draft = await OutputFolder.draft(items: 1, jobs: 1, stored: stored, known: [], make: Self.make)
    return try await OutputFolder(path: folder.path).write(draft, jobs: 1, make: Self.make)
  }

  private static let make: @Sendable (Int, inout FileSink) -> Void = { _, sink in
    sink.file("index.html") { $0.write("home") }
  }

  private func published(_ address: String) throws -> String? {
    try Directory(path: folder.path).child("api", creating: true).read(address).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func areCopiedOnceAndRemovedWhenTheyAreNoMore() async throws {
    let file = stored("api/kept.json", "{}")
    #expect(try await build([file]) == .init(files: 2, written: 2, unchanged: 0, removed: 0))
    #expect(try published("kept.json") == "{}")
    #expect(try await build([file]) == .init(files: 2, written: 0, unchanged: 2, removed: 0))
    #expect(try await build([]).removed == 1)
    #expect(try published("kept.json") == nil)
  }

  @Test func areRefusedWhenTheyAreNotWhatTheirDigestSays() async throws {
    await #expect {
      _ = try await build([stored("api/kept.json", "{}", really: "[]")])
    } throws: { ($0 as? OutputError)?.code == EILSEQ }
    #expect(try published("kept.json") == nil)
  }

  @Test func areReportedWhenTheyAreGone() async throws {
    var file = stored("api/kept.json", "{}")
    file.path += ".gone"
    await #expect {
      _ = try await build([file])
    } throws: { ($0 as? OutputError)?.code == ENOENT }
  }

  @Test func collideWithWhatIsMade() async {
    let draft = await OutputFolder.draft(
      items: 1, jobs: 1, stored: [stored("index.html", "{}")], known: [], make: Self.make)
    #expect(draft.collisions.map(\.address) == ["index.html"])
  }
}
