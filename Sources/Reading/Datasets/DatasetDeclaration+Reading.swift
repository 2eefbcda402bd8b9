import Common

extension DatasetDeclaration {
  /// The datasets of a content folder.
  package struct Reading: Sendable {
    /// In the byte order of their names.
    package var datasets: [DatasetDeclaration] = []
    /// Names of those that have errors and are left out: to refer to one is no further error.
    package var broken: Set<String> = []

    package init() {}
  }

  /// Reads `datasets/*.yaml`.
  ///
  /// - Parameters:
  ///   - files: relative paths below `datasets/`.
  ///   - levels: `nil` when they are not known; they are then not checked.
  ///   - tree: `nil` when it is not known.
  package static func read(
    _ files: [String], in folder: SourceFolder, levels: [RegionLevel]?, tree: RegionTree?,
    findings: inout Findings
  ) -> Reading {
    var result = Reading()
    let context = DatasetContext(levels: levels, tree: tree)
    for file in files {
      guard let name = ConfigurationName.of(file, below: "datasets", in: folder, findings: &findings) else {
        continue
      }
      let node = folder.readYAML(file, findings: &findings)
      let reader = DatasetReader(context: context, fileName: name)
      if let dataset = node.flatMap({ reader.read($0, findings: &findings) }) {
        result.datasets.append(dataset)
      } else {
        result.broken.insert(name)
      }
    }
    result.datasets.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    result.datasets = ReferenceCheck(datasets: result.datasets, broken: result.broken).checked(
      findings: &findings)
    return result
  }
}

/// The name a configuration file gives to what it declares.
enum ConfigurationName {
  /// `screening` for `datasets/screening.yaml`; a file of another kind or in a further folder is a warning.
  static func of(_ path: String, below: String, in folder: SourceFolder, findings: inout Findings) -> String?
  {
    let name = path.dropFirst(below.utf8.count + 1)
    if name.hasSuffix(".yaml"), !name.contains("/"), name.count > 5 { return String(name.dropLast(5)) }
    findings.add(
      Diagnostic(
        .unexpectedFile, .warning, at: Location(file: folder.display(path)), ["wanted": "\(below)/*.yaml"]))
    return nil
  }
}
