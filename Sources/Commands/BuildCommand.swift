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
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  @Option(name: [.short, .long], help: "The folder the site is written to.")
  var output = "public"

  func run() async throws {
    let console = Console(reports)
    let progress = Progress(console)
    var findings = Findings()
    let loaded = SiteLoader(source: source).load(progress: progress, findings: &findings)
    guard let loaded, !findings.hasErrors(strict: reports.strict) else {
      progress.finish()
      _ = console.report(findings)
      console.say("cli.build.stopped", ["errors": String(findings.errorCount(strict: reports.strict))])
      throw ExitCode(1)
    }
    do {
      progress.step("cli.progress.checking")
      let build = SiteBuild(renderer: loaded.renderer, jobs: workers.count)
      let draft = await build.draft(findings: &findings)
      let folder = OutputFolder(path: output)
      for address in try folder.foreign(draft) {
        findings.add(Diagnostic(.foreignFile, at: Location(file: output + "/" + address), ["address": address]))
      }
      guard !findings.hasErrors(strict: reports.strict) else {
        progress.finish()
        _ = console.report(findings)
        console.say("cli.build.stopped", ["errors": String(findings.errorCount(strict: reports.strict))])
        throw ExitCode(1)
      }
      progress.step("cli.progress.writing")
      let report = try await build.write(draft, to: folder)
      progress.finish()
      _ = console.report(findings)
      console.say(
        "cli.build.done",
        [
          "pages": String(loaded.renderer.plan.pages.count), "written": String(report.written),
          "unchanged": String(report.unchanged), "removed": String(report.removed),
          "warnings": String(findings.count(.warning)), "seconds": progress.seconds, "output": output,
        ])
    } catch let error as OutputError {
      progress.finish()
      _ = console.report(findings)
      console.trouble("cli.trouble", ["problem": error.description])
      throw ExitCode(2)
    }
  }
}

extension Findings {
  func hasErrors(strict: Bool) -> Bool { errorCount(strict: strict) > 0 }

  func errorCount(strict: Bool) -> Int {
    sorted().reduce(0) { $0 + ($1.severity == .error || (strict && $1.severity == .warning) ? 1 : 0) }
  }
}
