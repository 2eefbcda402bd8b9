import Common

/// A folder that is read: the content, or a theme.
///
/// Paths inside it are relative with `/`; findings name them as the user would type them, below ``path``.
package struct SourceFolder: Sendable {
  /// As the user gave it, `content`; without a slash at its end.
  package let path: String

  package init(path: String) {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    self.path = trimmed.isEmpty ? "." : trimmed
  }

  /// The path of a file as findings name it: `content/site.yaml`.
  package func display(_ relative: String) -> String {
    if relative.isEmpty { return path }
    return path == "." ? relative : path == "/" ? "/" + relative : path + "/" + relative
  }

  /// Reads a file whole.
  ///
  /// - Parameters:
  ///   - relative: below the folder, `regions.csv`.
  ///   - limit: the most bytes it may have.
  /// - Returns: `nil` when a finding says why it cannot be read.
  package func read(_ relative: String, limit: Int, findings: inout Findings) -> SourceFile? {
    let path = display(relative)
    do throws(FileTrouble) {
      return SourceFile(path: path, bytes: try FileBytes.read(path, limit: limit))
    } catch {
      findings.add(error.diagnostic(path: path, limit: limit))
      return nil
    }
  }
}
