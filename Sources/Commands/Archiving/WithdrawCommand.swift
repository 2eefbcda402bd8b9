import Archive
import ArgumentParser
import Common
import Output

struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Take a release's contents out of the archive for good, and say why.",
    discussion: """
      For what should never have been public. The payload is removed; the tag files and digests stay, so that the chain \
      holds, and a page says what happened. It cannot be undone. Files that other releases have too stay in those: they are named.

      Examples:
        jianbao withdraw 2020-02-14 --reason "含居民电话"
        jianbao withdraw 2020-02-14-2 --reason "wrong file" --by "信息组" --on 2020-02-15
      """)

  @Argument(help: "The release: 2020-02-14, 2020-02-14-2.")
  var release: String

  @Option(name: .long, help: "Why, in one line.")
  var reason: String

  @Option(name: .long, help: ArgumentHelp("Who withdraws it.", valueName: "name"))
  var by: String?

  @Option(name: .long, help: ArgumentHelp("The day of the withdrawal (YYYY-MM-DD).", valueName: "day"))
  var on: CivilDate?

  @Option(name: .long, help: "The archive's folder.")
  var archive = "archive"

  @OptionGroup var reports: ReportOptions

  func validate() throws {
    if !PublishCommand.isReason(reason) { throw ValidationError("--reason needs a reason of one line") }
  }

  func run() throws {
    let console = Console(reports)
    var findings = Findings()
    let folder = ArchiveFolder(path: archive)
    do {
      let index = try folder.index()
      guard let found = index.releases.first(where: { $0.name.description == release }) else {
        findings.add(
          Diagnostic(
            .releaseNotFound, at: Location(file: archive), ["found": release],
            suggestions: NearestNames.find(release, in: index.releases.map(\.name.description))))
        console.report(findings)
        throw ExitCode(1)
      }
      let path = folder.path(of: found.name)
      // Opening finishes what was begun: a withdrawal that was killed is done after it.
      var writer = try ArchiveWriter.open(folder)
      guard let now = writer.index.releases.first(where: { $0.name == found.name }), now.state == .whole
      else {
        console.say("cli.withdraw.already", ["path": path])
        return
      }
      guard let marker = WithdrawalMarker(found, reason: reason, day: on, person: by) else {
        throw ExitCode(64)
      }
      let reader = try ReleaseReader(folder, found.name)
      try writer.withdraw(marker, page: page(marker, reader, console))
      try reportOthers(with: reader, writer.index, folder, findings: &findings)
      console.report(findings)
      console.say("cli.withdraw.done", ["path": path])
    } catch let error as OutputError {
      console.trouble(error)
      throw ExitCode(2)
    }
  }

  private func page(_ marker: WithdrawalMarker, _ reader: ReleaseReader, _ console: Console) -> [UInt8] {
    let words = console.catalogue
    var lines = [
      words.text(
        "cli.withdraw.page-text",
        ["site": reader.info["External-Description"].first ?? "", "release": marker.release]),
      words.text("cli.withdraw.page-reason", ["reason": marker.reason]),
    ]
    if let day = marker.day { lines.append(words.text("cli.withdraw.page-day", ["date": day.description])) }
    lines.append(words.text("cli.withdraw.page-digest", ["digest": marker.digest.hex]))
    return WithdrawalPage(
      language: words.language.rawValue, title: words.text("cli.withdraw.page-title"), lines: lines
    ).bytes
  }

  /// Where what a day tells lies: data, texts and their pages. What every release has, as the theme and the site's own
  /// words, is not what anybody withdraws.
  private static let told = [
    "data/source/content/data/", "data/source/content/stories/", "data/source/content/static/",
    "data/site/bulletins/", "data/site/stories/", "data/site/static/",
  ]

  /// Releases that have some of the files too: a later one keeps the bulletins before it as they were published.
  private func reportOthers(
    with reader: ReleaseReader, _ index: ArchiveIndex, _ folder: ArchiveFolder, findings: inout Findings
  ) throws(OutputError) {
    let gone = Set(
      reader.digests.filter { file in Self.told.contains { file.key.bytes.starts(with: $0.utf8) } }.values)
    for other in index.releases where other.state == .whole {
      let shared = gone.intersection(try ReleaseReader(folder, other.name).digests.values)
      guard !shared.isEmpty else { continue }
      findings.add(
        Diagnostic(
          .stillElsewhere, .warning, at: Location(file: folder.path(of: other.name)),
          ["files": String(shared.count), "release": other.name.description]))
    }
  }
}
