import Reading

/// Puts right what can be put right without asking.
package enum Fixer {
  /// How often a text is gone over: one repair may uncover the next, `　　1.复工`.
  private static let rounds = 12

  /// The file's bytes with every safe repair made; `nil` when there is none.
  ///
  /// What comes out needs no further repair, and every byte that is not part of one is as it was.
  /// - Complexity: O(bytes), at most twelve times.
  package static func fixed(_ file: SourceFile) -> [UInt8]? {
    var current = file
    for _ in 0..<rounds {
      guard let edits = Linter(current)?.lint().edits, !edits.isEmpty else { break }
      current.bytes = apply(edits, to: current.bytes)
    }
    return current.bytes == file.bytes ? nil : current.bytes
  }

  /// Of edits that overlap the first is made; the other waits for the next round.
  private static func apply(_ edits: [SourceEdit], to bytes: [UInt8]) -> [UInt8] {
    let sorted = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 3)
    var at = 0
    for edit in sorted where edit.range.lowerBound >= at {
      result += bytes[at..<edit.range.lowerBound]
      result += edit.replacement
      at = edit.range.upperBound
    }
    return result + bytes[at...]
  }
}
