/// Runs of `*` paired as CommonMark pairs them, Chinese neighbours read as tats-u/markdown-cjk-friendly has it.
struct EmphasisRuns {
  struct Run {
    var start: Int
    var end: Int
    /// How many of its asterisks have found no partner.
    var left: Int
    var opens: Bool
    var closes: Bool

    var count: Int { end - start }
    var isWhole: Bool { left == count }
  }

  /// Runs of two or three asterisks that are bold on one side only, or not at all; in order.
  private(set) var unmatched: [Run] = []

  /// - Complexity: O(characters).
  init(_ prose: Prose) {
    var runs = Self.runs(prose)
    // Indices of runs that may still open, by their length's remainder: CommonMark's rule of three.
    var stack: [Int] = []
    var bottoms: [Int: Int] = [:]
    for number in runs.indices {
      if runs[number].closes {
        let key = runs[number].count % 3 * 2 + (runs[number].opens ? 1 : 0)
        while runs[number].left > 0 {
          let bottom = bottoms[key, default: 0]
          guard
            let at = stack.indices.reversed().first(where: {
              stack[$0] >= bottom && Self.pairs(runs[stack[$0]], runs[number])
            })
          else {
            bottoms[key] = number
            break
          }
          stack.removeSubrange((at + 1)...)
          let used = min(2, runs[stack[at]].left, runs[number].left)
          runs[stack[at]].left -= used
          runs[number].left -= used
          if runs[stack[at]].left == 0 { stack.removeLast() }
        }
      }
      if runs[number].opens, runs[number].left > 0 { stack.append(number) }
    }
    unmatched = runs.filter { $0.left > 0 && (2...3).contains($0.count) }
  }

  private static func pairs(_ open: Run, _ close: Run) -> Bool {
    guard open.closes || close.opens else { return true }
    return (open.count + close.count) % 3 != 0 || (open.count % 3 == 0 && close.count % 3 == 0)
  }

  private static func runs(_ prose: Prose) -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < prose.scalars.count {
      guard prose.text(index) == "*" else {
        index += 1
        continue
      }
      var end = index
      while prose.text(end) == "*" { end += 1 }
      let before = index > 0 ? prose.scalars[index - 1] : " "
      let after = end < prose.scalars.count ? prose.scalars[end] : " "
      runs.append(
        Run(
          start: index, end: end, left: end - index, opens: flanks(after, from: before),
          closes: flanks(before, from: after)))
      index = end
    }
    return runs
  }

  /// Whether a run leans to `inner`, with `outer` on its other side.
  private static func flanks(_ inner: Unicode.Scalar, from outer: Unicode.Scalar) -> Bool {
    if Characters.isSpace(inner) { return false }
    guard Characters.isPunctuation(inner) else { return true }
    return Characters.isSpace(outer) || Characters.isPunctuation(outer) || Characters.isHan(outer)
      || Characters.isChinesePunctuation(inner)
  }
}
