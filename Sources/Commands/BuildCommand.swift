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

  @Option(name: [.short, .long], help: "The folder the site is written to.")
  var output = "public"

  @Option(
    name: .long,
    help: ArgumentHelp("Make one part of N only: the parts together are the whole site.", valueName: "i/n"))
  var shard: Shard?

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs a folder") }
    if RealPath.holds(source.source, output) {
      throw ValidationError(
        "--output must not lie in the content folder: the next build would read it as content")
    }
  }

  func run() async throws {
    let console = Console(reports)
    var progress = Progress(console)
    var findings = Findings()
    do {
      guard let site = SiteLoader(source: source).load(progress: &progress, findings: &findings),
        !findings.hasErrors(strict: reports.strict)
      else { throw ExitCode(1) }
      progress.step("cli.progress.checking")
      let build = SiteBuild(site, jobs: workers.count, shard: shard)
      let draft = await build.draft(findings: &findings)
      let folder = OutputFolder(path: output, part: shard?.name)
      for obstacle in try folder.foreign(draft) {
        findings.add(
          Diagnostic(.foreignFile, at: Location(file: output + "/" + obstacle), ["address": obstacle]))
      }
      guard !findings.hasErrors(strict: reports.strict) else { throw ExitCode(1) }
      progress.step("cli.progress.writing")
      let report = try await build.write(draft, to: folder)
      progress.finish()
      console.report(findings)
      console.say(
        "cli.build.done",
        [
          "pages": String(site.renderer.plan.pages.count), "written": String(report.written),
          "unchanged": String(report.unchanged), "removed": String(report.removed),
          "warnings": String(findings.number(of: .warning)), "seconds": progress.seconds, "output": output,
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
