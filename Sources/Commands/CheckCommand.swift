import ArgumentParser
import Common
import Output

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check data, content and links; change nothing.",
    discussion: """
      Reads everything a build reads and renders every page, but writes none.

      Examples:
        jianbao check
        jianbao check --format json
        jianbao check --strict
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  func run() async throws {
    let console = Console(reports)
    let progress = Progress(console)
    var findings = Findings()
    let loaded = SiteLoader(source: source).load(progress: progress, findings: &findings)
    if let loaded, !findings.hasErrors {
      progress.step("cli.progress.checking")
      _ = await SiteBuild(renderer: loaded.renderer, jobs: workers.count).draft(findings: &findings)
    }
    progress.finish()
    let hasErrors = console.report(findings)
    console.say(
      "cli.check.done",
      [
        "pages": String(loaded?.renderer.plan.pages.count ?? 0),
        "errors": String(findings.errorCount(strict: reports.strict)),
        "warnings": String(reports.strict ? 0 : findings.sorted().filter { $0.severity == .warning }.count),
        "seconds": progress.seconds,
      ])
    if hasErrors { throw ExitCode(1) }
  }
}
