import ArgumentParser
import Common
import Pages
import Reading
import Statistics

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say where a figure comes from: formula, inputs, files and rows.",
    discussion: """
      Examples:
        jianbao explain 复工率 --region 安家嘴社区 --date 2020-03-31
        jianbao explain screening_coverage --format json
      """)

  @Argument(help: "The indicator: its id, title or alias.")
  var indicator: String

  @Option(name: .long, help: "The place: code, name, alias or path. By default the site's root.")
  var region: String?

  @Option(name: .long, help: "The day (YYYY-MM-DD). By default the indicator's latest.")
  var date: CivilDate?

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func run() async throws {
    let console = Console(reports)
    var findings = Findings()
    var progress = Progress(console)
    let site = SiteLoader(source: source).load(progress: &progress, findings: &findings)
    progress.finish()
    guard let loaded = site, !findings.hasErrors else {
      console.report(findings)
      throw ExitCode(1)
    }
    var asked = Findings()
    let context = loaded.renderer.plan.context
    let command = Location(file: "jianbao explain")
    let index = loaded.resolver.indicator(indicator, at: command, findings: &asked)
    let place =
      region.map { loaded.resolver.place($0, at: command, on: date, findings: &asked) } ?? context.root
    if let date, date > context.cube.asOf {
      asked.add(
        Diagnostic(
          .figureAfterAsOf, at: command, ["day": date.description, "asOf": context.cube.asOf.description]))
    }
    guard let index, let place, !asked.hasErrors else {
      console.report(asked)
      throw ExitCode(1)
    }
    let day = date ?? context.cube.currentDay(index) ?? context.cube.asOf
    let text = ExplanationText(context: context, explanation: context.cube.explain(index, place, day))
    console.line(reports.format == .text ? text.plain(console.catalogue) : text.json())
  }
}
