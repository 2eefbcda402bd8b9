import Common

/// Makes the tree of the rows of `regions.csv`: parents, cycles, levels, preorder.
struct RegionTreeBuilder {
  private let rows: [RegionRow]
  private let columns: RegionColumns
  private let file: String
  private let byCode: [String: [Int]]
  private var parents: [Int?]
  /// Rows of which it is not known below which row of a parent they stand.
  private var unclear: Set<Int> = []
  /// By row: the rows it took over from.
  private var predecessors: [[Int]]

  init(rows: [RegionRow], columns: RegionColumns, file: String) {
    self.rows = rows
    self.columns = columns
    self.file = file
    byCode = Dictionary(grouping: rows.indices) { rows[$0].code }
    parents = Array(repeating: nil, count: rows.count)
    predecessors = Array(repeating: [], count: rows.count)
  }

  mutating func build(
    levels: [RegionLevel]?, base: [SiteDeclaration.BaseColumnDeclaration], findings: inout Findings
  ) -> RegionTree {
    checkCodes(findings: &findings)
    findParents(findings: &findings)
    let cyclic = cutCycles(findings: &findings)
    if let levels { checkLevels(levels, except: cyclic, findings: &findings) }
    predecessors = RegionSuccession(
      rows: rows, byCode: byCode, columns: columns, levels: levels ?? [], file: file
    ).predecessors(findings: &findings)
    checkEnds(findings: &findings)
    return assemble(levels: levels ?? [RegionLevel(id: "", title: "")], base: base)
  }

  /// A code may stand twice only for different times.
  private func checkCodes(findings: inout Findings) {
    for row in rows.indices {
      guard let same = byCode[rows[row].code],
        let other = same.first(where: { $0 < row && rows[$0].overlaps(rows[row]) })
      else { continue }
      findings.add(
        Diagnostic(
          .codeTwice, at: location(row, columns.code),
          ["code": rows[row].code, "line": String(rows[other].line)]))
    }
  }

  private mutating func findParents(findings: inout Findings) {
    for row in rows.indices {
      guard let code = rows[row].parentCode else { continue }
      guard let candidates = byCode[code] else {
        let near = rows.codes(nearest: code)
        findings.add(
          Diagnostic(.unknownParent, at: location(row, columns.parent), ["found": code], suggestions: near))
        continue
      }
      let valid = candidates.count == 1 ? candidates : candidates.filter { rows[$0].overlaps(rows[row]) }
      parents[row] = valid.first ?? candidates.first
      if valid.count != 1 {
        unclear.insert(row)
        findings.add(
          Diagnostic(
            .parentUnclear, at: location(row, columns.parent),
            ["found": code, "lines": candidates.map { String(rows[$0].line) }.joined(separator: "、")]))
      }
    }
  }

  /// Takes the parent from the first row of every cycle.
  ///
  /// - Returns: the rows of the cycles.
  private mutating func cutCycles(findings: inout Findings) -> Set<Int> {
    var cyclic: Set<Int> = []
    var isSafe = Array(repeating: false, count: rows.count)
    for row in rows.indices where !isSafe[row] {
      var path: [Int] = []
      var seen: Set<Int> = []
      var at: Int? = row
      while let current = at, !isSafe[current], seen.insert(current).inserted {
        path.append(current)
        at = parents[current]
      }
      if let start = at, !isSafe[start], let first = path.firstIndex(of: start) {
        let cycle = path[first...]
        let head = cycle.min() ?? start
        let names = (cycle + [start]).map { rows[$0].name }.joined(separator: " → ")
        findings.add(Diagnostic(.parentCycle, at: location(head, columns.parent), ["cycle": names]))
        cyclic.formUnion(cycle)
        parents[head] = nil
      }
      for passed in path { isSafe[passed] = true }
    }
    return cyclic
  }

  private func checkLevels(_ levels: [RegionLevel], except cyclic: Set<Int>, findings: inout Findings) {
    for row in rows.indices where !cyclic.contains(row) {
      guard let parent = parents[row], let level = rows[row].level, let above = rows[parent].level,
        level <= above
      else { continue }
      findings.add(
        Diagnostic(
          .levelNotBelowParent, at: location(row, columns.level),
          ["found": levels[level].title, "parent": rows[parent].name, "level": levels[above].title]))
    }
  }

  /// Below a unit that has ended, or has not begun, nothing may stand: its totals would go on without it.
  private func checkEnds(findings: inout Findings) {
    var outliving: [Int: [Int]] = [:]
    for row in rows.indices {
      guard let parent = parents[row], !unclear.contains(row), !rows[parent].covers(rows[row]) else {
        continue
      }
      outliving[parent, default: []].append(row)
    }
    for (parent, children) in outliving.sorted(by: { $0.value[0] < $1.value[0] }) {
      findings.add(
        Diagnostic(
          .outlivesParent, .warning, at: location(children[0], columns.parent),
          [
            "parent": rows[parent].name, "period": rows[parent].period, "count": String(children.count),
            "places": children.prefix(3).map { rows[$0].name }.joined(separator: "、"),
          ]))
    }
  }

  private func assemble(levels: [RegionLevel], base: [SiteDeclaration.BaseColumnDeclaration]) -> RegionTree {
    var children: [[Int]] = Array(repeating: [], count: rows.count)
    var tops: [Int] = []
    for row in rows.indices {
      if let parent = parents[row] { children[parent].append(row) } else { tops.append(row) }
    }
    var order: [Int] = []
    var places = Array(repeating: 0, count: rows.count)
    var stack = Array(tops.reversed())
    while let row = stack.popLast() {
      places[row] = order.count
      order.append(row)
      stack.append(contentsOf: children[row].reversed())
    }
    var ends = order.indices.map { $0 + 1 }
    for place in order.indices.reversed() {
      guard let parent = parents[order[place]] else { continue }
      ends[places[parent]] = max(ends[places[parent]], ends[place])
    }
    var regions: [Region] = []
    regions.reserveCapacity(order.count)
    for place in order.indices {
      let row = rows[order[place]]
      let parent = parents[order[place]].map { places[$0] }
      // Where the level is not known, a finding has said so.
      let level = row.level ?? min(parent.map { regions[$0].level + 1 } ?? 0, levels.count - 1)
      regions.append(
        Region(
          code: row.code, name: row.name, aliases: row.aliases, parent: parent.map { RegionIndex($0) },
          level: level,
          validFrom: row.validFrom, validTo: row.validTo,
          predecessors: predecessors[order[place]].map { RegionIndex(places[$0]) },
          subtreeEnd: RegionIndex(ends[place]),
          location: Location(file: file, line: row.line, column: 1)))
    }
    let columns = base.indices.map { index in
      BaseColumn(
        name: base[index].name, title: base[index].title, unit: base[index].unit,
        amounts: order.map { rows[$0].amounts[index] })
    }
    return RegionTree(levels: levels, regions: regions, base: columns)
  }

  private func location(_ row: Int, _ column: Int) -> Location {
    Location(file: file, line: rows[row].line, column: column + 1)
  }
}
