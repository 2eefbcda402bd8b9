/// The findings of a run, in the order they were made.
package struct Findings: Sendable {
  package private(set) var items: [Diagnostic] = []

  package init() {}

  package mutating func add(_ diagnostic: Diagnostic) {
    items.append(diagnostic)
  }

  package mutating func add(contentsOf other: Findings) {
    items.append(contentsOf: other.items)
  }

  package func count(_ severity: Severity) -> Int {
    items.reduce(0) { $0 + ($1.severity == severity ? 1 : 0) }
  }

  package var hasErrors: Bool {
    items.contains { $0.severity == .error }
  }

  /// By place, then rule; findings without a place come first. Each finding once.
  ///
  /// - Complexity: O(n log n).
  package func sorted() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return items.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      switch (left.element.location, right.element.location) {
      case (nil, nil): left.offset < right.offset
      case (nil, _): true
      case (_, nil): false
      case (let l?, let r?):
        l == r ? left.offset < right.offset : l < r
      }
    }.map(\.element)
  }
}
