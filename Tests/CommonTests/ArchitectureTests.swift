import Foundation
import Testing

/// Reads Package.swift's graph and the sources' imports, and holds them against each other.
@Suite struct ArchitectureTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// What the toolchain brings; everything else must be in the graph.
  private static let toolchain: Set<String> = ["Glibc", "Synchronization"]
  private static let cModules: [String: String] = [
    "CYaml": "YAML", "CCmark": "CommonMark", "CCrypto": "Digests",
    "CArchive": "Packing", "CXml": "XML",
    "CSpawn": "Processes",
  ]

  /// The rows of `graph` in Package.swift, in order.
  private static func graph() throws -> [(name: String, uses: [String])] {
    let text = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let start = try #require(text.range(of: "let graph:"))
    let end = try #require(text.range(of: "\n]", range: start.upperBound..<text.endIndex))
    let table = String(text[start.upperBound..<end.lowerBound])
    let row = try NSRegularExpression(pattern: #"\(\s*"(\w+)",\s*\[([^\]]*)\]\s*\)"#)
    return row.matches(in: table, range: NSRange(table.startIndex..., in: table)).compactMap { match in
      guard let name = Range(match.range(at: 1), in: table), let list = Range(match.range(at: 2), in: table)
      else {
        return nil
      }
      let uses = table[list].split { !($0.isLetter || $0.isNumber) }.map(String.init)
      return (String(table[name]), uses)
    }
  }

  private static func imports(of target: String) throws -> [(file: String, module: String)] {
    let folder = root.appendingPathComponent("Sources/\(target)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".swift")
    }
    return try files.sorted().flatMap { file in
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      return text.split(separator: "\n").compactMap { line -> (String, String)? in
        let words = line.split(separator: " ").map(String.init)
        guard let at = words.firstIndex(of: "import"), at < 2, words.count > at + 1, !line.hasPrefix("//")
        else {
          return nil
        }
        let modifiers: Set<String> = ["internal", "package", "public", "private", "fileprivate", "@testable"]
        guard words[..<at].allSatisfy(modifiers.contains) else { return nil }
        return (file, words[at + 1])
      }
    }
  }

  @Test func importsOnlyWhatTheGraphAllows() throws {
    let graph = try Self.graph()
    #expect(graph.count > 10)
    for row in graph {
      for (file, module) in try Self.imports(of: row.name) {
        let isAllowed = row.uses.contains(module) || Self.toolchain.contains(module)
        #expect(isAllowed, "Sources/\(row.name)/\(file) imports \(module)")
      }
    }
  }

  @Test func pointsInOneDirection() throws {
    var below: Set<String> = []
    let names = Set(try Self.graph().map(\.name))
    for row in try Self.graph() {
      for use in row.uses where names.contains(use) {
        #expect(below.contains(use), "\(row.name) uses \(use), which stands above it")
      }
      below.insert(row.name)
    }
  }

  @Test func keepsEachCLibraryBehindOneTarget() throws {
    for row in try Self.graph() {
      for (file, module) in try Self.imports(of: row.name) {
        if let owner = Self.cModules[module] { #expect(owner == row.name, "\(file) imports \(module)") }
      }
    }
  }

  @Test func coversEveryFolderOfSources() throws {
    let names = Set(try Self.graph().map(\.name)).union(Self.cModules.keys)
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("Sources").path)
    #expect(Set(folders) == names)
  }
}
