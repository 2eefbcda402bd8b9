import ArgumentParser
import Common
import Glibc
import Publishing
import Reading
import YAML

/// How a place is reached, and what time it is.
struct PlaceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The program that reaches a server; by default $RSYNC_RSH, else ssh.", valueName: "command"))
  var rsh: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Take this for the present time, in the site's time zone (YYYY-MM-DDTHH:MM).", valueName: "time"))
  var now: String?

  func validate() throws {
    if let now, WallTime(now, zone: 0) == nil {
      throw ValidationError("--now must be a time as in 2020-03-31T17:05")
    }
    if let rsh, RemoteShell(rsh, port: nil) == nil { throw ValidationError("--rsh needs a program") }
  }

  /// The given time, or the clock's.
  func time(zone: Int) -> WallTime {
    now.flatMap { WallTime($0, zone: zone) } ?? WallTime(unix: Glibc.time(nil), zone: zone)
  }

  /// The program that reaches a server.
  ///
  /// - Throws: `noProgram` where the environment names none.
  func shell(_ address: ServerAddress) throws(PublishError) -> RemoteShell {
    let command =
      rsh ?? getenv("RSYNC_RSH").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "ssh"
    guard let shell = RemoteShell(command, port: address.port) else { throw .noProgram(command) }
    return shell
  }

  /// Who this is, for records: user and machine.
  static var operatorName: String {
    let user = getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) } ?? String(geteuid())
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return user + "@" + String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Who holds a lock, for others to read.
  func owner(at time: WallTime) -> String { "\(Self.operatorName), pid \(getpid()), \(time)" }
}

/// What `site.yaml` says of publishing, also where the rest of the content has errors: going back must always be possible.
struct PublishSettings {
  let publish: PublishDeclaration
  let zone: Int
  /// The site's public address, with a slash at its end.
  let address: String?
  let location: Location

  init(source: SourceOptions) {
    var ignored = Findings()
    let folder = SourceFolder(path: source.source)
    let site = folder.readYAML("site.yaml", findings: &ignored).flatMap {
      SiteDeclaration.decode($0, findings: &ignored)
    }
    publish = site?.publish ?? PublishDeclaration()
    address = site?.url
    zone = site?.timeZoneMinutes ?? 480
    location = Location(file: folder.display("site.yaml"))
  }
}
