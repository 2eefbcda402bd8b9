import Glibc

/// A site as `jianbao new site` makes it, in a folder of its own.
final class StarterSite {
  static let data = "content/data/screening/2020-02.csv"
  static let dataset = "content/datasets/screening.yaml"
  static let indicators = "content/indicators/screening.yaml"
  static let story = "content/stories/first.md"

  let folder = Folder()

  init() throws {
    for (file, bytes) in try Self.fresh.get() { folder.write(file, bytes) }
  }

  /// A site that has been built already.
  static func built() throws -> StarterSite {
    let site = try StarterSite()
    for (file, bytes) in try Self.output.get() { site.folder.write(file, bytes) }
    return site
  }

  struct Unusable: Error {
    var errors: String
  }

  // Made once: most tests begin with the same site.
  private static let fresh = Result { try make() }
  private static let output = Result { try make(["build"]) }

  private static func make(_ command: [String] = []) throws -> [String: [UInt8]] {
    let folder = Folder()
    for arguments in [["new", "site", "."], command] where !arguments.isEmpty {
      let outcome = try Program.run(arguments, in: folder)
      guard outcome.status == 0 else { throw Unusable(errors: outcome.errors) }
    }
    return folder.tree()
  }

  /// Runs the program in the site, with no more in its environment than is given: its messages are in Chinese.
  func run(_ arguments: String..., environment: [String: String] = [:], to sink: Program.Sink = .file) throws
    -> Program.Outcome
  {
    try Program.run(arguments, in: folder, environment: environment, to: sink)
  }

  /// The output: every file's bytes, those of the record of what is ours among them.
  var output: [String: [UInt8]] { folder.tree("public") }
}

/// A way to spoil a site.
enum Edit: Sendable {
  case replace(String, String, with: String)
  case append(String, String)
  case write(String, [UInt8])
  case remove(String)
  case link(String, to: String)
  /// Copies a file of the checkout into the site, without the lines that begin with a word.
  case copyTheme(without: String, in: String)

  static func text(_ file: String, _ text: String) -> Edit { .write(file, Array(text.utf8)) }

  struct NotFound: Error {
    var text: String
  }

  func apply(to folder: Folder) throws {
    switch self {
    case .replace(let file, let old, let new):
      guard let text = folder.text(file), let place = text.firstRange(of: old) else {
        throw NotFound(text: old)
      }
      folder.write(file, Array(text.replacingCharacters(in: place, with: new).utf8))
    case .append(let file, let addition):
      folder.write(file, (folder.bytes(file) ?? []) + Array(addition.utf8))
    case .write(let file, let bytes): folder.write(file, bytes)
    case .remove(let file): unlink(folder.path + "/" + file)
    case .link(let file, let target):
      let parent = file.split(separator: "/").dropLast().joined(separator: "/")
      mkdir(folder.path + "/" + parent, 0o755)
      symlink(target, folder.path + "/" + file)
    case .copyTheme(let word, let changed):
      let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
      for (file, bytes) in Folder(root).tree("themes/jianbao") {
        guard file == changed else {
          folder.write(file, bytes)
          continue
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(
          separator: "\n", omittingEmptySubsequences: false)
        folder.write(file, Array(lines.filter { !$0.hasPrefix(word) }.joined(separator: "\n").utf8))
      }
    }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
