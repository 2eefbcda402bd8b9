import Digests
import Glibc
import Output
import Processes

/// Reads a release's files as its readers do: by the site's public address, with curl.
package struct ReadBack: Sendable {
  /// With a slash at its end.
  let address: String
  /// How many files are read at most, evenly from all of them.
  static let most = 40
  /// How often a file is asked for that is not what it should be, and how many seconds lie between: a server may need a
  /// moment.
  let tries: Int
  let pause: UInt32

  /// - Throws: `noProgram` where there is no curl.
  package init(address: String, tries: Int = 3, pause: UInt32 = 1) throws(PublishError) {
    self.address = address.hasSuffix("/") ? address : address + "/"
    self.tries = tries
    self.pause = pause
    do throws(ProgramTrouble) {
      _ = try AttachedProgram.run(["curl", "--version"])
    } catch {
      throw .program(error, "curl")
    }
  }

  /// The files that are not at the address as the release has them.
  package func differences(_ release: ReleaseID, _ manifest: Manifest) throws(PublishError) -> [Difference] {
    var left = Self.chosen(manifest)
    var found: [Difference] = []
    for attempt in 1...tries {
      found = Difference.all(of: left, in: try read(left, of: release))
      if found.isEmpty || attempt == tries { break }
      let wrong = Set(found.map(\.address))
      left.entries = left.entries.filter { wrong.contains($0.key) }
      sleep(pause)
    }
    return found
  }

  /// The home page, and others at even steps; compressed files are what the server sends in the place of others.
  static func chosen(_ manifest: Manifest) -> Manifest {
    let addresses = manifest.entries.keys.filter { !$0.hasSuffix(".gz") }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let step = max(1, addresses.count / most)
    let taken = Set(stride(from: 0, to: addresses.count, by: step).map { addresses[$0] })
    return Manifest(entries: manifest.entries.filter { taken.contains($0.key) || $0.key == "index.html" })
  }

  private func read(_ files: Manifest, of release: ReleaseID) throws(PublishError) -> [String: Digest] {
    let folder = try PublishError.output { () throws(OutputError) in try TemporaryFolder.make() }
    defer { try? FolderTree.remove(folder) }
    let addresses = files.entries.keys.sorted()
    // What lies between may have kept the page of the release before: it is asked for under another name.
    let requests = addresses.enumerated().map { number, name in
      "url = \"\(address)\(Self.encoded(name))?release=\(release)\"\noutput = \"\(folder)/\(number)\"\n"
    }
    do throws(ProgramTrouble) {
      _ = try AttachedProgram.run(
        [
          "curl", "--disable", "--silent", "--fail", "--location", "--max-redirs", "3", "--connect-timeout",
          "15",
          "--max-time", "60", "--header", "Cache-Control: no-cache", "--config", "-",
        ], input: Array(requests.joined().utf8), seconds: 300)
    } catch {
      throw .program(error, "curl")
    }
    return try PublishError.output { () throws(OutputError) in
      let top = try Directory(path: folder)
      var digests: [String: Digest] = [:]
      for (number, name) in addresses.enumerated() {
        digests[name] = try top.read(String(number)).map { Digest(of: $0) }
      }
      return digests
    }
  }

  /// A path as an address has it: all but letters, digits and `-._~/` by their numbers.
  static func encoded(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
