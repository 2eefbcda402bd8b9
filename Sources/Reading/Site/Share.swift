import Common
import YAML

extension YAMLMapping {
  /// `reporting: {at_least: 90%}`, a share from 0 to 1.
  mutating func reportingAtLeast() -> Rational? {
    guard var reporting = mapping("reporting") else { return nil }
    let share = reporting.percentOrDecimal("at_least", required: true)?.value
    let isShare = share.map { $0.sign >= 0 && $0 <= Rational(1) } ?? true
    if let share, !isShare {
      reporting.findings.add(
        Diagnostic(.shareOutOfRange, at: reporting.location(of: "at_least"), ["found": share.plainDecimal()]))
    }
    reporting.finish(findings: &findings)
    return isShare ? share : nil
  }
}

/// What names may look like where they become part of `dataset.field`, an address or a file name.
enum Identifier {
  /// Letters of any script, digits, `_` and `-`.
  static func isValid(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0 == "_" || $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType == .decimal
      }
  }

  /// Reports a name that is none.
  ///
  /// - Returns: whether it is one.
  static func check(_ text: String, at location: Location, findings: inout Findings) -> Bool {
    if isValid(text) { return true }
    findings.add(Diagnostic(.badIdentifier, at: location, ["found": text]))
    return false
  }
}
