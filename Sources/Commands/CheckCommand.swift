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
    var progress = Progress(console)
    var findings = Findings()
    let site = SiteLoader(source: source).load(progress: &progress, findings: &findings)
    if let site, !findings.hasErrors {
      progress.step("cli.progress.checking")
      _ = await SiteBuild(site, jobs: workers.count).draft(findings: &findings)
    }
    progress.finish()
    console.report(findings)
    let errors = findings.errorCount(strict: reports.strict)
    console.say(
      site == nil ? "cli.check.stopped" : "cli.check.done",
      [
        "pages": String(site?.renderer.plan.pages.count ?? 0), "errors": String(errors),
        "warnings": String(reports.strict ? 0 : findings.number(of: .warning)), "seconds": progress.seconds,
      ])
    if errors > 0 { throw ExitCode(1) }
  }
}
