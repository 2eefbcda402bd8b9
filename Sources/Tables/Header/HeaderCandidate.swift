/// A record read as a header.
struct HeaderCandidate: Sendable {
  struct Heading: Sendable {
    var text: String
    /// The physical line on which it begins.
    var line: Int
    /// The declared field it names.
    var field: Int?
  }

  /// The physical line on which the record begins.
  var line: Int
  var headings: [Heading]

  /// How many declared fields it names.
  var score: Int { Set(headings.compactMap(\.field)).count }

  func names(_ fields: [Int]) -> Bool {
    let named = Set(headings.compactMap(\.field))
    return fields.allSatisfy { named.contains($0) }
  }
}
