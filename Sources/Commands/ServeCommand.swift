import ArgumentParser
import Common
import Glibc
import Linting
import Preview

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site in a browser while it is written.",
    discussion: """
      The address it prints works on this computer only. A saved file shows at once: the open page reloads itself and \
      stays where it was. What is wrong is shown over the page, with its line, while the last good page stays; it goes \
      away when it is mended. Nothing is written. Ctrl-C ends it.

      Examples:
        jianbao serve
        jianbao serve --drafts --port 8080
        jianbao serve --as-of 2020-02-14
      """)

  @Option(name: [.short, .long], help: "The port; when it is taken, the next free one.")
  var port: UInt16 = 8000

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func validate() throws {
    if port == 0 { throw ValidationError("--port must be between 1 and 65535") }
  }

  func run() async throws {
    let console = Console(reports)
    // The watch comes first: what is saved while the site is read for the first time is read again.
    guard let changes = FolderWatcher.changes(in: folders) else {
      console.line(console.catalogue.text("cli.preview.no-watch"), to: STDERR_FILENO)
      throw ExitCode(2)
    }
    let state = PreviewState(PreviewReport(Findings(), in: console.catalogue, isStale: false))
    let first = read(console)
    console.report(first.findings)
    if access(source.source, F_OK) != 0 { throw ExitCode(1) }
    await state.show(first.site ?? first.faulty, first.report)
    Self.endOnSignals()
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for await _ in changes {
            var next = read(console)
            if next.hasErrors {
              // A file may have been caught half written: look twice before saying so.
              try await Task.sleep(for: .milliseconds(120))
              next = read(console)
            }
            let known = await state.moment.site
            await state.show(next.site ?? (known == nil ? next.faulty : nil), next.report)
            if next.hasErrors { console.report(next.findings) }
            console.say(
              next.hasErrors ? "cli.preview.kept" : "cli.preview.updated",
              ["summary": next.report.summary, "seconds": next.seconds])
          }
        }
        group.addTask {
          try await PreviewServer(state).run(port: port) { had in
            if had != port { console.say("cli.preview.taken", ["port": String(port)]) }
            console.say("cli.preview.serving", ["address": "http://127.0.0.1:\(had)/"])
          }
        }
        for try await _ in group {}
      }
    } catch let trouble as PreviewServer.Trouble {
      console.line(Self.words(trouble, console), to: STDERR_FILENO)
      throw ExitCode(2)
    }
  }

  private var folders: [String] {
    var folders = [source.source, source.theme]
    if let theme = ThemeFolder.defaultTheme(besides: source.theme), !folders.contains(theme) {
      folders.append(theme)
    }
    return folders
  }

  private struct Reading {
    var site: PreviewSite?
    /// A site that could be put together in spite of errors.
    var faulty: PreviewSite?
    var findings: Findings
    /// Whether the site could not be built: what is only wrong in the writing does not hold a page back.
    var hasErrors: Bool
    var report: PreviewReport
    var seconds: String
  }

  private func read(_ console: Console) -> Reading {
    var progress = Progress(console)
    var findings = Findings()
    let loaded = SiteLoader(source: source).load(progress: &progress, findings: &findings)
    progress.finish()
    let hasErrors = findings.hasErrors
    if let loaded {
      let plan = loaded.renderer.plan
      WriterCheck(project: loaded.project).run(plan: plan, findings: &findings)
      AnchorCheck(plan: plan).run(findings: &findings)
    }
    let site = loaded.map { PreviewFiles($0.renderer).site }
    return Reading(
      site: hasErrors ? nil : site, faulty: site, findings: findings, hasErrors: hasErrors,
      report: PreviewReport(findings, in: console.catalogue, isStale: hasErrors), seconds: progress.seconds)
  }

  /// There is nothing to put in order: the preview writes no file.
  private static func endOnSignals() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        var lineBreak: UInt8 = 0x0A
        write(STDERR_FILENO, &lineBreak, 1)
        _exit(0)
      }
    }
  }

  private static func words(_ trouble: PreviewServer.Trouble, _ console: Console) -> String {
    switch trouble {
    case .noFreePort(let first, let last):
      console.catalogue.text("cli.preview.no-port", ["first": String(first), "last": String(last)])
    case .failed(let code):
      console.catalogue.text("cli.trouble", ["problem": String(cString: strerror(code))])
    }
  }
}
