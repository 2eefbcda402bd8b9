import Common

/// The files of a content folder, by what they are for.
struct ContentListing {
  private static let files = [
    "site.yaml", "regions.csv", "corrections.yaml", "approvals.yaml", "privacy.yaml",
  ]
  private static let folders = [
    "datasets", "data", "indicators", "dashboards", "bulletins", "stories", "pages", "static",
  ]

  /// Relative paths in byte order.
  let all: [String]
  let folder: SourceFolder

  init(_ files: [String], folder: SourceFolder) {
    all = files
    self.folder = folder
  }

  func below(_ name: String) -> [String] {
    all.filter { $0.hasPrefix(name + "/") }
  }

  var markdown: [MarkdownFile] {
    all.compactMap { path in
      guard path.hasSuffix(".md"), let kind = kind(of: path) else { return nil }
      let name = path.dropFirst(kind.rawValue.utf8.count + 1).dropLast(3)
      return MarkdownFile(kind: kind, path: path, name: String(name))
    }
  }

  var attachments: [String] {
    all.filter { !$0.hasSuffix(".md") && kind(of: $0) != nil }
  }

  private func kind(of path: String) -> MarkdownFile.Kind? {
    MarkdownFile.Kind.allCases.first { path.hasPrefix($0.rawValue + "/") }
  }

  /// Warns of names that look like a slip for one that is read: `dataset/` would be passed over in silence.
  func reportStrangers(findings: inout Findings) {
    var seen: Set<String> = []
    for path in all {
      let isInFolder = path.contains("/")
      let name = String(path.prefix { $0 != "/" })
      let known = isInFolder ? Self.folders : Self.files
      guard !known.contains(name), seen.insert(name).inserted else { continue }
      let near = NearestNames.find(name, in: known, limit: 1)
      guard let nearest = near.first else { continue }
      findings.add(
        Diagnostic(
          .unexpectedFile, .warning, at: Location(file: folder.display(name)),
          ["wanted": isInFolder ? nearest + "/" : nearest]))
    }
  }

  /// The files of each dataset. A file of `data/` that none reads is a warning.
  func dataFiles(of reading: DatasetDeclaration.Reading, findings: inout Findings) -> [[String]] {
    var unread = Set(below("data"))
    var result: [[String]] = []
    for dataset in reading.datasets {
      guard let pattern = dataset.files else {
        result.append([])
        continue
      }
      let glob = Glob(pattern)
      let recorded = all.filter { $0.hasPrefix(RecordedData.folder(of: dataset)) }
      let files = recorded.isEmpty ? all.filter { glob.matches($0) } : recorded
      unread.subtract(files)
      result.append(files)
    }
    // Whose files these are is not known while a declaration is broken.
    for file in unread.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where reading.broken.isEmpty
    {
      findings.add(Diagnostic(.fileOfNoDataset, .warning, at: Location(file: folder.display(file))))
    }
    return result
  }
}
