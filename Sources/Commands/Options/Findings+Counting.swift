import Common

/// Each finding counts once, as it is shown.
extension Findings {
  func hasErrors(strict: Bool) -> Bool {
    hasErrors || (strict && count(.warning) > 0)
  }

  func errorCount(strict: Bool) -> Int {
    number(of: .error) + (strict ? number(of: .warning) : 0)
  }

  func number(of severity: Severity) -> Int {
    sorted().count { $0.severity == severity }
  }
}
