import Common
import Digests
import Glibc

@testable import Archive

/// A bag of other people's making, written by the test from what the format says.
struct SampleBag: Sendable {
  var version = "1.0"
  var encoding = "UTF-8"
  var algorithms: [DigestAlgorithm] = [.sha512]
  var payload: [(path: String, text: String)] = [
    ("data/bare-filename", "a payload\n"), ("data/文件夹/第一份.txt", "总体情况\n"),
  ]
  var info: String? = "Source-Organization: 街道办事处\n"
  /// Files beside the payload that the tag manifests list too.
  var tags: [(path: String, text: String)] = []
  /// `nil`: as the version wants it.
  var declaration: String?
  var hasTagManifest = true
  /// Between a digest and its path.
  var blank = "  "
  /// Before a path.
  var mark = ""
  /// Lines added to each payload manifest, with a digest of this text before the path.
  var added: [(text: String, path: String)] = []
  /// As a manifest writes a path.
  var write: @Sendable (String) -> String = { $0 }
  /// Bytes of a tag file's text.
  var encode: @Sendable (String) -> [UInt8] = { Array($0.utf8) }
  /// What happens to the folder at last.
  var spoil: @Sendable (TestFolder) -> Void = { _ in }

  /// The tag files in the form that the fields say, and the payload.
  func make() -> TestFolder {
    let folder = TestFolder()
    folder.makeFolder("data")
    for file in payload { folder.write(file.path, file.text) }
    var listed: [(path: String, bytes: [UInt8])] = tags.map { ($0.path, Array($0.text.utf8)) }
    let declared =
      declaration ?? "BagIt-Version: \(version)\nTag-File-Character-Encoding: \(encoding)\n"
    listed.append(("bagit.txt", Array(declared.utf8)))
    if let info { listed.append((version < "0.96" ? "package-info.txt" : "bag-info.txt", encode(info))) }
    for algorithm in algorithms {
      let lines =
        payload.map { Self.line(Array($0.text.utf8), algorithm, blank + mark + write($0.path)) }
        + added.map { Self.line(Array($0.text.utf8), algorithm, blank + $0.path) }
      listed.append(("manifest-\(algorithm).txt", encode(lines.joined())))
    }
    for file in listed { folder.write(file.path, file.bytes) }
    if hasTagManifest {
      for algorithm in algorithms {
        let lines = listed.map { Self.line($0.bytes, algorithm, blank + $0.path) }
        folder.write("tagmanifest-\(algorithm).txt", encode(lines.joined()))
      }
    }
    spoil(folder)
    return folder
  }

  static func digest(_ bytes: [UInt8], _ algorithm: DigestAlgorithm) -> String {
    var stream = DigestStream([algorithm])
    bytes.withUnsafeBytes { stream.update($0) }
    return Hexadecimal.text(stream.finish()[algorithm] ?? [])
  }

  private static func line(_ bytes: [UInt8], _ algorithm: DigestAlgorithm, _ rest: String) -> String {
    digest(bytes, algorithm) + rest + "\n"
  }
}

/// What a verification said.
struct Verified: Equatable, CustomStringConvertible {
  var state: BagReport.State
  /// Rules of errors, each once, sorted; without the module's name.
  var errors: [String]
  /// Of warnings and remarks.
  var notes: [String]

  static func run(_ source: some BagSource) async throws -> Verified {
    var cache = DigestCache()
    var findings = Findings()
    let report = try await BagVerifier(source, jobs: 2).verify(cache: &cache, findings: &findings)
    return Verified(report.state, findings)
  }

  init(_ state: BagReport.State, _ findings: Findings) {
    self.state = state
    func rules(_ wanted: (Severity) -> Bool) -> [String] {
      let ids = findings.items.filter { wanted($0.severity) }.map { String($0.rule.id.dropFirst(8)) }
      return Set(ids).sorted()
    }
    errors = rules { $0 == .error }
    notes = rules { $0 != .error }
  }

  var description: String { "\(state) \(errors) \(notes)" }
}
