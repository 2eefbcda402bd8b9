import ArgumentParser
import Common
import Publishing

struct RollbackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "Make an earlier release live again, in one step.",
    discussion: """
      Without RELEASE it is the one made before the live one; a day is enough where it has one release only. Its files \
      are looked at first: a release that is not what it was does not go live. Content with errors does not matter \
      here. Nothing is removed, and --undo goes back to what was live before the last switch.

      Examples:
        jianbao rollback
        jianbao rollback 2020-03-30
        jianbao rollback 2020-03-30-0a1b2c3d4e5f --target office --reason "wrong figures"
        jianbao rollback --undo
        jianbao rollback --list
      """)

  @Argument(help: "The release, or its day. By default the one made before the live one.")
  var release: String?

  @Option(
    name: .long,
    help: "Where: a name from site.yaml, a folder or ssh://user@host/path. By default publish: default:.")
  var target: String?

  @Option(name: .long, help: ArgumentHelp("Why; it is kept beside the releases.", valueName: "reason"))
  var reason: String?

  @Flag(name: .long, help: "Go to what was live before the last switch.")
  var undo = false

  @Flag(name: .long, help: "Say what there is to go back to, and do nothing.")
  var list = false

  @OptionGroup var place: PlaceOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func validate() throws {
    if undo, release != nil { throw ValidationError("--undo goes without a RELEASE") }
    if let reason, !PublishCommand.isReason(reason) {
      throw ValidationError("--reason needs a reason of one line")
    }
  }

  func run() async throws {
    let console = Console(reports)
    if list { return try PublishList(source: source, place: place, target: target).run(console) }
    let settings = PublishSettings(source: source)
    var findings = Findings()
    let found = PublishTarget.find(
      target, in: settings.publish, site: settings.location, command: Location(file: "jianbao rollback"),
      apart: [], findings: &findings)
    guard let found else {
      console.report(findings)
      throw ExitCode(1)
    }
    let now = place.time(zone: settings.zone)
    let publisher = Publisher(
      circumstances: .init(
        now: now, by: PlaceOptions.operatorName, program: "jianbao " + Version.text, reason: reason),
      keep: 2)
    let destination: Publisher.Destination = undo ? .previous : release.map { .named($0) } ?? .older
    do throws(PublishError) {
      let (release, from) =
        switch found.address {
        case .folder(let path): try goBack(FolderStore(path: path, owner: place.owner(at: now)))
        case .server(let address):
          try goBack(ServerStore(address, place.shell(address), owner: place.owner(at: now)))
        }
      if release == from {
        console.say("cli.rollback.already", ["release": release.description])
      } else {
        console.say(
          "cli.rollback.done", ["release": release.description, "from": from?.description ?? "-"])
      }
    } catch {
      PublishWords(console).trouble(error)
      throw ExitCode(error.isMistake ? 1 : 2)
    }

    func goBack(
      _ opened: consuming some ReleaseStore & ~Copyable
    ) throws(PublishError) -> (release: ReleaseID, from: ReleaseID?) {
      var store = opened
      return try publisher.goBack(to: destination, in: &store)
    }
  }
}

extension PublishError {
  /// Whether it was asked for something that is not there; everything else is trouble.
  var isMistake: Bool {
    switch self {
    case .unknownRelease, .nothingBefore: true
    default: false
    }
  }
}
