import ArgumentParser

/// Writes the manual page; `make man` calls it.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help-man", abstract: "Write the manual page, jianbao(1), to standard output.",
    discussion: """
      Example:
        jianbao help-man > jianbao.1
      """, shouldDisplay: false)

  func run() throws {
    guard let page = ManualPage(help: JianbaoCommand._dumpHelp()) else { throw ExitCode(2) }
    Console.write(Array(page.text.utf8), to: 1)
  }
}
