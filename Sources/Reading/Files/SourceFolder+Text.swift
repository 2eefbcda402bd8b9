import Common
import YAML

extension SourceFolder {
  /// Reads a text file and checks that it is UTF-8; the bytes come without a byte order mark.
  ///
  /// - Returns: `nil` when findings say why not.
  package func readText(_ relative: String, limit: Int, findings: inout Findings) -> SourceFile? {
    guard var file = read(relative, limit: limit, findings: &findings),
      let start = TextDecoding.check(file.bytes, file: file.path, findings: &findings)
    else { return nil }
    file.bytes.removeFirst(start)
    return file
  }

  /// Reads a configuration file.
  ///
  /// - Returns: `nil` when findings say why not.
  package func readYAML(_ relative: String, findings: inout Findings) -> YAMLNode? {
    guard let file = readText(relative, limit: Limits.configuration, findings: &findings) else { return nil }
    var own = Findings()
    let node = YAMLParser.parse(file.bytes, file: file.path, findings: &own)
    if node == nil, !own.hasErrors { own.add(Diagnostic(.emptyFile, at: Location(file: file.path))) }
    findings.add(contentsOf: own)
    return node
  }
}
