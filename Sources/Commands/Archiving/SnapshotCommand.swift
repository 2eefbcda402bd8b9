import Archive
import ArgumentParser
import Common
import Digests
import Glibc
import Messages
import Output
import Packing
import Reading

struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Put the day into the archive: pages, sources, figures and findings.",
    discussion: """
      The site is made and checked as by build, and kept as a BagIt 1.0 bag in archive/DATE, or DATE-2 where that day \
      has one already and something changed. sha256sum -c and bagit.py check it as jianbao verify does. Each release \
      names the one before and its digest. Personal columns are left out of the data; small counts stand there as they \
      were reported.

      A release is there whole or not at all; files that did not change are stored once. --tar and --zip pack it into a \
      file too: the same bytes from the same release, whoever does it and whenever.

      Examples:
        jianbao snapshot
        jianbao snapshot --as-of 2020-02-14 --archive /srv/archive
        jianbao snapshot --tar 2020-02-14.tar.gz
      """)

  @Option(
    name: .customLong("bagging-date"),
    help: ArgumentHelp(
      "The day the release is made on (YYYY-MM-DD). By default that of SOURCE_DATE_EPOCH, or the reporting day.",
      valueName: "day"))
  var baggingDate: CivilDate?

  @Option(
    name: .long, help: ArgumentHelp("Also pack the release: .tar, or .tar.gz and .tgz.", valueName: "file"))
  var tar: String?

  @Option(name: .long, help: ArgumentHelp("Also pack the release: .zip.", valueName: "file"))
  var zip: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  func validate() throws {
    try source.refuseKnownOn("a release holds what is known when it is made")
    if source.archive.isEmpty { throw ValidationError("--archive needs a folder") }
    if RealPath.holds(source.source, source.archive) {
      throw ValidationError(
        "--archive must not lie in the content folder: the next build would read it as content")
    }
    if let tar, ![.tar, .tarGzip].contains(PackedFormat(fileName: tar)) {
      throw ValidationError("--tar needs a file that ends in .tar, .tar.gz or .tgz")
    }
    if let zip, PackedFormat(fileName: zip) != .zip {
      throw ValidationError("--zip needs a file that ends in .zip")
    }
    for file in [tar, zip] {
      if let file, RealPath.holds(source.source, file) || RealPath.holds(source.archive, file) {
        throw ValidationError("the packed file must lie neither in the content nor in the archive")
      }
    }
  }

  func run() async throws {
    let console = Console(reports)
    var progress = Progress(console)
    var findings = Findings()
    do {
      let snapshot = Snapshot(
        source: source, baggingDate: baggingDate ?? Self.epochDay, jobs: workers.count, strict: reports.strict
      )
      guard let outcome = try await snapshot.run(progress: &progress, findings: &findings) else {
        throw ExitCode(1)
      }
      progress.finish()
      console.report(findings)
      say(outcome, console, seconds: progress.seconds)
      try pack(outcome.release.name, console)
    } catch let code as ExitCode {
      progress.finish()
      console.report(findings)
      console.say("cli.snapshot.stopped", ["errors": String(findings.errorCount(strict: reports.strict))])
      throw code
    } catch let error as OutputError {
      progress.finish()
      console.report(findings)
      console.trouble(error)
      throw ExitCode(2)
    }
  }

  private func pack(_ release: ReleaseName, _ console: Console) throws(OutputError) {
    for file in [tar, zip] {
      guard let file, let format = PackedFormat(fileName: file) else { continue }
      try ReleasePacker(ArchiveFolder(path: source.archive), release).pack(format, to: file)
      console.say("cli.snapshot.packed", ["path": file])
    }
  }

  private func say(_ outcome: Snapshot.Outcome, _ console: Console, seconds: String) {
    let path = source.archive + "/" + outcome.release.name.description
    switch outcome.isNew {
    case true:
      console.say(
        "cli.snapshot.done",
        [
          "path": path, "files": String(outcome.files), "shared": String(outcome.shared),
          "digest": outcome.release.digest, "seconds": seconds,
        ])
    case false: console.say("cli.snapshot.unchanged", ["path": path, "digest": outcome.release.digest])
    }
  }

  /// The day of `SOURCE_DATE_EPOCH` in universal time, as reproducible-builds.org has it.
  private static var epochDay: CivilDate? {
    guard let text = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: text)), seconds >= 0,
      seconds < 253_402_300_800
    else { return nil }
    return CivilDate(dayNumber: Int32(seconds / 86_400))
  }
}
