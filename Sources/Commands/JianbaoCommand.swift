import ArgumentParser

/// The program: its commands and nothing else.
package struct JianbaoCommand: AsyncParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "jianbao",
    abstract: "Make a street office's daily data and stories into dashboards and bulletins.",
    discussion: """
      Run in a project, all commands work bare: they read content/ and themes/jianbao and write public/.

      Exit status: 0 done; 1 the content or the data has errors, and nothing was written; 2 trouble with a file system \
      or a server; 64 a wrong command line.
      """,
    version: Version.text,
    subcommands: [
      NewCommand.self, CheckCommand.self, BuildCommand.self, ServeCommand.self, ExplainCommand.self,
      ExportCommand.self, SnapshotCommand.self, VerifyCommand.self, DiffCommand.self, WithdrawCommand.self,
      ApproveCommand.self, PublishCommand.self, RollbackCommand.self, MarkdownCommand.self,
      ManualCommand.self,
    ])

  package init() {}
}
