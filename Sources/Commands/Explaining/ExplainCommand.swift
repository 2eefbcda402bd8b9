import ArgumentParser
import Common
import Pages
import Reading
import Statistics

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say where a figure comes from: formula, inputs, units, files and rows.",
    discussion: """
      What a row holds is never shown, and of a suppressed figure no number.

      Examples:
        jianbao explain 复工率 --region 安家嘴社区 --date 2020-03-31
        jianbao explain '复工率 @安家嘴社区 2020-03-31|较昨日'
        jianbao explain 返京登记人数 --period week --date 2020-03-15
        jianbao explain --at content/stories/gaoming.md:12:8
        jianbao explain screening_coverage --format json
      """)

  @Argument(help: "The indicator (id, title or alias), or a figure as writers write it between {{ and }}.")
  var figure: String?

  @Option(name: .long, help: "The place: code, name, alias or path. By default the site's root.")
  var region: String?

  @Option(name: .long, help: "The day (YYYY-MM-DD). By default the indicator's latest.")
  var date: CivilDate?

  @Option(name: .long, help: "What is made of the figure: 较昨日, 7日均, 累计, 排名 …")
  var transform: String?

  @Option(name: .long, help: "The figure of the week, the month or all days that hold the day.")
  var period: ExplainedPeriod?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The figure that stands in a text at a line and column.", valueName: "file:line[:column]"))
  var at: TextPlace?

  @Flag(name: .long, help: "List every unit, however many.")
  var all = false

  @Flag(name: .long, help: "Print the JSON Schema of --format json, and nothing else.")
  var schema = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func validate() throws {
    guard !schema else { return }
    if figure == nil && at == nil { throw ValidationError("name an indicator, or a place with --at") }
    if figure != nil && at != nil {
      throw ValidationError("name an indicator or a place with --at, not both")
    }
    if transform != nil && period != nil {
      throw ValidationError("--transform and --period exclude each other")
    }
    if at != nil && (transform != nil || period != nil) {
      throw ValidationError("--at names the figure whole: no --transform or --period beside it")
    }
    if reports.format == .sarif { throw ValidationError("explain writes text or json") }
  }

  func run() async throws {
    let console = Console(reports)
    if schema {
      Console.write(ExplanationJSON.schema, to: 1)
      return
    }
    var findings = Findings()
    var progress = Progress(console)
    let site = SiteLoader(source: source).load(progress: &progress, findings: &findings)
    progress.finish()
    guard let loaded = site, !findings.hasErrors else {
      console.report(findings)
      throw ExitCode(1)
    }
    var asked = Findings()
    let request = ExplainRequest(
      figure: figure, region: region, date: date, transform: transform, period: period, at: at)
    guard let answer = request.answer(from: loaded, findings: &asked), !asked.hasErrors else {
      console.report(asked)
      throw ExitCode(1)
    }
    console.line(
      reports.format == .text
        ? ExplanationText(answer, catalogue: console.catalogue, limit: all ? .max : ExplanationText.listed)
          .text
        : ExplanationJSON(answer).text)
  }
}

/// A span of days that holds a day.
enum ExplainedPeriod: String, ExpressibleByArgument, CaseIterable {
  case week, month, all
}
