import Common
import Digests
import Glibc
import Output
import Testing

@testable import Publishing

@Suite struct PublisherTests {
  @Test func makesAReleaseLiveByALink() async throws {
    let press = Press()
    let outcome = try await press.publish(Press.first)
    #expect(outcome.kind == .published && outcome.previous == nil)
    #expect(press.scratch.link("www/current") == "releases/\(outcome.release)")
    for (address, text) in Press.first { #expect(press.live(address) == text) }
    #expect(outcome.release.description.hasPrefix("2020-03-31-"))
    #expect(
      press.scratch.names("www/releases") == [
        ".lock", "\(outcome.release)", "\(outcome.release).json", "\(outcome.release).manifest",
        "switches.jsonl",
      ])
  }

  @Test func isANoOpTheSecondTime() async throws {
    let press = Press()
    let first = try await press.publish(Press.first)
    let before = press.info("index.html")
    let second = try await press.publish(Press.first)
    #expect(second.kind == .unchanged && second.release == first.release)
    #expect(press.info("index.html")?.st_ino == before?.st_ino)
    #expect(try press.ledger().switches.count == 1)
  }

  @Test func sharesUnchangedFilesAndNoOthers() async throws {
    let press = Press()
    try await press.publish(Press.first)
    let before = ["index.html", "data/figures.csv", "data/figures.csv.gz"].map { press.info($0)?.st_ino }
    try await press.publish(Press.second)
    let after = ["index.html", "data/figures.csv", "data/figures.csv.gz"].map { press.info($0)?.st_ino }
    #expect(before[0] != after[0] && before[1] == after[1] && before[2] == after[2])
    #expect(press.live("index.html") == "home 2")
  }

  /// An `ETag` is time and size: with both the same a browser would keep the old page.
  @Test func givesAChangedFileAnotherTimeThanTheOneItReplaces() async throws {
    let press = Press()
    var times: [Int] = []
    for number in 1...4 {
      try await press.publish(Press.site(number))
      times.append(try #require(press.info("index.html")?.st_mtim.tv_sec))
      #expect(press.info("index.html")?.st_size == 6)
    }
    #expect(times == times.sorted() && Set(times).count == 4)
  }

  @Test func canBeReadByTheServerWhateverTheMask() async throws {
    let press = Press()
    let old = umask(0o077)
    defer { umask(old) }
    try await press.publish(Press.first)
    for (path, mode) in [
      ("www", 0o755), ("www/releases", 0o755), ("www/current/", 0o755), ("www/current/pages", 0o755),
      ("www/current/index.html", 0o644), ("www/current/data/figures.csv.gz", 0o644),
    ] {
      #expect(try #require(press.scratch.info(path)).st_mode & 0o777 == mode, "\(path)")
    }
  }

  @Test func putsCompressedFilesBesideTextAndNowhereElse() async throws {
    let press = Press()
    try await press.publish(Press.first)
    #expect(press.live("index.html.gz") == nil)
    let packed = try #require(press.scratch.bytes("www/current/pages/关于.html.gz"))
    // Without flags, without a time: RFC 1952, section 2.3.
    #expect(packed[..<8].elementsEqual([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
    let other = Press()
    try await other.publish(Press.first)
    #expect(other.scratch.bytes("www/current/pages/关于.html.gz") == packed)
    try await press.publish(Press.first, compresses: false)
    #expect(press.live("pages/关于.html.gz") == nil)
  }

  @Test func keepsWhatAnOpenPageStillAsksFor() async throws {
    let press = Press()
    let (old, new) = ("assets/style.0a1b2c3d4e.css", "assets/style.ffffffffff.css")
    try await press.publish(Press.first)
    try await press.publish(Press.second)
    #expect(press.live(old) == Press.first[old] && press.live(new) == Press.second[new])
    #expect(press.live(old + ".gz") != nil)
    // And a page of the later release, after going back.
    try press.goBack(to: .older)
    #expect(press.live("index.html") == "home 1")
    #expect(press.live(old) == Press.first[old] && press.live(new) == Press.second[new])
  }

  @Test func keepsSoManyReleasesAndNeverRemovesTheLiveOneOrTheOneBefore() async throws {
    let press = Press()
    var releases: [ReleaseID] = []
    for number in 1...4 { releases.append(try await press.publish(Press.site(number)).release) }
    try press.goBack(to: .named("\(releases[0])"))
    let outcome = try await press.publish(Press.site(5), with: Press.publisher(keep: 2))
    #expect(outcome.removed == [releases[1], releases[2], releases[3]])
    #expect(try press.ledger().stored == [releases[0], outcome.release])
    #expect(try press.ledger().records.count == 5)
    #expect(!press.scratch.names("www/releases").contains { $0.hasPrefix(".gone") })
  }

  @Test func goesBackAndForth() async throws {
    let press = Press()
    var releases: [ReleaseID] = []
    for number in 1...3 { releases.append(try await press.publish(Press.site(number)).release) }
    #expect(try press.goBack(to: .older).release == releases[1])
    #expect(try press.goBack(to: .older).release == releases[0])
    #expect(press.live("index.html") == "home 1")
    #expect(try press.goBack(to: .previous).release == releases[1])
    #expect(try press.goBack(to: .named("\(releases[2])")).release == releases[2])
    #expect(press.live("index.html") == "home 3")
    #expect(throws: PublishError.self) { try press.goBack(to: .named("2020-03-30")) }
    // Three of the same day: which one is not said.
    #expect(throws: PublishError.self) { try press.goBack(to: .named("2020-03-31")) }
    #expect(
      try press.ledger().switches.map(\.action) == [.publish, .publish, .publish]
        + Array(repeating: .rollback, count: 4))
  }

  @Test func hasNothingToGoBackToAtFirst() async throws {
    let press = Press()
    try await press.publish(Press.first)
    #expect(throws: PublishError.self) { try press.goBack(to: .older) }
    #expect(throws: PublishError.self) { try press.goBack(to: .previous) }
  }

  @Test func doesNotGoBackToADamagedRelease() async throws {
    let press = Press()
    let first = try await press.publish(Press.first).release
    try await press.publish(Press.second)
    press.scratch.write("www/releases/\(first)/index.html", "home X")
    do {
      try press.goBack(to: .older)
      Issue.record("went back to a damaged release")
    } catch PublishError.damaged(let release, let differences) {
      #expect(release == first && differences == [Difference(address: "index.html", kind: .changed)])
    }
    #expect(press.live("index.html") == "home 2")
  }

  @Test func goesBackByItselfWhenWhatIsReadBackIsOther() async throws {
    let press = Press()
    let wrong = Difference(address: "index.html", kind: .changed)
    let suspicious = try Press.publisher(readBack: { _, _ in [wrong] })
    await #expect(throws: PublishError.self) { try await press.publish(Press.first, with: suspicious) }
    #expect(press.scratch.link("www/current") == nil)
    let first = try await press.publish(Press.first).release
    do {
      try await press.publish(Press.second, with: suspicious)
      Issue.record("stayed with what was read back wrong")
    } catch PublishError.readBack(let differences, let back) {
      #expect(differences == [wrong] && back == first)
    }
    #expect(press.live("index.html") == "home 1")
    #expect(try await press.publish(Press.second).kind == .published)
    #expect(press.live("index.html") == "home 2")
  }

  @Test func putsRightWhatHasSufferedOnTheServer() async throws {
    let press = Press()
    let release = try await press.publish(Press.first).release
    press.scratch.write("www/current/index.html", "hacked")
    press.scratch.write("www/current/shell.php", "hacked")
    press.scratch.remove("www/current/data/figures.csv")
    #expect(try await press.publish(Press.first).kind == .mended(3))
    #expect(press.live("index.html") == "home 1" && press.live("shell.php") == nil)
    #expect(press.live("data/figures.csv") == Press.first["data/figures.csv"])
    press.scratch.remove("www/releases/\(release)")
    #expect(try await press.publish(Press.first).release == release)
    #expect(press.live("index.html") == "home 1")
  }

  @Test func doesNotShareAFileThatHasSuffered() async throws {
    let press = Press()
    try await press.publish(Press.first)
    press.scratch.write(
      "www/current/data/figures.csv", Press.first["data/figures.csv"]?.replacing("a,1", with: "a,9") ?? "")
    try await press.publish(Press.second)
    #expect(press.live("data/figures.csv") == Press.first["data/figures.csv"])
  }

  @Test func recordsWhoSentWhatAndWhen() async throws {
    let press = Press()
    let hour = ReleaseHour(minutes: 17 * 60)
    let first = try await press.publish(Press.first, with: Press.publisher(hour: hour))
    let second = try await press.publish(
      Press.second, with: Press.publisher(at: "2020-04-01T09:00", hour: hour))
    #expect(!first.missedHour && !second.missedHour)
    let records = try press.ledger().records
    let record = try #require(records[first.release])
    #expect(record.sequence == 1 && record.at == "2020-03-31T17:05:00+08:00" && record.by == "staff@office")
    #expect(record.timing == .onTime && record.delay == 5 && record.hour == "17:00" && record.previous == nil)
    #expect(records[second.release]?.previous == first.release && records[second.release]?.sequence == 2)
    let late = Press()
    #expect(
      try await late.publish(Press.first, with: Press.publisher(at: "2020-03-31T18:00", hour: hour))
        .missedHour)
    #expect(press.scratch.text("www/current/\(first.release).json") == nil)
  }
}
