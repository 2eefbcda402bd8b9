import ArgumentParser
import Common
import Glibc
import Markdown
import Reading

struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Turn Markdown into an HTML fragment, without a site.",
    discussion: """
      Reads the file, or standard input, and writes the fragment to standard output. It is written as on a site: with \
      footnotes, tables, task lists, captions and emphasis beside Chinese; raw HTML is left out. Figures in {{…}} and \
      directives stay readable code, for there is no site to fill them from.

      With --commonmark it is CommonMark 0.30 as libcmark writes it and nothing else, raw HTML included. Never show that \
      to a browser unless you trust who wrote it.

      Exit status: 0 done; 1 the text has errors, which are printed; 64 a wrong command line.

      Examples:
        jianbao markdown content/stories/kaiyuan.md > kaiyuan.html
        echo '**注意：**请戴口罩' | jianbao markdown
        jianbao markdown --commonmark spec-example.md
      """)

  @Argument(help: "The Markdown file; by default, or with -, standard input.")
  var file: String?

  @Flag(name: .long, help: "CommonMark 0.30 and nothing else, raw HTML included.")
  var commonmark = false

  @OptionGroup var reports: ReportOptions

  func run() throws {
    let console = Console(reports)
    var findings = Findings()
    if let source = source(findings: &findings) {
      let html =
        commonmark
        ? MarkdownFragment.commonMark(of: source, findings: &findings)
        : MarkdownFragment.html(of: source, findings: &findings)
      Console.write(html, to: STDOUT_FILENO)
    }
    console.report(findings)
    if findings.hasErrors(strict: reports.strict) { throw ExitCode(1) }
  }

  private func source(findings: inout Findings) -> SourceFile? {
    if let file, file != "-" {
      return SourceFolder(path: ".").read(file, limit: Limits.markdown, findings: &findings)
    }
    return SourceFile(path: "stdin", bytes: Self.standardInput(upTo: Limits.markdown + 1))
  }

  /// What is over the limit is not read: the text is refused for its size.
  private static func standardInput(upTo limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }
}
