import Common
import Digests
import Output
import Testing

@testable import Publishing

@Suite struct WallTimeTests {
  @Test(
    arguments: [
      (1_585_645_500, 480, "2020-03-31T17:05:00+08:00"), (0, 0, "1970-01-01T00:00:00+00:00"),
      (-1, 0, "1969-12-31T23:59:59+00:00"), (0, -210, "1969-12-31T20:30:00-03:30"),
      (1_582_991_999, 0, "2020-02-29T15:59:59+00:00"),
    ])
  func isTheZonesClock(unix: Int, zone: Int, text: String) {
    #expect(WallTime(unix: unix, zone: zone).description == text)
  }

  @Test(
    arguments: [
      ("2020-03-31T17:05", "2020-03-31T17:05:00+08:00"), ("2020-03-31 07:05:09", "2020-03-31T07:05:09+08:00"),
    ])
  func isRead(text: String, wanted: String) {
    #expect(WallTime(text, zone: 480)?.description == wanted)
  }

  @Test(arguments: [
    "", "2020-03-31", "17:05", "2020-03-31T24:00", "2020-03-31T17:60", "2020-03-31T7:05", "2020-02-30T07:05",
    "2020-03-31T17:05Z",
  ])
  func isReadAsNothingElse(text: String) {
    #expect(WallTime(text, zone: 480) == nil)
  }
}

@Suite struct ReleaseHourTests {
  @Test(
    arguments: [
      ("2020-03-31T16:59:59", .early, -1), ("2020-03-31T17:00", .onTime, 0),
      ("2020-03-31T17:59", .onTime, 59),
      ("2020-03-31T18:00", .missed, 60), ("2020-04-01T00:10", .missed, 430),
      ("2020-03-30T20:00", .early, -1260),
    ] as [(String, ReleaseHour.Timing, Int)])
  func lastsAnHourOfTheReportingDay(time: String, timing: ReleaseHour.Timing, delay: Int) throws {
    let day = try #require(CivilDate(iso: "2020-03-31"))
    let now = try #require(WallTime(time, zone: 480))
    let hour = ReleaseHour(minutes: 17 * 60)
    #expect(hour.timing(of: day, at: now) == timing && hour.delay(of: day, at: now) == delay)
  }
}

@Suite struct ReleaseIDTests {
  @Test func isTheSameForTheSamePages() throws {
    let day = try #require(CivilDate(iso: "2020-03-31"))
    let entry = Manifest.Entry(digest: Digest(of: [1]), size: 1)
    let (a, b) = (Manifest(entries: ["a": entry, "b": entry]), Manifest(entries: ["b": entry, "a": entry]))
    #expect(ReleaseID(day: day, manifest: a) == ReleaseID(day: day, manifest: b))
    #expect(
      ReleaseID(day: day, manifest: a) != ReleaseID(day: day, manifest: Manifest(entries: ["a": entry])))
    let id = ReleaseID(day: day, manifest: a)
    #expect(ReleaseID("\(id)") == id)
  }

  @Test(
    arguments: [
      "", "2020-03-31", "2020-03-31-0a1b2c3d4e5", "2020-03-31-0A1B2C3D4E5F", "2020-02-31-0a1b2c3d4e5f",
      "../2020-03-31-0a1b2c3d4e5f", "2020-03-31/0a1b2c3d4e5f", "2020-03-31-0a1b2c3d4e5f.partial",
    ])
  func isNothingElse(text: String) {
    #expect(ReleaseID(text) == nil)
  }
}

@Suite struct FingerprintTests {
  @Test(
    arguments: [
      "assets/style.0a1b2c3d4e.css", "assets/deep/run.0123456789.js", "assets/style.0a1b2c3d4e.css.gz",
      "search/a/bcdefg.js", "search/7/abc234.js.gz",
    ])
  func isInFilesThatSayWhatTheyHold(address: String) throws {
    #expect(Fingerprint.isIn(address))
    #expect(try Regex(Fingerprint.pattern).firstMatch(in: address) != nil)
  }

  @Test(
    arguments: [
      "assets/style.css", "assets/0a1b2c3d4e.css", "search/index.js", "search/a/bcdefgh.js",
      "search/a/bcdef1.js",
      "pages/assets/style.0a1b2c3d4e.html", "static/a.0a1b2c3d4e.css", "assets/style.0A1b2c3d4e.css",
      "assets/x.0a1b2c3d4e.", "style.0a1b2c3d4e.css",
    ])
  func isInNoOthers(address: String) throws {
    #expect(!Fingerprint.isIn(address))
    // A site may lie deeper than the server's root, so the pattern matches below any folder.
    if !address.hasPrefix("pages/") {
      #expect(try Regex(Fingerprint.pattern).firstMatch(in: address) == nil)
    }
  }
}

@Suite struct ReleaseRecordTests {
  @Test func isReadAsItWasWritten() throws {
    let release = try #require(ReleaseID("2020-03-31-0a1b2c3d4e5f"))
    let bulletin = try #require(CivilDate(iso: "2020-03-31"))
    var record = ReleaseRecord(
      release: release, sequence: 7, manifest: String(repeating: "a", count: 64), files: 3, bytes: 1234,
      program: "jianbao 0.1.0", at: "2020-03-31T16:30:00+08:00", by: "张\"三\\@办公室\t", hour: "17:00",
      timing: .early, delay: -30, earlyReason: "应急: 请看 #1\n'{}', \"null\"",
      previous: ReleaseID("2020-03-30-0a1b2c3d4e5f"),
      approvals: [.init(bulletin: bulletin, role: "签发", by: "李四")])
    #expect(ReleaseRecord(json: record.json) == record)
    #expect(record.json.count { $0 == 0x0A } == 1)
    record = ReleaseRecord(
      release: release, sequence: 1, manifest: "", files: 0, bytes: 0, program: "", at: "", by: "",
      approvals: [])
    #expect(ReleaseRecord(json: record.json) == record)
    #expect(ReleaseRecord(json: Array("{\"release\":".utf8)) == nil)
    #expect(ReleaseRecord(json: []) == nil)
  }

  @Test func aSwitchIsReadAsItWasWritten() throws {
    let entry = Ledger.Switch(
      action: .withdrawn, release: nil, from: ReleaseID("2020-03-30-0a1b2c3d4e5f"), at: "t", by: "b")
    let ledger = Ledger(
      live: nil, stored: [], records: [], switches: Array("garbage\n".utf8) + entry.json + [0x7B])
    #expect(ledger.switches == [entry])
  }
}
