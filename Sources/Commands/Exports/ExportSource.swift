import ArgumentParser
import Common
import Exporting
import Glibc
import Output
import Reading

/// What the exports share: loading the page that is asked for, and handing over what was made of it.
struct ExportSource {
  let source: SourceOptions
  let reports: ReportOptions

  /// - Throws: `ExitCode(1)` once findings were shown.
  func page(_ name: String, command: String, _ console: Console) throws -> ExportPage {
    var findings = Findings()
    var progress = Progress(console)
    let site = SiteLoader(source: source).load(progress: &progress, findings: &findings)
    progress.finish()
    guard let site, !findings.hasErrors(strict: reports.strict) else {
      console.report(findings)
      throw ExitCode(1)
    }
    var asked = Findings()
    let content = site.project.folder
    let choice = PageChoice(plan: site.renderer.plan, content: content)
    let place = Location(file: "jianbao export \(command)")
    guard let page = choice.find(name, at: place, content: content, findings: &asked) else {
      console.report(asked)
      throw ExitCode(1)
    }
    return page
  }

  /// - Throws: `ExitCode(1)` when there are errors, once they were shown.
  static func stop(_ console: Console, _ findings: Findings, strict: Bool) throws {
    guard findings.hasErrors(strict: strict) else { return }
    console.report(findings)
    throw ExitCode(1)
  }

  /// Writes to standard output, or to a file: aside first, so that there is never half of it.
  ///
  /// - Throws: `ExitCode(2)` once the trouble was shown.
  static func deliver(_ bytes: [UInt8], to path: String?, _ console: Console) throws {
    guard let path else { return Console.write(bytes, to: STDOUT_FILENO) }
    do throws(OutputError) {
      try write(bytes, to: path)
    } catch {
      console.trouble(error)
      throw ExitCode(2)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    // What is no plain file, as a pipe or a terminal, is written to as it is.
    var info = stat()
    let isSpecial = stat(path, &info) == 0 && info.st_mode & S_IFMT != 0o100000
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try OutputFolder.createFolders(String(path[..<slash]))
    }
    let aside = isSpecial ? path : path + ".new"
    let file = open(aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("create", path) }
    defer { close(file) }
    do throws(OutputError) {
      try Descriptor.write(bytes, to: file, path: path)
    } catch {
      if !isSpecial { unlink(aside) }
      throw error
    }
    guard isSpecial || rename(aside, path) == 0 else { throw .last("rename", path) }
  }

  /// - Returns: `nil` after a finding that says why the file cannot be read.
  static func read(_ path: String, findings: inout Findings) -> [UInt8]? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return SourceFolder(path: folder).read(name, limit: largest, findings: &findings)?.bytes
  }

  /// Bytes: an article has less than one megabyte, and one that has more is still read, to say so.
  private static let largest = 64 << 20
}

extension StandardStreams {
  static var output: Int32 { STDOUT_FILENO }
  static var errors: Int32 { STDERR_FILENO }
}
