import Common
import Glibc
import Testing

@testable import Archive

@Suite struct WithdrawalTests {
  @Test func leavesDigestsAndAReason() async throws {
    let sample = try SampleArchive.ofThreeDays()
    let before = sample.folder.text("archive/2020-02-09/tagmanifest-sha256.txt")
    try sample.withdraw(1, reason: "含居民电话\n误发")
    #expect(
      sample.folder.files(below: "archive/2020-02-09").map { String($0.dropFirst(19)) } == [
        "bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt",
        "tagmanifest-sha512.txt", "withdrawn.html", "withdrawn.txt",
      ])
    #expect(sample.folder.text("archive/2020-02-09/tagmanifest-sha256.txt") == before)
    #expect(sample.folder.text("archive/2020-02-09/withdrawn.txt")?.hasSuffix("Reason: 含居民电话 误发\n") == true)
    let verified = try await sample.verify()
    #expect(verified.states == [.valid, .withdrawn, .valid])
    #expect(verified.errors == [])
    #expect(verified.notes == ["withdrawn"])
    #expect(
      try sample.archive.index().releases.map(\.state) == [.whole, .withdrawn, .whole])
    #expect(sample.folder.files(below: "archive/.jianbao") == [])
  }

  @Test func leavesWhatOtherReleasesShare() async throws {
    let sample = try SampleArchive.ofThreeDays()
    try sample.withdraw(1)
    #expect(sample.folder.text("archive/2020-02-08/data/site/图片.svg") == "<svg/>")
    #expect(sample.folder.text("archive/2020-02-10/data/site/图片.svg") == "<svg/>")
  }

  @Test func keepsTheChainForWhatComesAfter() async throws {
    let sample = try SampleArchive.ofThreeDays()
    try sample.withdraw(2)
    try sample.publish(3, ["site/index.html": "<p>3", "site/图片.svg": "<svg/>"])
    let verified = try await sample.verify()
    #expect(verified.states == [.valid, .valid, .withdrawn, .valid])
    #expect(verified.errors == [])
    // The day can be archived again, under another number.
    try sample.publish(2, ["site/index.html": "<p>2"])
    #expect(try sample.archive.index().head?.name.description == "2020-02-10-2")
  }

  /// Every point at which a withdrawal may be killed, by what has been done until then.
  @Test(arguments: 0..<6) func isFinishedByTheNextWriter(_ steps: Int) async throws {
    let whole = try SampleArchive.ofThreeDays()
    try whole.withdraw(1)
    let sample = try SampleArchive.ofThreeDays()
    let (folder, done) = (sample.folder, whole.folder)
    let marker = try #require(done.bytes("archive/2020-02-09/withdrawn.txt"))
    let page = try #require(done.bytes("archive/2020-02-09/withdrawn.html"))
    folder.write("archive/.jianbao/withdrawing.html", page)
    if steps > 0 { folder.write("archive/.jianbao/withdrawing", marker) }
    if steps > 1 { folder.write("archive/2020-02-09/withdrawn.html", page) }
    if steps > 2 { folder.write("archive/2020-02-09/withdrawn.txt", marker) }
    if steps > 3 { folder.write("archive/chain.sha256", try #require(done.bytes("archive/chain.sha256"))) }
    if steps > 4 {
      rename(folder.path + "/archive/2020-02-09/data", folder.path + "/archive/.jianbao/gone")
    }
    _ = try sample.open()
    let verified = try await sample.verify()
    #expect(verified.errors == [])
    #expect(verified.states[1] == (steps > 0 ? .withdrawn : .valid))
    #expect(folder.files(below: "archive/.jianbao") == [])
  }

  @Test func isNoCoverForLoss() async throws {
    let sample = try SampleArchive.ofThreeDays()
    try sample.withdraw(1)
    // The marker of one release does not hold for another.
    sample.folder.write(
      "archive/2020-02-10/withdrawn.txt",
      try #require(sample.folder.bytes("archive/2020-02-09/withdrawn.txt")))
    sample.folder.remove("archive/2020-02-10/data")
    let verified = try await sample.verify()
    #expect(verified.states == [.valid, .withdrawn, .invalid])
    #expect(verified.errors == ["withdrawal-broken"])
  }

  @Test func isNoCoverForWhatIsStillThere() async throws {
    let sample = try SampleArchive.ofThreeDays()
    try sample.withdraw(1)
    sample.folder.write("archive/2020-02-09/data/site/index.html", "<p>1")
    #expect(try await sample.verify().errors == ["withdrawal-unfinished"])
  }

  @Test func isBoundByTheChain() async throws {
    let sample = try SampleArchive.ofThreeDays()
    try sample.withdraw(1)
    sample.folder.edit("archive/2020-02-09/withdrawn.txt") { $0.dropLast() + ["Reason: 别的理由"] }
    #expect(try await sample.verify().errors == ["chain-apart"])
  }

  @Test func readsItsMarkerAgain() throws {
    let release = ArchivedRelease(
      name: ReleaseName(day: SampleArchive.day(1), number: 2), digest: String(repeating: "ab", count: 32),
      state: .whole)
    let marker = try #require(
      WithdrawalMarker(release, reason: "reason: with a colon", day: SampleArchive.day(5), person: "张三"))
    #expect(WithdrawalMarker(marker.bytes) == marker)
    #expect(WithdrawalMarker(marker.bytes + [0x0A]) == nil)
    #expect(WithdrawalMarker(Array(marker.bytes.dropLast())) == nil)
    #expect(WithdrawalMarker([]) == nil)
    #expect(WithdrawalMarker(release, reason: " \n ") == nil)
  }
}
