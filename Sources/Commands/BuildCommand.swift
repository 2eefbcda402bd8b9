import ArgumentParser
import Common
import Output

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the site: content and theme into a folder of plain files.",
    discussion: """
      Every page is checked before any is written: an error writes nothing. Files that did not change are not touched, \
      and files that Jianbao did not write are not removed. A build that was interrupted is completed by the next.

      Examples:
        jianbao build
        jianbao build --as-of 2020-02-14 --output /srv/site
        jianbao build --strict --format sarif > findings.sarif
        jianbao build --shard 2/4      # one of four machines; the four outputs together are the site
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  @OptionGroup var folder: OutputOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Make one part of N only: the parts together are the whole site.", valueName: "i/n"))
  var shard: Shard?

  func validate() throws {
    try folder.validate(against: source)
  }

  func run() async throws {
    let console = Console(reports)
    var progress = Progress(console)
    var findings = Findings()
    do {
      let folder = OutputFolder(path: self.folder.output, part: shard?.name)
      let prepared = try await PreparedSite.prepare(
        source, for: folder, jobs: workers.count, shard: shard, strict: reports.strict, progress: &progress,
        findings: &findings)
      guard let prepared, !findings.hasErrors(strict: reports.strict) else { throw ExitCode(1) }
      let report = try await prepared.write(progress: &progress)
      progress.finish()
      console.report(findings)
      console.say(
        "cli.build.done",
        [
          "pages": String(prepared.site.renderer.plan.pages.count), "written": String(report.written),
          "unchanged": String(report.unchanged), "removed": String(report.removed),
          "warnings": String(findings.number(of: .warning)), "seconds": progress.seconds,
          "output": self.folder.output,
        ])
    } catch let code as ExitCode {
      progress.finish()
      console.report(findings)
      console.say("cli.build.stopped", ["errors": String(findings.errorCount(strict: reports.strict))])
      throw code
    } catch let error as OutputError {
      progress.finish()
      console.report(findings)
      console.trouble(error)
      throw ExitCode(2)
    }
  }
}
