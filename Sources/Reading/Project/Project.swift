import Common

/// A content folder, read and held against itself; tables and Markdown are named, not yet read.
package struct Project: Sendable {
  package var folder: SourceFolder
  package var site: SiteDeclaration
  package var tree: RegionTree
  /// In the byte order of their names.
  package var datasets: [DatasetDeclaration]
  /// The files of each dataset, by its index: relative paths in byte order.
  package var dataFiles: [[String]]
  /// In the byte order of their ids.
  package var indicators: [IndicatorDeclaration]
  package var indicatorNames: IndicatorNames
  /// Names of datasets and indicators that are declared with errors, and so are not among the above: who refers to one
  /// has made no further error.
  package var brokenNames: Set<String>
  /// `false` when a file of `indicators/` could not be read: an unknown name may stand in it.
  package var knowsAllNames: Bool
  /// Whether there is a `corrections.yaml`.
  package var hasCorrections: Bool
  /// Whether there is an `approvals.yaml`.
  package var hasApprovals = false
  /// In the byte order of their paths.
  package var markdown: [MarkdownFile]
  /// Pictures and other files that stand beside the Markdown, to be copied as they are.
  package var attachments: [String]
  /// What is copied as it is: relative paths below the content folder, `static/logo.svg`.
  package var staticFiles: [String]

  package func markdown(_ kind: MarkdownFile.Kind) -> [MarkdownFile] {
    markdown.filter { $0.kind == kind }
  }

  /// Reads a Markdown file, as UTF-8 without a byte order mark.
  ///
  /// - Returns: `nil` when findings say why not.
  package func read(_ file: MarkdownFile, findings: inout Findings) -> SourceFile? {
    folder.readText(file.path, limit: Limits.markdown, findings: &findings)
  }

  /// Reads a data file as it is.
  ///
  /// - Returns: `nil` when findings say why not.
  package func readData(_ path: String, findings: inout Findings) -> SourceFile? {
    folder.read(path, limit: Limits.data, findings: &findings)
  }
}
