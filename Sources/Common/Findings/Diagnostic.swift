/// The identifier of a rule that content, data or configuration can break, `table.unknown-place`.
///
/// Each module declares its rules as static members in a file `Rule+<Module>.swift`; what a rule says
/// in Chinese and English stands in `Sources/Messages/strings`, under the same identifier.
package struct Rule: Hashable, Sendable, CustomStringConvertible {
  package let id: String

  package init(_ id: String) {
    self.id = id
  }

  package var description: String { id }
}

/// How bad a finding is.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  /// Worth knowing; never changes the exit status.
  case remark
  /// Probably not meant; the build goes on. `--strict` makes it an error.
  case warning
  /// Nothing is published.
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .remark: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One finding: a rule, where it was broken, and what was found there.
///
/// It carries values, not prose: the words are chosen by language when it is printed.
package struct Diagnostic: Hashable, Sendable {
  /// A value that fills `{name}` in the rule's message.
  package struct Argument: Hashable, Sendable {
    package var name: String
    package var value: String
    /// Another program's own words: shown at length, where other values are cut to a glance.
    package var isLong: Bool

    package init(name: String, value: String, isLong: Bool = false) {
      self.name = name
      self.value = value
      self.isLong = isLong
    }
  }

  package var rule: Rule
  package var severity: Severity
  package var location: Location?
  /// In the order given; each name occurs once.
  package var arguments: [Argument]
  /// What the writer may have meant, nearest first.
  package var suggestions: [String]
  /// All that it concerns, where it is more than one: the units that have not reported.
  package var names: [String] = []

  package init(
    _ rule: Rule, _ severity: Severity = .error, at location: Location?,
    _ arguments: KeyValuePairs<String, String> = [:], suggestions: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.location = location
    self.arguments = arguments.map { Argument(name: $0.key, value: $0.value) }
    self.suggestions = suggestions
  }
}
