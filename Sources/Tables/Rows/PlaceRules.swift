import Common
import Reading

/// Where the rows of places count that are no units of the dataset, and how often that was asked.
struct PlaceRules: Sendable {
  struct Use: Sendable {
    var rows = 0
    var first: Location?
  }

  let rules: [PlaceRule]
  /// By rule: what its place is looked up by; `nil` where its rows are left out.
  let targets: [[UInt8]?]
  private(set) var uses: [Use]
  /// By code: the rules' own texts, the parts of a path separated as in ``PlaceLookup``.
  private var texts = ByteDictionary()
  /// The paths that rules were found for: each is a source of rows of its own.
  private var origins = ByteDictionary()

  init(_ rules: [PlaceRule]) {
    self.rules = rules
    targets = rules.map { $0.place.map { Array($0.utf8) } }
    uses = Array(repeating: Use(), count: rules.count)
    for rule in rules {
      let text = rule.text.utf8.map { $0 == 0x2F ? PlaceLookup.pathSeparator : $0 }
      _ = text.withUnsafeBufferPointer { texts.code(for: $0) }
    }
  }

  /// A rule, and how many texts of a path it names.
  struct Match {
    var rule: Int
    var depth: Int
  }

  /// The rule for a path, or else for as much of its lower end as one names.
  func match(_ path: [UInt8]) -> Match? {
    guard !rules.isEmpty, !path.isEmpty else { return nil }
    return path.withUnsafeBufferPointer { whole in
      var start = 0
      var depth = whole.count { $0 == PlaceLookup.pathSeparator } + 1
      while true {
        let part = UnsafeBufferPointer(rebasing: whole[start...])
        if let code = texts.find(part) { return Match(rule: Int(code), depth: depth) }
        guard let next = part.firstIndex(of: PlaceLookup.pathSeparator) else { return nil }
        start += next + 1
        depth -= 1
      }
    }
  }

  mutating func use(_ rule: Int, at location: Location) {
    if uses[rule].first == nil { uses[rule].first = location }
    uses[rule].rows += 1
  }

  /// A number for the path's rows, from 1: they are others than those of the place where they count.
  mutating func origin(of path: [UInt8]) -> Int32 {
    path.withUnsafeBufferPointer { origins.code(for: $0) } + 1
  }

  /// What the rules did: rows that count elsewhere, rows left out, and rules for which there was no row.
  func report(findings: inout Findings) {
    for (rule, use) in zip(rules, uses) {
      guard let first = use.first else {
        findings.add(Diagnostic(.placeRuleUnused, .remark, at: rule.location, ["place": rule.text]))
        continue
      }
      if let place = rule.place {
        findings.add(
          Diagnostic(
            .rowsCountElsewhere, .remark, at: first,
            ["found": rule.text, "place": place, "rows": String(use.rows)]))
      } else {
        findings.add(
          Diagnostic(
            .rowsLeftOut, .remark, at: first, ["found": rule.text, "rows": String(use.rows)]))
      }
    }
  }
}
