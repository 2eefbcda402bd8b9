import Common

@testable import YAML

/// Parses text as `a.yaml`.
func parse(
  _ text: String, firstLine: Int = 1, limits: YAMLLimits = .standard, into findings: inout Findings
) -> YAMLNode? {
  YAMLParser.parse(
    Array(text.utf8), file: "a.yaml", firstLine: firstLine, limits: limits, findings: &findings)
}

/// `rule line:column name=value …` of each finding.
func lines(_ findings: Findings) -> [String] {
  findings.items.map { finding in
    var place = ""
    if case .text(let line, let column)? = finding.location?.position { place = " \(line):\(column)" }
    return finding.rule.id + place + finding.arguments.map { " \($0.name)=\($0.value)" }.joined()
  }
}

/// What is found in the text.
func findings(_ text: String, firstLine: Int = 1, limits: YAMLLimits = .standard) -> [String] {
  var found = Findings()
  let node = parse(text, firstLine: firstLine, limits: limits, into: &found)
  return (node == nil ? [] : ["parsed"]) + lines(found)
}
