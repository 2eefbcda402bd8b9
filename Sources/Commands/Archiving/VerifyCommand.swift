import Archive
import ArgumentParser
import Common
import Output

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check an archive, a release, or anybody's BagIt bag.",
    discussion: """
      PATH is an archive's folder (all releases and the chain are checked), or a bag: a folder, or a tar, tar.gz or zip \
      of one, of BagIt 0.93 to 1.0. Said is what is missing, changed, unexpected, unsafe or withdrawn. Nothing is written \
      and nothing is fetched.

      With --rebuild the site is made again from each release's own sources and held against its pages, byte for byte.

      Exit status: 0 valid, 1 not, 2 trouble. A withdrawn release is a warning.

      Examples:
        jianbao verify
        jianbao verify archive/2020-02-14 --rebuild
        jianbao verify received.tar.gz other-bag/ --format json
      """)

  @Argument(help: "Archives and bags; by default the folder archive.")
  var paths: [String] = ["archive"]

  @Flag(name: .long, help: "Make the pages again from the sources, and compare.")
  var rebuild = false

  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  func run() async throws {
    let console = Console(reports)
    let progress = Progress(console)
    var findings = Findings()
    var verification = Verification(jobs: workers.count, rebuilds: rebuild)
    do {
      for path in paths { try await verification.verify(path, findings: &findings) }
    } catch let error as OutputError {
      console.report(findings)
      console.trouble(error)
      throw ExitCode(2)
    }
    let words = VerificationWords(verification: verification, findings: findings, console: console)
    switch reports.format {
    case .json: words.writeJSON()
    case .sarif: console.report(findings)
    case .text:
      console.report(findings)
      words.say(seconds: progress.seconds)
    }
    if findings.hasErrors(strict: reports.strict) { throw ExitCode(1) }
  }
}
