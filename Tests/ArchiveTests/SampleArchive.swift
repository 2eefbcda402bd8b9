import Common
import Digests
import Glibc
import Output

@testable import Archive

/// An archive that a test fills with releases.
struct SampleArchive: Sendable {
  let folder = TestFolder()

  var archive: ArchiveFolder { ArchiveFolder(path: folder.path + "/archive") }

  static let info = ReleaseInfo(
    organization: "街道办事处", title: "社区防控工作", group: "https://127.0.0.1/",
    baggingDate: CivilDate(dayNumber: 18_306), agent: "jianbao 0.1.0", rebuild: "jianbao build")

  static func day(_ number: Int) -> CivilDate { CivilDate(dayNumber: Int32(18_300 + number)) }

  /// Opens the archive. A program that another test starts at this moment may hold the lock's copy until it runs.
  func open() throws -> ArchiveWriter {
    for _ in 0..<500 {
      do throws(OutputError) { return try ArchiveWriter.open(archive) } catch {
        guard error.code == EWOULDBLOCK else { throw error }
        usleep(10_000)
      }
    }
    return try ArchiveWriter.open(archive)
  }

  /// Archives files as a day's release.
  @discardableResult
  func publish(_ day: Int, _ files: [String: String]) throws -> ArchiveWriter.Outcome {
    var writer = try open()
    let staging = try writer.begin(after: try writer.previous())
    var staged: [StagedFile] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      staged.append(try staging.write(Array(text.utf8), to: BagPath("data/" + path)))
    }
    return try writer.publish(staging, files: staged, day: Self.day(day), info: Self.info)
  }

  /// Three days; one file never changes.
  static func ofThreeDays() throws -> SampleArchive {
    let sample = SampleArchive()
    for day in 0..<3 {
      try sample.publish(
        day, ["site/index.html": "<p>\(day)", "site/图片.svg": "<svg/>", "source/content/数据.csv": "a,\(day)\n"])
    }
    return sample
  }

  func withdraw(_ day: Int, reason: String = "误发") throws {
    var writer = try open()
    guard let release = writer.index.releases.first(where: { $0.name.day == Self.day(day) }),
      let marker = WithdrawalMarker(release, reason: reason)
    else { return }
    try writer.withdraw(marker, page: Array("<p>撤下".utf8))
  }

  /// Rules of errors and of notes, over all releases and the chain.
  func verify() async throws -> (states: [BagReport.State], errors: [String], notes: [String]) {
    var findings = Findings()
    let reports = try await ArchiveVerifier(archive, jobs: 2).verify(findings: &findings)
    let verified = Verified(.valid, findings)
    return (reports.map(\.state), verified.errors, verified.notes)
  }
}
