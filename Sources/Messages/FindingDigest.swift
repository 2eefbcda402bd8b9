import Common

/// What of many findings is shown to a person: of those with the same words the first, of those of one rule the first,
/// and how many more there are. A wrong column in a hundred files must not bury what else is wrong.
struct FindingDigest {
  /// How many findings with the same words are shown.
  static let mostAlike = 10
  /// How many findings of one rule.
  static let mostOfRule = 60

  struct Entry {
    var diagnostic: Diagnostic
    /// With the same words, and not shown: how many, and the last of them. Of the last that is shown only.
    var more: (count: Int, last: Location?)?
  }

  struct Rest {
    var rule: Rule
    var severity: Severity
    var count: Int
  }

  private struct Words: Hashable {
    var rule: Rule
    var severity: Severity
    var says: String
  }

  private struct Kind: Hashable {
    var rule: Rule
    var severity: Severity
  }

  private(set) var entries: [Entry] = []
  /// By rule, in the order in which they were met: findings that are counted only.
  private(set) var rest: [Rest] = []

  /// - Parameter says: a finding's words.
  /// - Complexity: O(n).
  init(_ diagnostics: [Diagnostic], says: (Diagnostic) -> String) {
    var alike: [Words: (shown: Int, last: Int)] = [:]
    var shownOfRule: [Kind: Int] = [:]
    var restOfRule: [Kind: Int] = [:]
    for diagnostic in diagnostics {
      let kind = Kind(rule: diagnostic.rule, severity: diagnostic.severity)
      let words = Words(rule: diagnostic.rule, severity: diagnostic.severity, says: says(diagnostic))
      let known = alike[words]
      if let known, known.shown >= Self.mostAlike {
        let count = entries[known.last].more?.count ?? 0
        entries[known.last].more = (count + 1, diagnostic.location)
      } else if shownOfRule[kind, default: 0] >= Self.mostOfRule {
        let index = restOfRule[kind] ?? rest.count
        if restOfRule.updateValue(index, forKey: kind) == nil {
          rest.append(Rest(rule: kind.rule, severity: kind.severity, count: 0))
        }
        rest[index].count += 1
      } else {
        shownOfRule[kind, default: 0] += 1
        alike[words] = ((known?.shown ?? 0) + 1, entries.count)
        entries.append(Entry(diagnostic: diagnostic))
      }
    }
  }
}
