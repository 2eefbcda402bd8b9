import Common
import Glibc
import Output
import Testing

@testable import Publishing

/// What a publisher leaves behind that was killed: nothing live, and the next one goes on with it.
@Suite struct InterruptedPublishTests {
  @Test func goesOnWithATransferThatWasCutOff() async throws {
    let press = Press()
    try await press.publish(Press.first)
    try await press.build(Press.second)
    let id = try await press.shipment().id
    let partial = "www/releases/\(id).partial"
    press.scratch.write(partial + "/data/figures.csv", Press.first["data/figures.csv"] ?? "")
    press.scratch.write(partial + "/index.html", "half")
    press.scratch.write(partial + "/.new", "ha")
    press.scratch.write(partial + "/pages/strange.html", "strange")
    let kept = press.scratch.info(partial + "/data/figures.csv")?.st_ino
    #expect(try await press.publish(Press.second).kind == .published)
    #expect(press.live("index.html") == "home 2" && press.live("pages/strange.html") == nil)
    #expect(press.info("data/figures.csv")?.st_ino == kept)
    #expect(press.scratch.names("www/current").contains(".new") == false)
  }

  @Test func clearsAwayWhatWasBeingRemovedOrSwitched() async throws {
    let press = Press()
    let first = try await press.publish(Press.first).release
    press.scratch.write("www/releases/.gone-2020-03-30-000000000000/index.html", "old")
    press.scratch.write("www/releases/2020-03-30-000000000000.partial/index.html", "old")
    symlink("releases/\(first)", press.scratch.path + "/www/.current.new")
    let second = try await press.publish(Press.second).release
    #expect(press.scratch.names("www") == ["current", "releases"])
    #expect(
      press.scratch.names("www/releases").filter { !$0.contains(".") }.sorted()
        == ["\(first)", "\(second)"].sorted())
  }

  @Test func notesASwitchThatWasNotNoted() async throws {
    let press = Press()
    let first = try await press.publish(Press.first).release
    let second = try await press.publish(Press.second).release
    let notes = try #require(press.scratch.text("www/releases/switches.jsonl"))
    // Killed in the middle of the last line.
    press.scratch.write("www/releases/switches.jsonl", String(notes.dropLast(40)))
    #expect(try press.ledger().previous == first)
    #expect(try await press.publish(Press.second).kind == .unchanged)
    let ledger = try press.ledger()
    #expect(ledger.switches.map(\.action) == [.publish, .found] && ledger.live == second)
    #expect(ledger.previous == first)
  }

  @Test func makesWholeAReleaseWhoseRecordAloneWasWritten() async throws {
    let press = Press()
    try await press.build(Press.first)
    let shipment = try await press.shipment()
    press.scratch.write("www/releases/\(shipment.id).json", "{\"release\":\"")
    press.scratch.write("www/releases/\(shipment.id).manifest", "")
    #expect(try await press.publish(Press.first).kind == .published)
    #expect(try press.ledger().records[shipment.id]?.sequence == 1)
  }

  @Test func neverSendsAnUnfinishedBuild() async throws {
    let press = Press()
    try await press.build(Press.first)
    #expect(try await press.pages.condition(jobs: 1) != .unfinished)
    press.scratch.write("public/.jianbao/writing", "")
    #expect(try await press.pages.condition(jobs: 1) == .unfinished)
  }

  @Test func stopsWhenAFileChangesUnderway() async throws {
    let press = Press()
    try await press.build(Press.first)
    let shipment = try await press.shipment()
    press.scratch.write("public/index.html", "home 9")
    var store = try FolderStore(path: press.target, owner: "test")
    #expect(throws: PublishError.self) { try Press.publisher().publish(shipment, to: &store) }
    #expect(press.scratch.link("www/current") == nil)
  }
}

@Suite struct FolderStoreTests {
  @Test func isOnePublishersAtATime() async throws {
    let press = Press()
    var store = try FolderStore(path: press.target, owner: "张三@办公室, 123")
    _ = try store.ledger()
    do {
      _ = try FolderStore(path: press.target, owner: "another")
      Issue.record("two had the store")
    } catch PublishError.locked(let owner) {
      #expect(owner == "张三@办公室, 123")
    }
    _ = consume store
    var other = try FolderStore(path: press.target, owner: "another")
    #expect(try other.ledger().live == nil)
  }

  @Test(arguments: ["folder", "file", "/etc", "releases/mine"])
  func leavesAnothersCurrentAlone(_ kind: String) async throws {
    let press = Press()
    switch kind {
    case "folder": press.scratch.write("www/current/index.html", "mine")
    case "file": press.scratch.write("www/current", "mine")
    default:
      mkdir(press.target, 0o755)
      symlink(kind, press.target + "/current")
    }
    do {
      try await press.publish(Press.first)
      Issue.record("took another's folder")
    } catch PublishError.foreign(let path) {
      #expect(path == press.target + "/current")
    }
  }

  @Test func saysWhatTheFileSystemSays() async throws {
    let press = Press()
    press.scratch.write("www", "a file")
    do {
      try await press.publish(Press.first)
      Issue.record("published into a file")
    } catch PublishError.trouble(let error) {
      #expect(error.code == ENOTDIR || error.code == EEXIST)
    }
  }
}
