import ArgumentParser
import Common
import Glibc
import Linting
import Output
import Pages
import Reading
import Statistics
import Tables

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check data, content, links and writing; change nothing unless told to.",
    discussion: """
      Reads everything a build reads and renders every page, but writes none. The Markdown is gone over for
      slips, and the numbers in it are held against the data.

      With --fix slips that can be put right without asking are: the change is shown, and the files are
      written. With --dry-run too it is only shown.

      With --report a folder gets a page that says of each dataset which files were read, which rows are not used \
      and why, and who has not reported; and a CSV with the refused rows of each file. An earlier report there is \
      replaced.

      Examples:
        jianbao check
        jianbao check --format json
        jianbao check --strict
        jianbao check --fix --dry-run
        jianbao check --fix
        jianbao check --report ../report
      """)

  @Flag(name: .long, help: "Put right in the Markdown what can be put right without asking.")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "With --fix: show the change, write nothing.")
  var dryRun = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write a report about the data to this folder: refused rows, who has not reported.", valueName: "folder"
    ))
  var report: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The moment (2020-02-14T15:50) as of which reports are due. By default the reporting day's cut-off.",
      valueName: "time"))
  var now: Deadline?

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run goes with --fix") }
    if let report {
      if report.isEmpty { throw ValidationError("--report needs a folder") }
      if RealPath.holds(source.source, report) || RealPath.holds(report, source.source) {
        throw ValidationError("--report must lie beside the content folder, not within it or around it")
      }
    }
  }

  func run() async throws {
    let console = Console(reports)
    if let report, !ReportFolder(report).isFree {
      console.line(console.catalogue.text("cli.report.foreign", ["path": report]), to: STDERR_FILENO)
      throw ExitCode(2)
    }
    if fix { try repair(console) }
    var progress = Progress(console)
    var findings = Findings()
    var readings: [DatasetReading] = []
    let site = SiteLoader(source: source).load(
      progress: &progress, readings: &readings, findings: &findings)
    checkWriting(site, &findings)
    site?.completeness(at: now).run(findings: &findings)
    if let site, !findings.hasErrors {
      progress.step("cli.progress.checking")
      _ = await SiteBuild(site, jobs: workers.count).draft(findings: &findings)
    }
    for open in site?.approvals.openFindings(.remark) ?? [] { findings.add(open) }
    for finding in site?.revisionFindings(.warning) ?? [] { findings.add(finding) }
    if let project = site?.project {
      PublishTarget.check(
        project.site.publish, site: Location(file: project.folder.display("site.yaml")), findings: &findings)
    }
    // Worth knowing, and not worth saying at every build.
    if let project = site?.project, project.site.url == nil {
      findings.add(
        Diagnostic(.addressNeeded, .remark, at: Location(file: project.folder.display("site.yaml"))))
    }
    progress.finish()
    console.report(findings)
    if let report { try write(report, site, readings, console) }
    let errors = findings.errorCount(strict: reports.strict)
    console.say(
      site == nil ? "cli.check.stopped" : "cli.check.done",
      [
        "refused": String(readings.reduce(0) { $0 + $1.refused }),
        "pages": String(site?.renderer.plan.pages.count ?? 0), "errors": String(errors),
        "warnings": String(reports.strict ? 0 : findings.number(of: .warning)), "seconds": progress.seconds,
      ])
    if errors > 0 { throw ExitCode(1) }
  }

  /// A site that cannot be built has its Markdown checked all the same.
  private func checkWriting(_ site: SiteLoader.Loaded?, _ findings: inout Findings) {
    var known = Findings()
    guard let project = site?.project ?? Project.load(folder: source.source, findings: &known) else { return }
    WriterCheck(project: project).run(plan: site?.renderer.plan, findings: &findings)
    if let site { AnchorCheck(plan: site.renderer.plan).run(findings: &findings) }
  }

  /// The report of what became of the data. Where not even the project can be read there is nothing to report.
  private func write(
    _ folder: String, _ site: SiteLoader.Loaded?, _ readings: [DatasetReading], _ console: Console
  ) throws {
    var known = Findings()
    guard let project = site?.project ?? Project.load(folder: source.source, findings: &known),
      project.datasets.count == readings.count
    else { return }
    let report = CheckReport(project: project, site: site, readings: readings, at: now)
    try Writing.run(console) { () throws(OutputError) in
      try ReportFolder(folder).replace(with: report.files)
    }
    console.say("cli.report.written", ["path": folder])
  }

  /// Shows what is put right as a difference, and writes it unless this is a dry run.
  private func repair(_ console: Console) throws {
    var ignored = Findings()
    guard let project = Project.load(folder: source.source, findings: &ignored) else { return }
    let repairs = WriterCheck(project: project).repairs()
    for repair in repairs {
      console.show(UnifiedDiff.text(path: repair.path, old: repair.old, new: repair.new))
      if dryRun { continue }
      try Writing.run(console) { () throws(OutputError) in
        try FileReplacement.write(repair.new, over: repair.path)
      }
    }
    let done = dryRun ? "cli.check.would-fix" : "cli.check.fixed"
    console.say(repairs.isEmpty ? "cli.check.nothing-to-fix" : done, ["files": String(repairs.count)])
  }
}
