import Digests
import Output
import Processes

/// A store on a server, reached by ssh; files go there by rsync.
package struct ServerStore: ReleaseStore, ~Copyable {
  let address: ServerAddress
  let shell: RemoteShell
  var session: ServerSession

  /// Takes the folder on the server, making it when it is not there.
  ///
  /// - Parameter owner: Who this is, for others to read while they wait.
  package init(_ address: ServerAddress, _ shell: RemoteShell, owner: String) throws(PublishError) {
    var session = try ServerSession.begin(address, shell, owner: owner)
    _ = try session.ask("lasting " + Fingerprint.pattern)
    self.address = address
    self.shell = shell
    self.session = session
  }

  package mutating func ledger() throws(PublishError) -> Ledger {
    try Self.ledger(from: session.ask("ledger"), address)
  }

  /// What stands in a folder of a server. Takes no lock and changes nothing.
  package static func ledger(
    of address: ServerAddress, _ shell: RemoteShell
  ) throws(PublishError) -> Ledger {
    var session = try ServerSession.begin(address, shell, owner: "", isReading: true)
    return try ledger(from: session.ask("list"), address)
  }

  private static func ledger(from lines: [[UInt8]], _ address: ServerAddress) throws(PublishError) -> Ledger {
    var live: ReleaseID?
    var stored: [ReleaseID] = []
    var records: [[UInt8]] = []
    var switches: [UInt8] = []
    for line in lines {
      let rest = Array(line.drop { $0 != 0x20 }.dropFirst())
      let text = String(decoding: rest, as: UTF8.self)
      switch String(decoding: line.prefix { $0 != 0x20 }, as: UTF8.self) {
      case "live":
        live = ReleasePlace.release(of: text)
        if live == nil { throw .foreign(path: "\(address)/\(StoreName.live)") }
      case "foreign": throw .foreign(path: "\(address)/\(StoreName.live)")
      case "stored": if let release = ReleaseID(text) { stored.append(release) }
      case "record": records.append(rest)
      case "switch": switches += rest + [0x0A]
      default: continue
      }
    }
    return Ledger(live: live, stored: stored, records: records, switches: switches)
  }

  package mutating func contents(of place: ReleasePlace) throws(PublishError) -> [String: Digest] {
    var digests: [String: Digest] = [:]
    for line in try session.ask("contents " + place.name) {
      // `digest  ./address`; a name with a line break or a backslash comes with a backslash before all.
      let fields = line.first == 0x5C ? line.dropFirst() : line[...]
      guard fields.count > 68, let digest = Digest(hex: fields.prefix(64)) else { continue }
      digests[String(decoding: fields.dropFirst(68), as: UTF8.self)] = digest
    }
    return digests
  }

  package mutating func manifest(of release: ReleaseID) throws(PublishError) -> Manifest? {
    let lines = try session.ask("manifest \(release)")
    return lines.isEmpty ? nil : Manifest(bytes: Array(lines.joined(separator: [0x0A])))
  }

  package mutating func carry(from others: [ReleaseID], into release: ReleaseID) throws(PublishError) {
    for other in others where other != release { _ = try session.ask("carry \(other) \(release)") }
  }

  package mutating func activate(_ release: ReleaseID?) throws(PublishError) {
    _ = try session.ask(release.map { "activate \($0)" } ?? "deactivate")
  }

  package mutating func note(_ line: [UInt8]) throws(PublishError) {
    _ = try session.ask("note " + String(decoding: line.prefix { $0 != 0x0A }, as: UTF8.self))
  }

  package mutating func discard(_ releases: [ReleaseID]) throws(PublishError) {
    _ = try session.ask((["discard"] + releases.map(\.description)).joined(separator: " "))
  }
}

extension ReleasePlace {
  /// As `server.sh` knows it.
  var name: String {
    switch self {
    case .partial(let release): "\(release).partial"
    case .whole(let release): release.description
    case .live: StoreName.live
    }
  }
}
