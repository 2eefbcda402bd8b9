import Common
import Glibc
import HandMade
import Output
import Packing
import Testing

@testable import Archive

/// Bags in a tar, tar.gz or zip.
@Suite struct PackedBagTests {
  /// Files of a folder, in byte order.
  private static func files(_ folder: TestFolder) throws -> [(name: String, bytes: [UInt8])] {
    var findings = Findings()
    return try BagFolder(path: folder.path).entries(findings: &findings).filter { $0.kind == .file }.map {
      ($0.path.description, folder.bytes($0.path.description) ?? [])
    }
  }

  private static func tar(
    _ folder: TestFolder, below top: String = "", _ more: (inout HandMadeTar) -> Void = { _ in }
  ) throws -> TestFolder {
    var tar = HandMadeTar()
    var findings = Findings()
    for entry in try BagFolder(path: folder.path).entries(findings: &findings) {
      let name = String(decoding: entry.path.bytes, as: UTF8.self)
      switch entry.kind {
      case .file: tar.add(top + name, folder.bytes(name) ?? [])
      case .folder: tar.add(top + name + "/", [], .folder)
      case .link: tar.add(top + name, [], .symbolicLink, target: "/etc/passwd")
      case .special: tar.add(top + name, [], .device)
      }
    }
    more(&tar)
    tar.finish()
    let made = TestFolder()
    made.write("a.tar", tar.bytes)
    return made
  }

  private func verify(_ path: String) async throws -> Verified {
    try await Verified.run(try #require(try PackedBag(path: path)))
  }

  @Test(arguments: ConformanceCase.valid + ConformanceCase.warning + ConformanceCase.invalid)
  func areJudgedAsTheirFoldersAre(_ example: ConformanceCase) async throws {
    let folder = example.bag.make()
    // A packed link is not followed, even where it stays inside.
    if example.notes.contains("link-inside") { return }
    let tar = try Self.tar(folder, below: "袋/")
    let verified = try await verify(tar.path + "/a.tar")
    #expect(verified.errors == example.errors && verified.notes == example.notes)
    #expect(verified.state == (example.errors.isEmpty ? .valid : .invalid))
  }

  @Test(arguments: ["", "./", "bag/", "./bag/"]) func areFoundAtTheTopOrInOneFolder(_ top: String)
    async throws
  {
    let tar = try Self.tar(SampleBag().make(), below: top)
    #expect(try await verify(tar.path + "/a.tar").state == .valid)
  }

  @Test(arguments: [PackedFormat.tar, .tarGzip, .zip]) func ofOursAreWhatTheReleaseIs(_ format: PackedFormat)
    async throws
  {
    let sample = try SampleArchive.ofThreeDays()
    let head = try #require(try sample.archive.index().head)
    let name = format == .tarGzip ? "a.tgz" : "a.\(format)"
    let path = sample.folder.path + "/out/" + name
    try ReleasePacker(sample.archive, head.name).pack(format, to: path)
    let first = sample.folder.bytes("out/" + name)
    try ReleasePacker(sample.archive, head.name).pack(format, to: path)
    #expect(try #require(first) == sample.folder.bytes("out/" + name))
    var (cache, findings) = (DigestCache(), Findings())
    let source = try #require(try BagOpener.open(path))
    let report = try await BagVerifier(source, jobs: 2).verify(cache: &cache, findings: &findings)
    #expect(report.state == .valid && report.digest?.hex == head.digest && findings.items.isEmpty)
    let reader = try ReleaseReader(source)
    #expect(try reader.bytes(BagPath("data/site/图片.svg")) == Array("<svg/>".utf8))
    let unpacked = try ReleaseFolder(reader)
    let data = try SmallFile.read(unpacked.path + "/data/source/content/数据.csv")
    #expect(data == sample.folder.bytes("archive/\(head.name)/data/source/content/数据.csv"))
  }

  @Test func haveOneNameMoreForAFileAsTarWritesHardLinks() async throws {
    var bag = SampleBag()
    bag.payload.append(("data/z", "a payload\n"))
    let folder = bag.make()
    var tar = HandMadeTar()
    for (name, bytes) in try Self.files(folder) where name != "data/z" { tar.add("b/" + name, bytes) }
    tar.add("b/data/z", [], .link, target: "b/data/bare-filename")
    tar.finish()
    let made = TestFolder()
    made.write("l.tar", tar.bytes)
    let path = made.path + "/l.tar"
    #expect(try await verify(path) == Verified.valid)
    let source = try #require(try PackedBag(path: path))
    #expect(try ReleaseReader(source).bytes(BagPath("data/z")) == Array("a payload\n".utf8))
  }

  @Test func sayWhatIsUnsafeAndUnpackNothingOfIt() async throws {
    let folder = SampleBag().make()
    let outside = TestFolder()
    let names = ["../up", "b/data/../../../up", outside.path + "/absolute", "C:\\up", "~/up"]
    let tar = try Self.tar(folder, below: "b/") { tar in
      for name in names { tar.add(name, [1]) }
    }
    let verified = try await verify(tar.path + "/a.tar")
    #expect(verified.state == .invalid && verified.errors == ["path-leaves-bag"])
    let source = try #require(try PackedBag(path: tar.path + "/a.tar"))
    try source.unpack(below: "data/", into: outside.path)
    var ignored = Findings()
    let unpacked = try BagFolder(path: outside.path).entries(findings: &ignored).filter { $0.kind == .file }
    #expect(unpacked.map(\.path.description) == ["data/bare-filename", "data/文件夹/第一份.txt"])
  }

  @Test func sayWhatIsALinkADeviceTwiceOrOutside() async throws {
    let tar = try Self.tar(SampleBag().make(), below: "b/") { tar in
      tar.add("b/data/link", [], .symbolicLink, target: "/etc/passwd")
      tar.add("b/data/device", [], .device)
      tar.add("b/data/bare-filename", [2])
      tar.add("b/data/hard", [], .link, target: "../../etc/passwd")
      tar.add("__MACOSX/._b", [0])
    }
    let verified = try await verify(tar.path + "/a.tar")
    #expect(verified.errors == ["link-outside", "packed-twice", "special-file"])
    #expect(verified.notes == ["packed-outside"])
  }

  @Test func sayThatTheyAreCutOff() async throws {
    let sample = try SampleArchive.ofThreeDays()
    let head = try #require(try sample.archive.index().head)
    for (name, format) in [("a.tar", PackedFormat.tar), ("a.tar.gz", .tarGzip), ("a.zip", .zip)] {
      try ReleasePacker(sample.archive, head.name).pack(format, to: sample.folder.path + "/" + name)
      let bytes = try #require(sample.folder.bytes(name))
      for part in [bytes.count / 3, bytes.count * 2 / 3] {
        sample.folder.write(name, bytes[..<part])
        let verified = try await verify(sample.folder.path + "/" + name)
        #expect(verified.state == .invalid && verified.errors.contains("packed-damaged"), "\(name) \(part)")
      }
    }
  }

  @Test func areNoBagsWhenTheyHoldNoneOrAreNoArchives() async throws {
    let folder = TestFolder()
    folder.write("a.txt", "社区,日期\n")
    #expect(try PackedBag(path: folder.path + "/a.txt") == nil)
    var tar = HandMadeTar()
    tar.add("x/y.txt", [1])
    tar.finish()
    folder.write("b.tar", tar.bytes)
    #expect(try await verify(folder.path + "/b.tar").errors == ["not-a-bag"])
    folder.write("c.zip", "PK")
    #expect(try await verify(folder.path + "/c.zip").errors == ["not-a-bag", "packed-damaged"])
  }
}

extension Verified {
  /// Valid, and nothing to say.
  fileprivate static var valid: Verified { Verified(.valid, Findings()) }
}
