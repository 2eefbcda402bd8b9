import ArgumentParser
import Common
import Output
import Pages
import Publishing
import Reading

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Build the site and make it live, in one step.",
    discussion: """
      TARGET is a name of publish: targets: in site.yaml, a folder, or ssh://user@host/path, which rsync and ssh reach. \
      There each release has a folder of its own below releases/, and current is a link to the one that is live: a web \
      server's root is current. The link changes only when a release is whole; then it is read back, and when it is not \
      what was sent, the one before is live again. An interrupted transfer goes on where it stopped.

      Examples:
        jianbao publish
        jianbao publish /srv/www/site --keep 7
        jianbao publish ssh://web@www.example.org/srv/www/site
        jianbao publish --early "an urgent notice"
        jianbao publish --list
        jianbao publish --snippet nginx
      """)

  @Argument(
    help: "Where to: a name from site.yaml, a folder or ssh://user@host/path. By default publish: default:.")
  var target: String?

  @Flag(
    name: .customLong("no-build"),
    help: "Publish the output folder as it stands: it must be what content and theme give.")
  var noBuild = false

  @Option(
    name: .long, help: "How many releases stay there, at least 2; by default 5, or what site.yaml says.")
  var keep: Int?

  @Option(
    name: .long, help: ArgumentHelp("Publish before the release hour, for this reason.", valueName: "reason"))
  var early: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Read the pages back from this public address, with curl.", valueName: "address"))
  var url: String?

  @Flag(
    name: .long, inversion: .prefixedNo,
    help: "Put .gz files beside pages and data. By default yes, or what site.yaml says.")
  var compress: Bool?

  @Flag(name: .long, help: "Say what is published there, and do nothing.")
  var list = false

  @Option(
    name: .long,
    help:
      "Print the settings of a web server for the site as it is built: nginx or apache. Does nothing else.")
  var snippet: WebServer?

  @OptionGroup var place: PlaceOptions
  @OptionGroup var folder: OutputOptions
  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  func validate() throws {
    try source.refuseKnownOn("what is published is what is known")
    try folder.validate(against: source)
    if snippet != nil, list { throw ValidationError("--snippet and --list exclude each other") }
    if let keep, keep < 2 {
      throw ValidationError("--keep must be at least 2: the live release and the one to go back to")
    }
    if let early, !Self.isReason(early) {
      throw ValidationError("--early needs a reason of one line")
    }
    if let url, !url.hasPrefix("http://"), !url.hasPrefix("https://") {
      throw ValidationError("--url must begin with http:// or https://")
    }
  }

  static func isReason(_ text: String) -> Bool {
    !text.allSatisfy(\.isWhitespace) && text.count <= 500
      && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }

  func run() async throws {
    let console = Console(reports)
    if let snippet {
      return try SnippetPrinter(server: snippet, output: folder.output, source: source, target: target)
        .run(console)
    }
    if list { return try PublishList(source: source, place: place, target: target).run(console) }
    var progress = Progress(console)
    var findings = Findings()
    do {
      let output = OutputFolder(path: folder.output)
      let prepared = try await PreparedSite.prepare(
        source, for: output, jobs: workers.count, unexplained: .error, strict: reports.strict,
        progress: &progress,
        findings: &findings)
      guard let prepared else { throw ExitCode(1) }
      let order = try PublishOrder(site: prepared.site, findings: &findings, command: self)
      guard let order, !findings.hasErrors(strict: reports.strict) else { throw ExitCode(1) }
      if !noBuild { _ = try await prepared.write(progress: &progress) }
      progress.step("cli.progress.publishing")
      let outcome = try await order.run(prepared, jobs: workers.count, findings: &findings)
      guard let outcome else { throw ExitCode(1) }
      progress.finish()
      console.report(findings)
      PublishWords(console).say(outcome, order)
    } catch let code as ExitCode {
      progress.finish()
      console.report(findings)
      console.say("cli.publish.stopped", ["errors": String(findings.errorCount(strict: reports.strict))])
      throw code
    } catch let error as OutputError {
      progress.finish()
      console.report(findings)
      console.trouble(error)
      throw ExitCode(2)
    } catch let error as PublishError {
      progress.finish()
      console.report(findings)
      PublishWords(console).trouble(error)
      throw ExitCode(2)
    }
  }
}
