import ArgumentParser
import Common
import Exporting
import Output
import Reading

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Take a story or a bulletin out of the site: for WeChat, for a group, for paper.",
    discussion: """
      PAGE is a Markdown file, a slug, a title, a bulletin's date, an address, or latest: the newest bulletin. The \
      figures and dates are those of the page on the site.

      Examples:
        jianbao export wechat 2020-02-14 --output article.html --assets upload.txt
        jianbao export text latest
        jianbao export print content/stories/kaiyuan.md --output kaiyuan.html
      """,
    subcommands: [ExportWeChat.self, ExportText.self, ExportPrint.self])
}

struct ExportWeChat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wechat", abstract: "HTML to paste into an official account's editor.",
    discussion: """
      Open the file in a browser, select all, copy, and paste it into the editor. The title, the summary and the list \
      of pictures to upload are printed beside it, or written to --assets.

      With --check an article that was changed by hand is held against the editor's limits; pictures must then lie on \
      WeChat's servers or stand in the list of --assets.

      Examples:
        jianbao export wechat latest --output article.html
        jianbao export wechat kaiyuan --output article.html --assets upload.txt
        jianbao export wechat --check article.html --assets upload.txt
      """)

  @Argument(help: "The story or bulletin.")
  var page: String?

  @Option(name: [.short, .long], help: "The file to write; by default standard output.")
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Where title, summary and the pictures to upload are listed.", valueName: "file"))
  var assets: String?

  @Option(
    name: .long, help: ArgumentHelp("Check an article instead of making one.", valueName: "file"))
  var check: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func validate() throws {
    guard (page == nil) != (check == nil) else {
      throw ValidationError("name a PAGE to export, or a file to --check, and not both")
    }
  }

  func run() async throws {
    let console = Console(reports)
    var findings = Findings()
    if let check { return try self.check(check, console, findings: &findings) }
    let page = try ExportSource(source: source, reports: reports).page(page ?? "", command: "wechat", console)
    let article = WeChatArticle(page)
    WeChatCheck.run(
      article.html, images: article.images, file: page.source, hasPlaces: false, findings: &findings)
    try ExportSource.stop(console, findings, strict: reports.strict)
    console.report(findings)
    try ExportSource.deliver(article.html, to: output, console)
    let notes = self.notes(article, console)
    if let assets {
      try ExportSource.deliver(Array((notes + "\n").utf8), to: assets, console)
    } else if !reports.quiet {
      console.line(notes, to: output == nil ? StandardStreams.errors : StandardStreams.output)
    }
  }

  private func notes(_ article: WeChatArticle, _ console: Console) -> String {
    var lines = [
      console.catalogue.text("cli.export.title", ["title": article.title]),
      console.catalogue.text("cli.export.summary", ["summary": article.summary]),
    ]
    if article.images.isEmpty {
      lines.append(console.catalogue.text("cli.export.no-images"))
    } else {
      lines.append(console.catalogue.text("cli.export.images"))
      lines += article.images.map(\.line)
    }
    return lines.joined(separator: "\n")
  }

  private func check(_ file: String, _ console: Console, findings: inout Findings) throws {
    var images: [UploadItem] = []
    if let assets, let list = ExportSource.read(assets, findings: &findings) {
      images = UploadItem.list(String(decoding: list, as: UTF8.self))
    }
    if let html = ExportSource.read(file, findings: &findings) {
      WeChatCheck.run(html, images: images, file: file, findings: &findings)
    }
    console.report(findings)
    if findings.hasErrors(strict: reports.strict) { throw ExitCode(1) }
    console.say("cli.export.checked", ["file": file])
  }
}

struct ExportText: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "A digest of under 600 characters to send to a group.",
    discussion: """
      Title, at most eight facts with their completeness, the cut-off and the page's address.

      Examples:
        jianbao export text latest
        jianbao export text 2020-02-14 --output group.txt
      """)

  @Argument(help: "The story or bulletin.")
  var page: String

  @Option(name: [.short, .long], help: "The file to write; by default standard output.")
  var output: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func run() async throws {
    let console = Console(reports)
    var findings = Findings()
    let page = try ExportSource(source: source, reports: reports).page(page, command: "text", console)
    let digest = GroupDigest(page, findings: &findings)
    try ExportSource.stop(console, findings, strict: reports.strict)
    guard let digest else { throw ExitCode(1) }
    try ExportSource.deliver(Array(digest.text.utf8), to: output, console)
  }
}

struct ExportPrint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print", abstract: "One HTML file that prints as an official bulletin on A4.",
    discussion: """
      The page follows GB/T 9704. Open the file in any browser and print it, or save it as PDF: without the browser's \
      own headers and footers.

      Examples:
        jianbao export print latest --output bulletin.html
        jianbao export print kaiyuan --output kaiyuan.html
      """)

  @Argument(help: "The story or bulletin.")
  var page: String

  @Option(name: [.short, .long], help: "The file to write; by default standard output.")
  var output: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions

  func run() async throws {
    let console = Console(reports)
    var findings = Findings()
    let page = try ExportSource(source: source, reports: reports).page(page, command: "print", console)
    let sheet = PrintPage(page, findings: &findings)
    try ExportSource.stop(console, findings, strict: reports.strict)
    console.report(findings)
    try ExportSource.deliver(sheet.html, to: output, console)
  }
}
