import Common
import Glibc
import Output
import Processes
import Testing

@testable import Publishing

/// A server of this machine: what takes ssh's place runs the command in a shell, as sshd does.
struct NearServer {
  let press = Press()
  let address: ServerAddress

  static let isPossible = (try? AttachedProgram.run(["rsync", "--version"])) != nil

  init(folder: String = "www") throws {
    press.scratch.write(
      "ssh",
      "#!/bin/sh\nwhile [ $# -gt 0 ]; do case $1 in -o|-p) shift 2;; -l) shift 2;; *) shift; break;; esac; done\nexec sh -c \"$*\"\n"
    )
    chmod(press.scratch.path + "/ssh", 0o755)
    address = try ServerAddress("ssh://web@localhost:2222\(press.scratch.path)/" + folder)
  }

  var shell: RemoteShell {
    get throws { try #require(RemoteShell("'\(press.scratch.path)/ssh' -o Nothing", port: 2222)) }
  }

  @discardableResult
  func publish(_ files: [String: String], with publisher: Publisher? = nil) async throws -> Publisher.Outcome
  {
    try await press.build(files)
    let shipment = try await press.shipment()
    var store = try ServerStore(address, shell, owner: "张三 'a' \"b\" $(c)")
    return try (publisher ?? Press.publisher()).publish(shipment, to: &store)
  }

  func live(_ name: String) -> String? {
    press.scratch.text(address.path.dropFirst(press.scratch.path.count + 1) + "/current/" + name)
  }

  func info(_ name: String) -> stat? {
    press.scratch.info(address.path.dropFirst(press.scratch.path.count + 1) + "/current/" + name)
  }
}

@Suite(.enabled(if: NearServer.isPossible)) struct ServerStoreTests {
  @Test(arguments: ["www", "a b/'c'/$(touch x)/-d;e/网站*"])
  func publishesThroughAShellAndRsync(_ folder: String) async throws {
    let server = try NearServer(folder: folder)
    let outcome = try await server.publish(Press.first)
    #expect(outcome.kind == .published)
    for (address, text) in Press.first { #expect(server.live(address) == text) }
    #expect(server.live("pages/关于.html.gz") != nil)
    let record = try #require(
      try ServerStore.ledger(of: server.address, server.shell).records[outcome.release])
    #expect(record.by == "staff@office" && record.sequence == 1)
    #expect(!server.press.scratch.names().contains("x"))
  }

  @Test func leavesTheSameAsAFolderOfThisMachine() async throws {
    let server = try NearServer()
    let near = Press()
    for files in [Press.first, Press.second, Press.site(3)] {
      let (far, here) = (try await server.publish(files), try await near.publish(files))
      #expect(far == here)
    }
    var store = try ServerStore(server.address, server.shell, owner: "x")
    let far = try store.ledger()
    let here = try near.ledger()
    #expect(far.live == here.live && far.stored == here.stored && far.switches == here.switches)
    #expect(far.records == here.records && far.previous == here.previous)
    for release in far.stored {
      #expect(try store.manifest(of: release) == near.shipmentManifest(release))
      #expect(
        server.press.scratch.tree("www/releases/\(release)") == near.scratch.tree("www/releases/\(release)"))
    }
  }

  @Test func isANoOpTheSecondTimeAndPutsRightWhatHasSuffered() async throws {
    let server = try NearServer()
    try await server.publish(Press.first)
    let before = server.info("index.html")?.st_ino
    #expect(try await server.publish(Press.first).kind == .unchanged)
    #expect(server.info("index.html")?.st_ino == before)
    server.press.scratch.write("www/current/index.html", "hacked")
    server.press.scratch.write("www/current/shell.php", "hacked")
    server.press.scratch.remove("www/current/data/figures.csv")
    symlink("/etc/passwd", server.press.scratch.path + "/www/current/data/passwd")
    #expect(try await server.publish(Press.first).kind == .mended(4))
    #expect(server.live("index.html") == "home 1" && server.live("shell.php") == nil)
    #expect(server.live("data/figures.csv") != nil && server.info("data/passwd") == nil)
  }

  @Test func sharesUnchangedFilesAndSendsThoseOfTheSameSizeAndTime() async throws {
    let server = try NearServer()
    try await server.publish(Press.first)
    let (home, table) = (server.info("index.html"), server.info("data/figures.csv"))
    try await server.publish(Press.second)
    #expect(server.live("index.html") == "home 2")
    #expect(server.info("index.html")?.st_ino != home?.st_ino)
    #expect(server.info("data/figures.csv")?.st_ino == table?.st_ino)
    #expect(try #require(server.info("index.html")).st_mtim.tv_sec > #require(home).st_mtim.tv_sec)
    for (path, mode) in [("", 0o755), ("pages", 0o755), ("index.html", 0o644), ("index.html", 0o644)] {
      let info = try #require(server.press.scratch.info("www/current/" + path))
      #expect(info.st_mode & 0o777 == mode)
    }
  }

  @Test func goesBackAndRemoves() async throws {
    let server = try NearServer()
    for number in 1...4 { try await server.publish(Press.site(number), with: Press.publisher(keep: 3)) }
    var store = try ServerStore(server.address, server.shell, owner: "x")
    #expect(try store.ledger().stored.count == 3)
    let (release, from) = try Press.publisher().goBack(to: .older, in: &store)
    #expect(server.live("index.html") == "home 3")
    #expect(try Press.publisher().goBack(to: .previous, in: &store).release == from)
    #expect(server.live("index.html") == "home 4" && release != from)
  }

  @Test func goesOnWithATransferThatWasCutOff() async throws {
    let server = try NearServer()
    try await server.publish(Press.first)
    try await server.press.build(Press.second)
    let id = try await server.press.shipment().id
    let partial = "www/releases/\(id).partial"
    let style = "assets/style.ffffffffff.css"
    server.press.scratch.write(partial + "/" + style, Press.second[style] ?? "")
    server.press.scratch.write(partial + "/index.html", "ho")
    server.press.scratch.write(partial + "/strange.html", "strange")
    server.press.scratch.write("www/releases/.incoming/.index.html.XyZ", "ho")
    let kept = server.press.scratch.info(partial + "/" + style)?.st_ino
    #expect(try await server.publish(Press.second).kind == .published)
    #expect(server.live("index.html") == "home 2" && server.live("strange.html") == nil)
    #expect(server.info(style)?.st_ino == kept)
  }

  @Test func isOnePublishersAtATimeAndFreeWhenTheSessionEnds() async throws {
    let server = try NearServer()
    var store = try ServerStore(server.address, server.shell, owner: "张三 'a'")
    _ = try store.ledger()
    do {
      _ = try ServerStore(server.address, server.shell, owner: "another")
      Issue.record("two had the store")
    } catch PublishError.locked(let owner) {
      #expect(owner == "张三 'a'")
    }
    // Looking needs no lock.
    #expect(try ServerStore.ledger(of: server.address, server.shell).live == nil)
    // And a folder of this machine is the same store.
    #expect(throws: PublishError.self) { _ = try FolderStore(path: server.address.path, owner: "near").root }
    _ = consume store
    try await server.publish(Press.first)
    #expect(server.live("index.html") == "home 1")
  }

  @Test func leavesAnothersCurrentAlone() async throws {
    let server = try NearServer()
    server.press.scratch.write("www/current/index.html", "mine")
    await #expect(throws: PublishError.self) { try await server.publish(Press.first) }
    #expect(server.live("index.html") == "mine")
  }

  @Test func saysThatTheConnectionEnded() async throws {
    let server = try NearServer()
    server.press.scratch.write(
      "ssh", "#!/bin/sh\necho 'ssh: connect to host: Connection refused' >&2; exit 255\n")
    chmod(server.press.scratch.path + "/ssh", 0o755)
    do {
      try await server.publish(Press.first)
      Issue.record("published to nowhere")
    } catch PublishError.cutOff(let words) {
      #expect(words.contains("Connection refused"))
    }
  }
}

@Suite struct RemoteShellTests {
  @Test(
    arguments: [
      ("ssh", ["ssh"]), (" ssh  -F\tfile ", ["ssh", "-F", "file"]),
      ("\"/a b/ssh\" -o 'X \"y\"' ''", ["/a b/ssh", "-o", "X \"y\"", ""]),
    ])
  func partsWordsAsRsyncDoes(command: String, words: [String]) throws {
    let shell = try #require(RemoteShell(command, port: 22))
    #expect(Array(shell.words.prefix(words.count)) == words && shell.words.suffix(2) == ["-p", "22"])
    #expect(shell.text.hasPrefix(command) && shell.text.hasSuffix(" -p 22"))
  }

  @Test(arguments: ["", "  ", "ssh 'x", "''"]) func isNothingElse(command: String) {
    #expect(RemoteShell(command, port: nil) == nil)
  }

  @Test func quotesForAnyShell() {
    #expect(RemoteShell.quoted("a'b $(c)") == "'a'\\''b $(c)'")
  }
}
