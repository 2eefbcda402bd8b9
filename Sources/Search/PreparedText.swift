/// A text folded, with the way back: for each scalar of the text where its folded form begins.
struct PreparedText {
  private(set) var scalars: [Unicode.Scalar] = []
  private(set) var folded: [Unicode.Scalar] = []
  private var starts: [Int] = []

  /// White space is one blank, or one line feed where lines end; there is none at the ends.
  init(_ text: String, folding: Folding) {
    var gap: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.properties.isWhitespace {
        gap = gap == "\n" || scalar == "\n" ? "\n" : " "
        continue
      }
      if let gap, !scalars.isEmpty { add(gap, folding) }
      gap = nil
      add(scalar, folding)
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ folding: Folding) {
    starts.append(folded.count)
    scalars.append(scalar)
    folding.fold(scalar, into: &folded)
  }

  /// How many pieces of a length the text has; an empty one has one.
  func chunks(of length: Int) -> Int { max(1, (folded.count + length - 1) / length) }

  /// What is shown of a piece.
  func chunk(_ number: Int, sizes: SearchSizes) -> String {
    let from = first(at: number * sizes.chunk - sizes.before)
    let to = first(at: (number + 1) * sizes.chunk + sizes.after)
    return String(String.UnicodeScalarView(scalars[from..<to]))
  }

  /// The first scalar whose folded form begins at an offset or later.
  ///
  /// - Complexity: O(log n).
  private func first(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
