import Common

/// Which rows of `regions.csv` took over from which: `replaces`, and the same code again from the day after its end.
struct RegionSuccession {
  let rows: [RegionRow]
  let byCode: [String: [Int]]
  let columns: RegionColumns
  let levels: [RegionLevel]
  let file: String

  /// By row, in the order written; what is wrong is a finding and left out.
  func predecessors(findings: inout Findings) -> [[Int]] {
    let declared = rows.indices.map { replaced(by: $0, findings: &findings) }
    let cyclic = reportCycles(declared, findings: &findings)
    return rows.indices.map { row in
      var result = declared[row].filter {
        !(cyclic.contains(row) && cyclic.contains($0)) && mayFollow(row, $0, findings: &findings)
      }
      if let own = continued(row), !result.contains(own) { result.insert(own, at: 0) }
      return result
    }
  }

  /// The rows of the codes that it names, each once.
  private func replaced(by row: Int, findings: inout Findings) -> [Int] {
    var result: [Int] = []
    for code in rows[row].replaces {
      guard let candidates = byCode[code] else {
        findings.add(
          Diagnostic(
            .replacesUnknownCode, at: location(row), ["found": code],
            suggestions: rows.codes(nearest: code)))
        continue
      }
      let found = candidates.count == 1 ? candidates[0] : last(of: candidates, before: row)
      if let found, !result.contains(found) { result.append(found) }
    }
    return result
  }

  /// Of the rows of one code the last that ended before the row began; else the first other one.
  private func last(of candidates: [Int], before row: Int) -> Int? {
    let ended = candidates.filter { other in
      guard other != row, let to = rows[other].validTo, let from = rows[row].validFrom else { return false }
      return to < from
    }
    return ended.max { (rows[$0].validTo?.dayNumber ?? 0) < (rows[$1].validTo?.dayNumber ?? 0) }
      ?? candidates.first { $0 != row } ?? candidates.first
  }

  /// The row of the same code and level that ended the day before this one began.
  private func continued(_ row: Int) -> Int? {
    guard let from = rows[row].validFrom else { return nil }
    return byCode[rows[row].code]?.first { other in
      rows[other].level == rows[row].level && rows[other].validTo.map { $0.adding(days: 1) == from } ?? false
    }
  }

  private func mayFollow(_ row: Int, _ other: Int, findings: inout Findings) -> Bool {
    let place = location(row)
    let (name, old, line) = (rows[row].name, rows[other].name, String(rows[other].line))
    guard let from = rows[row].validFrom else {
      findings.add(Diagnostic(.replacesNeedsStart, at: place, ["name": name]))
      return false
    }
    guard let to = rows[other].validTo else {
      findings.add(Diagnostic(.replacedNeedsEnd, at: place, ["name": name, "other": old, "line": line]))
      return false
    }
    guard to < from else {
      findings.add(
        Diagnostic(
          .replacesOverlap, at: place,
          ["name": name, "other": old, "line": line, "from": "\(from)", "to": "\(to)"]))
      return false
    }
    if let level = rows[row].level, let found = rows[other].level, level != found {
      findings.add(
        Diagnostic(
          .replacesOtherLevel, at: place,
          [
            "name": name, "other": old, "line": line, "level": levels[level].title,
            "found": levels[found].title,
          ]))
      return false
    }
    let days = Int(from.dayNumber - to.dayNumber) - 1
    if days > 0 {
      findings.add(
        Diagnostic(
          .replacesGap, .warning, at: place,
          [
            "name": name, "other": old, "line": line, "from": "\(from)", "to": "\(to)", "days": String(days),
          ]))
    }
    return true
  }

  /// One finding for each circle, at its first row.
  ///
  /// - Returns: the rows that stand in one.
  private func reportCycles(_ declared: [[Int]], findings: inout Findings) -> Set<Int> {
    var cyclic: Set<Int> = []
    for row in rows.indices where !cyclic.contains(row) {
      guard let path = path(from: row, back: row, declared) else { continue }
      cyclic.formUnion(path)
      let names = (path + [row]).map { rows[$0].name }.joined(separator: " → ")
      findings.add(Diagnostic(.replacesCycle, at: location(row), ["cycle": names]))
    }
    return cyclic
  }

  /// The rows from one over what it replaces back to itself; `nil` where no way leads back.
  private func path(from start: Int, back goal: Int, _ declared: [[Int]]) -> [Int]? {
    guard !declared[start].isEmpty else { return nil }
    var cameFrom: [Int: Int] = [:]
    var queue = [start]
    var next = 0
    while next < queue.count {
      let at = queue[next]
      next += 1
      for other in declared[at] {
        if other == goal {
          var path = [at]
          while path[0] != start, let before = cameFrom[path[0]] { path.insert(before, at: 0) }
          return path
        }
        if cameFrom[other] == nil {
          cameFrom[other] = at
          queue.append(other)
        }
      }
    }
    return nil
  }

  private func location(_ row: Int) -> Location {
    Location(file: file, line: rows[row].line, column: (columns.replaces ?? columns.code) + 1)
  }
}
