import Common
import Testing

@testable import Archive

@Suite struct ChainTests {
  /// What is done to an archive of three days, and what is then said.
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var errors: [String]
    var notes: [String] = []
    var change: @Sendable (TestFolder) -> Void
  }

  static let changes: [Change] = [
    Change(testDescription: "a release is taken out", errors: ["release-missing"]) {
      $0.remove("archive/2020-02-09")
    },
    Change(testDescription: "a release is taken out of the chain too", errors: ["chain-broken"]) { folder in
      folder.remove("archive/2020-02-09")
      folder.edit("archive/chain.sha256") { $0.filter { !$0.contains("2020-02-09") } }
    },
    Change(testDescription: "the chain is gone", errors: ["chain-missing"]) {
      $0.remove("archive/chain.sha256")
    },
    Change(testDescription: "the chain's last line is gone", errors: ["chain-without"]) { folder in
      folder.edit("archive/chain.sha256") { Array($0.dropLast()) }
    },
    Change(testDescription: "a release is taken off the chain's end", errors: ["release-unlisted"]) {
      folder in
      folder.edit("archive/chain.sha256") { Array($0.dropLast(2)) }
    },
    Change(testDescription: "two releases change places in the chain", errors: ["chain-broken"]) { folder in
      folder.edit("archive/chain.sha256") { Array($0[2..<4] + $0[0..<2] + $0[4...]) }
    },
    Change(testDescription: "a release stands in the chain twice", errors: ["chain-twice"]) { folder in
      folder.edit("archive/chain.sha256") { $0 + $0[0..<2] }
    },
    Change(testDescription: "a line of the chain is no entry", errors: ["chain-line"]) { folder in
      folder.edit("archive/chain.sha256") { $0 + ["# a comment"] }
    },
    Change(testDescription: "digits of the chain are capitals", errors: ["chain-line", "chain-without"]) {
      folder in
      folder.edit("archive/chain.sha256") { lines in
        [lines[0].prefix(64).uppercased() + lines[0].dropFirst(64)] + lines.dropFirst()
      }
    },
    Change(testDescription: "a release of another archive is added", errors: ["release-unlisted"]) { folder in
      guard let other = try? SampleArchive.ofThreeDays() else { return }
      for file in other.folder.files(below: "archive/2020-02-10") {
        folder.write(
          file.replacing("2020-02-10", with: "2020-02-11"), other.folder.bytes(file) ?? [])
      }
    },
    Change(
      testDescription: "a tag manifest is made anew", errors: ["chain-apart", "changed"]
    ) { folder in
      folder.edit("archive/2020-02-08/tagmanifest-sha256.txt") { lines in
        [String(repeating: "0", count: 64) + lines[0].dropFirst(64)] + lines.dropFirst()
      }
    },
    Change(testDescription: "something else lies there", errors: [], notes: ["stranger"]) {
      $0.write("archive/notes.txt", "x")
    },
  ]

  @Test(arguments: changes) func shows(_ change: Change) async throws {
    let sample = try SampleArchive.ofThreeDays()
    change.change(sample.folder)
    let verified = try await sample.verify()
    #expect(verified.errors == change.errors)
    #expect(verified.notes == change.notes)
  }

  @Test func isWhatSha256sumReads() throws {
    let sample = try SampleArchive.ofThreeDays()
    let chain = try #require(sample.folder.text("archive/chain.sha256"))
    let lines = chain.split(separator: "\n")
    #expect(lines.count == 6)
    for line in lines {
      let path = String(line.dropFirst(66))
      #expect(line.prefix(64) == (sample.folder.bytes("archive/" + path) ?? []).withDigest)
      #expect(line.dropFirst(64).prefix(2) == "  ")
    }
  }

  @Test func knowsAnArchiveByItsContents() throws {
    let sample = try SampleArchive.ofThreeDays()
    #expect(ArchiveVerifier.isArchive(sample.archive.path))
    sample.folder.remove("archive/chain.sha256")
    #expect(ArchiveVerifier.isArchive(sample.archive.path))
    #expect(!ArchiveVerifier.isArchive(sample.archive.path + "/2020-02-08"))
    #expect(!ArchiveVerifier.isArchive(TestFolder().path))
  }

  @Test func saysWhatADayMayPrint() throws {
    let sample = try SampleArchive.ofThreeDays()
    let index = try sample.archive.index()
    #expect(index.before(SampleArchive.day(2)).head?.name.description == "2020-02-09")
    #expect(index.before(SampleArchive.day(7)).head?.name.description == "2020-02-10")
    #expect(index.before(SampleArchive.day(0)).head == nil)
  }

  @Test(arguments: ["2020-02-14", "2020-02-14-2", "2020-02-14-17"])
  func readsTheNameOfARelease(_ name: String) {
    #expect(ReleaseName(name)?.description == name)
  }

  @Test(arguments: [
    "", "2020-02-30", "2020-02-14-", "2020-02-14-1", "2020-02-14-02", "2020-02-14x", "2020-02-14-2-3",
    "2020-02-14-+2",
  ])
  func readsNoOtherName(_ name: String) {
    #expect(ReleaseName(name) == nil)
  }
}

extension TestFolder {
  func edit(_ name: String, _ change: ([String]) -> [String]) {
    let lines = (text(name) ?? "").split(separator: "\n").map { String($0) }
    write(name, change(lines).map { $0 + "\n" }.joined())
  }
}
