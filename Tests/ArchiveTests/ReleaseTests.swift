import Common
import Digests
import Glibc
import Output
import Testing

@testable import Archive

@Suite struct ReleaseTests {
  @Test func isABagOfTheNewestVersion() async throws {
    let sample = SampleArchive()
    try sample.publish(0, ["site/index.html": "<p>首页", "figures.csv": "a\n"])
    let folder = sample.folder
    #expect(
      folder.files(below: "archive") == [
        "archive/2020-02-08/bag-info.txt", "archive/2020-02-08/bagit.txt",
        "archive/2020-02-08/data/figures.csv",
        "archive/2020-02-08/data/site/index.html", "archive/2020-02-08/manifest-sha256.txt",
        "archive/2020-02-08/manifest-sha512.txt", "archive/2020-02-08/tagmanifest-sha256.txt",
        "archive/2020-02-08/tagmanifest-sha512.txt", "archive/chain.sha256",
      ])
    #expect(
      folder.text("archive/2020-02-08/bagit.txt")
        == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    #expect(
      folder.text("archive/2020-02-08/bag-info.txt") == """
        Source-Organization: 街道办事处
        External-Description: 社区防控工作
        Bagging-Date: 2020-02-14
        External-Identifier: 2020-02-08
        Bag-Group-Identifier: https://127.0.0.1/
        Payload-Oxum: 11.2
        Bag-Software-Agent: jianbao 0.1.0
        Reporting-Day: 2020-02-08
        Rebuild-Command: jianbao build

        """)
    #expect(
      folder.text("archive/2020-02-08/manifest-sha256.txt")
        == """
        87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  data/figures.csv
        \(SampleBag.digest(Array("<p>首页".utf8), .sha256))  data/site/index.html

        """)
    let verified = try await Verified.run(
      BagFolder(path: sample.archive.path(of: ReleaseName(day: SampleArchive.day(0)))))
    #expect(verified == Verified(.valid, Findings()))
  }

  @Test func namesTheOneBeforeAndItsDigest() async throws {
    let sample = try SampleArchive.ofThreeDays()
    let index = try sample.archive.index()
    #expect(index.releases.map(\.name.description) == ["2020-02-08", "2020-02-09", "2020-02-10"])
    let info = try #require(sample.folder.text("archive/2020-02-10/bag-info.txt"))
    #expect(
      info.hasSuffix(
        "Previous-Release: 2020-02-09\nPrevious-Tagmanifest-SHA256: \(index.releases[1].digest)\n"))
    #expect(
      try #require(sample.folder.bytes("archive/2020-02-09/tagmanifest-sha256.txt")).withDigest
        == index.releases[1].digest)
    let verified = try await sample.verify()
    #expect(verified.states == [.valid, .valid, .valid])
    #expect(verified.errors == [])
    #expect(verified.notes == [])
  }

  @Test func storesAnUnchangedFileOnce() throws {
    let sample = try SampleArchive.ofThreeDays()
    let inodes = (8...10).map {
      sample.folder.inode("archive/2020-02-\($0 < 10 ? "0" : "")\($0)/data/site/图片.svg")
    }
    #expect(Set(inodes).count == 1)
    let others = (8...9).map { sample.folder.inode("archive/2020-02-0\($0)/data/site/index.html") }
    #expect(Set(others).count == 2)
  }

  @Test func findsAnUnchangedFileUnderAnotherName() throws {
    let sample = SampleArchive()
    try sample.publish(0, ["site/old.html": "<p>"])
    try sample.publish(1, ["site/new.html": "<p>"])
    #expect(
      sample.folder.inode("archive/2020-02-08/data/site/old.html")
        == sample.folder.inode("archive/2020-02-09/data/site/new.html"))
  }

  @Test func handsNoDamageOn() async throws {
    let sample = SampleArchive()
    try sample.publish(0, ["site/a.html": "<p>one", "site/b.html": "<p>two"])
    sample.folder.write("archive/2020-02-08/data/site/a.html", "<p>eno")
    try sample.publish(1, ["site/a.html": "<p>one", "site/b.html": "<p>two"])
    #expect(sample.folder.text("archive/2020-02-09/data/site/a.html") == "<p>one")
    let verified = try await sample.verify()
    #expect(verified.states == [.invalid, .valid])
    #expect(verified.errors == ["changed"])
  }

  @Test func isTheSameBytesUnderAnyMask() throws {
    let trees = [mode_t(0o022), 0o077, 0o000].map { mask -> [String: UInt32] in
      let old = umask(mask)
      defer { umask(old) }
      let sample = SampleArchive()
      _ = try? sample.publish(0, ["site/a/b.html": "<p>"])
      return Dictionary(
        uniqueKeysWithValues: [
          "", "/data", "/data/site", "/data/site/a", "/data/site/a/b.html", "/bagit.txt",
        ].map { path in
          var info = stat()
          lstat(sample.archive.path(of: ReleaseName(day: SampleArchive.day(0))) + path, &info)
          return (path, info.st_mode & 0o7777)
        })
    }
    #expect(
      trees[0] == [
        "": 0o755, "/data": 0o755, "/data/site": 0o755, "/data/site/a": 0o755, "/data/site/a/b.html": 0o444,
        "/bagit.txt": 0o444,
      ])
    #expect(Set(trees).count == 1)
  }

  @Test func countsSeveralReleasesOfADay() throws {
    let sample = SampleArchive()
    for text in ["a", "b", "c"] { try sample.publish(0, ["site/index.html": text]) }
    #expect(
      try sample.archive.index().releases.map(\.name.description) == [
        "2020-02-08", "2020-02-08-2", "2020-02-08-3",
      ])
  }

  @Test func makesNoReleaseOfWhatIsArchivedAlready() async throws {
    let sample = try SampleArchive.ofThreeDays()
    let files = ["site/index.html": "<p>2", "site/图片.svg": "<svg/>", "source/content/数据.csv": "a,2\n"]
    guard case .unchanged(let release) = try sample.publish(2, files) else {
      Issue.record("made another release")
      return
    }
    #expect(release.name.description == "2020-02-10")
    #expect(try sample.archive.index().releases.count == 3)
    // Another day is another release, though its bytes be the same.
    guard case .published = try sample.publish(3, files) else {
      Issue.record("made no release")
      return
    }
    #expect(!sample.folder.exists("archive/.jianbao/new"))
  }

  @Test func encodesWhatAManifestCannotHold() async throws {
    let sample = SampleArchive()
    try sample.publish(0, ["site/100%.html": "a", "site/line\nbreak.html": "b"])
    let manifest = try #require(sample.folder.text("archive/2020-02-08/manifest-sha256.txt"))
    #expect(manifest.contains("data/site/100%25.html\n"))
    #expect(manifest.contains("data/site/line%0Abreak.html\n"))
    #expect(try await sample.verify().errors == [])
  }

  @Test func letsOneWriterIn() throws {
    let sample = SampleArchive()
    let first = try sample.open()
    #expect(throws: OutputError.self) { _ = try ArchiveWriter.open(sample.archive) }
    _ = consume first
    #expect(throws: Never.self) { _ = try sample.open() }
  }

  @Test func writesIntoNoFolderThatItCannotWriteTo() throws {
    let sample = SampleArchive()
    sample.folder.write("archive", "a file")
    #expect(throws: OutputError.self) { try sample.publish(0, [:]) }
    #expect(sample.folder.text("archive") == "a file")
  }

  @Test func takesUpAReleaseThatWasRenamedAndNotListed() async throws {
    let sample = try SampleArchive.ofThreeDays()
    // Killed between the two renames: the folder has its name, the chain does not know it.
    let lines = try #require(sample.folder.text("archive/chain.sha256")).split(separator: "\n")
    sample.folder.write("archive/chain.sha256", lines.dropLast(2).map { $0 + "\n" }.joined())
    sample.folder.write("archive/.jianbao/publishing", "2020-02-10")
    let between = try await sample.verify()
    #expect(between.errors == [])
    #expect(between.notes == ["publishing-unfinished"])
    _ = try sample.open()
    #expect(try sample.archive.index().releases.count == 3)
    #expect(try await sample.verify().notes == [])
  }

  @Test func forgetsAReleaseThatWasNotRenamed() async throws {
    let sample = try SampleArchive.ofThreeDays()
    sample.folder.write("archive/.jianbao/publishing", "2020-02-11")
    sample.folder.write("archive/.jianbao/new/data/site/index.html", "half")
    sample.folder.write("archive/chain.sha256.new", "half")
    #expect(try await sample.verify().errors == [])
    try sample.publish(3, ["site/index.html": "<p>3"])
    #expect(try sample.archive.index().releases.count == 4)
    let verified = try await sample.verify()
    #expect(verified.errors == [])
    #expect(verified.notes == [])
    #expect(sample.folder.files(below: "archive/.jianbao") == [])
    #expect(!sample.folder.exists("archive/chain.sha256.new"))
  }
}

extension [UInt8] {
  var withDigest: String { Digest(of: self).hex }
}
