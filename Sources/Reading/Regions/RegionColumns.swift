import Common

/// Where the columns of `regions.csv` stand.
struct RegionColumns {
  private static let names: [(name: String, chinese: String, isRequired: Bool)] = [
    ("code", "代码", true), ("name", "名称", true), ("parent", "上级", true), ("level", "级别", true),
    ("aliases", "别名", false), ("valid_from", "启用日期", false), ("valid_to", "停用日期", false),
    ("replaces", "取代", false),
  ]

  var count: Int
  /// In the order of ``names``; `nil` where an optional column is not there.
  private var positions: [Int?]
  /// By declared base column.
  var base: [Int?]

  var code: Int { positions[0] ?? 0 }
  var name: Int { positions[1] ?? 0 }
  var parent: Int { positions[2] ?? 0 }
  var level: Int { positions[3] ?? 0 }
  var aliases: Int? { positions[4] }
  var validFrom: Int? { positions[5] }
  var validTo: Int? { positions[6] }
  var replaces: Int? { positions[7] }

  /// Finds the columns in the header.
  ///
  /// - Returns: `nil` and findings when one that must be there is not.
  init?(
    header: [String], line: Int, base: [SiteDeclaration.BaseColumnDeclaration]?, file: String,
    findings: inout Findings
  ) {
    let declared = base ?? []
    let headings = header.map(PlainText.folded)
    count = header.count
    var taken: Set<Int> = []
    func position(_ names: [String]) -> Int? {
      let found = headings.indices.filter { names.contains(headings[$0]) }
      for again in found.dropFirst() {
        findings.add(
          Diagnostic(
            .columnTwice, at: Location(file: file, line: line, column: again + 1), ["column": headings[again]]
          ))
      }
      taken.formUnion(found)
      return found.first
    }
    positions = Self.names.map { position([$0.name, $0.chinese]) }
    self.base = declared.map { position([$0.name, $0.title]) }

    let strangers = headings.indices.filter { !taken.contains($0) }
    let missing =
      zip(Self.names, positions).filter { $0.isRequired && $1 == nil }.map(\.0.name)
      + zip(declared, self.base).filter { $1 == nil }.map(\.0.name)
    for name in missing {
      findings.add(
        Diagnostic(
          .missingColumn, at: Location(file: file, line: line, column: 1), ["column": name],
          suggestions: NearestNames.find(name, in: strangers.map { headings[$0] })))
    }
    let known = Self.names.map(\.name) + declared.flatMap { [$0.name, $0.title] }
    for at in strangers where base != nil {
      findings.add(
        Diagnostic(
          .unknownColumn, .warning, at: Location(file: file, line: line, column: at + 1),
          ["column": headings[at]],
          suggestions: NearestNames.find(headings[at], in: known)))
    }
    if positions.prefix(4).contains(where: { $0 == nil }) { return nil }
  }
}
