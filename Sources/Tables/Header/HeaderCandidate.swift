/// Records read as a header: most often one, or an upper one over a lower one.
struct HeaderCandidate: Sendable {
  struct Heading: Sendable {
    /// From the top down, `应排查/户数`.
    var text: String
    /// The physical line of its lowest part.
    var line: Int
    /// The declared field it names.
    var field: Int?
  }

  /// Which of the table's records they are, from 0.
  var records: Range<Int>
  /// The physical line on which the last of them begins.
  var line: Int
  var headings: [Heading]
  /// The scanner found a fault in one of them.
  var isFaulty: Bool
  /// A merged cell reaches out of them: they are not the whole header.
  var cutsMergedCells: Bool

  /// How many declared fields it names.
  var score: Int { Set(headings.compactMap(\.field)).count }

  func names(_ fields: [Int]) -> Bool {
    let named = Set(headings.compactMap(\.field))
    return fields.allSatisfy { named.contains($0) }
  }
}
