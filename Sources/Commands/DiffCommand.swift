import Archive
import ArgumentParser
import Common
import Comparing
import Output

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what two releases print differently, and why.",
    discussion: """
      A side is a release of the archive (2020-02-14, 2020-02-14-2), a bag, or content: what a build would \
      publish now. A day that was not archived is the content as of that day. Without B the content is meant.

      Figures are told old → new with the reason: a new day, a late report, a correction that corrections.yaml explains, \
      another definition, or none. Texts are told sentence by sentence.

      Exit status: 0 the same, 1 different, 2 trouble.

      Examples:
        jianbao diff 2020-02-13 2020-02-14
        jianbao diff 2020-02-14
        jianbao diff 2020-02-13 2020-02-14 --format json
        jianbao diff 2020-02-14 --html review/index.html
      """)

  @Argument(help: "The older side.")
  var old: String

  @Argument(help: "The newer side.")
  var new = ReleaseLoader.working

  @Option(
    name: .long, help: ArgumentHelp("Also write a page that shows both side by side.", valueName: "file"))
  var html: String?

  @Flag(name: .long, help: "List everything: new days too, however many lines that takes.")
  var all = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  func run() async throws {
    let console = Console(reports)
    var findings = Findings()
    let loader = ReleaseLoader(
      source: source, archive: ArchiveFolder(path: source.archive), jobs: workers.count)
    let before: ReleaseContents?
    let after: ReleaseContents?
    do throws(OutputError) {
      before = try await loader.load(old, findings: &findings)
      after = try await loader.load(new, findings: &findings)
    } catch {
      console.report(findings)
      console.trouble(error)
      throw ExitCode(2)
    }
    guard let before, let after else {
      console.report(findings)
      throw ExitCode(2)
    }
    let comparison = ReleaseComparison(old: before, new: after)
    let names = DifferenceNames(old: before, new: after)
    switch reports.format {
    case .text:
      let text = DifferenceText(
        comparison: comparison, names: names, catalogue: console.catalogue, isWhole: all)
      for line in text.lines { console.line(line) }
    case .json, .sarif: console.line(DifferenceJSON(comparison: comparison, names: names).text)
    }
    if let html {
      let page = DifferencePage(comparison: comparison, names: names, catalogue: console.catalogue)
      try ExportSource.deliver(page.bytes, to: html, console)
      let folder = html.lastIndex(of: "/").map { String(html[...$0]) } ?? ""
      try ExportSource.deliver(DifferencePage.style, to: folder + DifferencePage.styleName, console)
    }
    if !comparison.isEmpty { throw ExitCode(1) }
  }
}
