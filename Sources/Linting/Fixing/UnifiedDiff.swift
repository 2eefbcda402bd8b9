/// The difference of two texts as `diff -U1` prints it.
package enum UnifiedDiff {
  private enum Line {
    case same(String)
    case removed(String)
    case added(String)

    var isSame: Bool { if case .same = self { true } else { false } }
  }

  /// How far another line is looked for where the texts differ.
  private static let reach = 3
  private static let context = 1

  /// - Complexity: O(bytes): repairs change lines where they stand and add few.
  package static func text(path: String, old: [UInt8], new: [UInt8]) -> [String] {
    let all = compare(split(old), split(new))
    let name = shown(Array(path.utf8)[...])
    var result = ["--- " + name, "+++ " + name]
    var (before, after) = (1, 1)
    var index = 0
    while index < all.count {
      guard let change = all[index...].firstIndex(where: { !$0.isSame }) else { break }
      let start = max(index, change - context)
      before += start - index
      after += start - index
      var end = change
      while let next = all[end...].firstIndex(where: { !$0.isSame }), next - end <= 2 * context {
        end = next + 1
      }
      end = min(all.count, end + context)
      let hunk = all[start..<end]
      let removed = hunk.count { if case .added = $0 { false } else { true } }
      let added = hunk.count { if case .removed = $0 { false } else { true } }
      result.append("@@ -\(before),\(removed) +\(after),\(added) @@")
      for line in hunk {
        switch line {
        case .same(let text): result.append(" " + text)
        case .removed(let text): result.append("-" + text)
        case .added(let text): result.append("+" + text)
        }
      }
      before += removed
      after += added
      index = end
    }
    return result
  }

  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func compare(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    var result: [Line] = []
    var (removed, added): ([Line], [Line]) = ([], [])
    func flush() {
      result += removed + added
      (removed, added) = ([], [])
    }
    var (i, j) = (0, 0)
    while i < old.count, j < new.count {
      if old[i] == new[j] {
        flush()
        result.append(.same(shown(old[i])))
        (i, j) = (i + 1, j + 1)
        continue
      }
      if let step = (1...reach).first(where: { j + $0 < new.count && new[j + $0] == old[i] }) {
        added += new[j..<j + step].map { .added(shown($0)) }
        j += step
      } else {
        removed.append(.removed(shown(old[i])))
        added.append(.added(shown(new[j])))
        (i, j) = (i + 1, j + 1)
      }
    }
    removed += old[i...].map { .removed(shown($0)) }
    added += new[j...].map { .added(shown($0)) }
    flush()
    return result
  }

  /// Without a carriage return and other controls, which a terminal would obey.
  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      let isControl = (scalar.value < 0x20 && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
      let isHidden = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      result.unicodeScalars.append(isControl || isHidden ? "\u{FFFD}" : scalar)
    }
  }
}
