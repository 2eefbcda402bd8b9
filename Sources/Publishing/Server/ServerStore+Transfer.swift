import Glibc
import Output
import Processes

extension ServerStore {
  package mutating func send(
    _ shipment: Shipment, to place: ReleasePlace, relatives: [ReleaseID]
  ) throws(PublishError) {
    _ = try session.ask("prepare " + place.name)
    let links = relatives.filter { place != .whole($0) }.map { "--link-dest=../\($0)" }
    let (packed, pages) = (
      shipment.addresses.filter(shipment.packed.contains),
      shipment.addresses.filter { !shipment.packed.contains($0) }
    )
    for (source, addresses) in [(shipment.sources.pages, pages), (shipment.sources.packed, packed)]
    where !addresses.isEmpty {
      try transfer(addresses, from: source, to: "\(StoreName.releases)/\(place.name)", links)
    }
  }

  package mutating func settle(
    _ release: ReleaseID, _ manifest: Manifest, record: [UInt8]
  ) throws(PublishError) {
    try deposit([("\(release).manifest", manifest.bytes), ("\(release).json", record)])
    _ = try session.ask("settle \(release)")
  }

  package mutating func remove(_ addresses: [String], from place: ReleasePlace) throws(PublishError) {
    try deposit([("remove", Array((addresses.joined(separator: "\n") + "\n").utf8))])
    _ = try session.ask("remove " + place.name)
  }

  /// Puts files where the script looks for them.
  private mutating func deposit(_ files: [(name: String, bytes: [UInt8])]) throws(PublishError) {
    _ = try session.ask("prepare .incoming")
    let folder = try PublishError.output { () throws(OutputError) in try TemporaryFolder.make() }
    defer { try? FolderTree.remove(folder) }
    for file in files {
      try PublishError.output { () throws(OutputError) in
        try Directory(path: folder).replace(file.name, with: file.bytes)
      }
    }
    try transfer(files.map(\.name), from: folder, to: StoreName.incoming, [])
  }

  /// Files go aside first and are then renamed, so that there is never half of one. Whether one is there already is told
  /// by its checksum: one of the same size and time may be another. Times are the server's, so that a changed file has
  /// a new one, and with it a new `ETag`.
  private func transfer(
    _ addresses: [String], from source: String, to folder: String, _ options: [String]
  ) throws(PublishError) {
    let words =
      [
        "rsync", "--recursive", "--perms", "--chmod=D755,F644", "--checksum", "-s",
        "--timeout=120", "--temp-dir=\(address.path)/\(StoreName.incoming)", "--from0", "--files-from=-",
        "--rsh=\(shell.text)",
      ] + options + ["--", source + "/", address.location(of: folder) + "/"]
    let list = addresses.flatMap { address -> [UInt8] in Array(address.utf8) + [0] }
    let outcome: AttachedProgram.Outcome
    do throws(ProgramTrouble) {
      outcome = try AttachedProgram.run(words, input: list, changing: ["LC_ALL": "C"])
    } catch {
      throw .program(error, "rsync")
    }
    guard outcome.status == 0 else {
      let lines = String(decoding: outcome.errors, as: UTF8.self).split(whereSeparator: \.isNewline)
      let words = lines.prefix(3).joined(separator: "\n")
      throw outcome.status == 255 || [10, 12, 30, 35].contains(outcome.status)
        ? .cutOff(words: words) : .failed(program: "rsync", status: outcome.status, words: words)
    }
  }
}
