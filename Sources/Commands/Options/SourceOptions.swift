import ArgumentParser
import Common
import Glibc
import Messages
import Reading

extension CivilDate: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(iso: argument)
  }
}

extension ReleaseName: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

/// Where the site comes from, and the day it is made for.
struct SourceOptions: ParsableArguments {
  @Option(name: .long, help: "The content folder.")
  var source = "content"

  static let usualTheme = "themes/jianbao"

  @Option(name: .long, help: "The theme's folder. What it lacks comes from the default theme.")
  var theme = Self.usualTheme

  @Option(name: .long, help: "The archive's folder: the releases before this one.")
  var archive = "archive"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Make this release again: of the archive only what came before it counts.", valueName: "name"))
  var release: ReleaseName?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The reporting day (YYYY-MM-DD): later rows and stories do not exist.", valueName: "day"))
  var asOf: CivilDate?

  @Option(
    name: .customLong("as-known-on"),
    help: ArgumentHelp(
      "The site as it was known at the end of this day (YYYY-MM-DD): by each dataset's known_at, or by the archive's last release up to then.",
      valueName: "day"))
  var knownOn: CivilDate?

  @Flag(name: .long, help: "Include drafts and stories that are not due yet.")
  var drafts = false

  @OptionGroup var commands: CommandOptions

  func validate() throws {
    if let asOf, let knownOn, asOf > knownOn {
      throw ValidationError(
        "--as-of must not be later than --as-known-on: nothing was known of that day then")
    }
  }

  /// For commands whose work is what is known now.
  func refuseKnownOn(_ reason: String) throws {
    if knownOn != nil { throw ValidationError("--as-known-on is not for this command: \(reason)") }
  }

  /// The reporting day where one is given; `nil` is the last day in the data.
  func reportingDay(of site: SiteDeclaration) -> CivilDate? {
    guard let day = asOf ?? site.asOf else { return nil }
    return knownOn.map { min($0, day) } ?? day
  }
}

/// Whether the content may run programs.
struct CommandOptions: ParsableArguments {
  @Flag(
    name: .customLong("allow-commands"),
    help: "Run the programs that datasets name as their source (`command:`). Without it none is run.")
  var isAllowed = false
}

/// Where the site is written.
struct OutputOptions: ParsableArguments {
  @Option(name: [.short, .long], help: "The folder the site is written to.")
  var output = "public"

  func validate(against source: SourceOptions) throws {
    if output.isEmpty { throw ValidationError("--output needs a folder") }
    if RealPath.holds(source.source, output) {
      throw ValidationError(
        "--output must not lie in the content folder: the next build would read it as content")
    }
  }
}

/// How findings and progress are shown.
struct ReportOptions: ParsableArguments {
  @Option(name: .long, help: "The form of findings: text, json or sarif.")
  var format: DiagnosticPrinter.Format = .text

  @Option(name: .long, help: "The language of messages: zh-Hans or en. By default that of LANG.")
  var language: Language?

  @Flag(name: .long, help: "Warnings count as errors.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Print errors only.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colours; the variable NO_COLOR does the same.")
  var noColor = false
}

extension DiagnosticPrinter.Format: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// How many workers.
struct JobOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "How many workers; by default one for each processor.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  var count: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
