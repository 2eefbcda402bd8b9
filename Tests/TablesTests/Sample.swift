import Common
import Reading

@testable import Tables

/// A small tree, a site and a dataset, and what reading CSV into them gives.
struct Sample {
  struct Outcome {
    var table: Table?
    var findings: [Diagnostic]

    /// `error tables.unknown-place data/a.csv:3:1`, by place.
    var said: [String] {
      findings.map { "\($0.severity.rawValue) \($0.rule) \($0.location?.description ?? "-")" }
    }
  }

  static let here = Location(file: "datasets/screening.yaml", line: 1, column: 1)

  var fields: [FieldDeclaration] = [
    Sample.field("community", "社区", .region, aliases: ["社区名称", "所属社区"]),
    Sample.field("date", "日期", .date),
    Sample.field("due", "应排查户数", .integer, aliases: ["应排查（户）"], required: true, minimum: 0),
    Sample.field("done", "已排查户数", .integer, minimum: 0),
  ]
  var name = "screening"
  var foreignKeys: [ForeignKeyDeclaration] = []
  var date = DatasetDeclaration.DateSource.field(1)
  var key = [0, 1]
  var missingValues: [MissingValue] = ["", "未报", "—"]
  var checks: [CheckDeclaration] = []
  var expectation: ReportSchedule?
  var explained: Set<ExplainedChange> = []
  var level: Int? = 2
  var rollsUp = true
  var resent = DatasetDeclaration.Resent.error
  var within: String?
  var year: Int?
  var command: CommandDeclaration?
  var sheets: [String] = []
  var regionField = 0
  var upperRegionFields: [Int] = []
  var regionNames: [Int] = []
  var ignored: [String] = []
  var places: [(text: String, place: String?)] = []
  var conditions: [RowCondition] = []
  var knownAt: Int?
  var cutOff: Int32?
  var onRefused = SiteDeclaration.OnRefused.stop
  var period: ClosedRange<CivilDate>?
  var asOf: CivilDate?

  static func field(
    _ name: String, _ title: String, _ type: FieldType, aliases: [String] = [], required: Bool = false,
    minimum: Int? = nil, maximum: Int? = nil, enumeration: [String] = [], personal: Bool = false,
    approximate: Bool = false, unit: String? = nil
  ) -> FieldDeclaration {
    var constraints = FieldDeclaration.Constraints()
    constraints.required = required
    constraints.minimum = minimum.map { Rational($0) }
    constraints.maximum = maximum.map { Rational($0) }
    constraints.enumeration = enumeration
    return FieldDeclaration(
      name: name, title: title, aliases: aliases, type: type, unit: unit, constraints: constraints,
      isPersonal: personal, isApproximate: approximate, location: here)
  }

  /// A dataset of one row a community and day with one further field.
  static func with(_ field: FieldDeclaration) -> Sample {
    var sample = Sample()
    sample.fields = Array(sample.fields.prefix(2)) + [field]
    return sample
  }

  static func day(_ text: String) -> CivilDate {
    CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
  }

  /// 测试市 > 东街道 (东村, 西村, 民岳家园, 旧村), 南街道 (南里, 民岳家园, and 新村 in the place of 旧村).
  static let tree: RegionTree = {
    func region(
      _ code: String, _ name: String, _ parent: RegionIndex?, _ level: Int, _ end: RegionIndex,
      aliases: [String] = [], from: String? = nil, to: String? = nil, replaces: [RegionIndex] = []
    ) -> Region {
      Region(
        code: code, name: name, aliases: aliases, parent: parent, level: level, validFrom: from.map(day),
        validTo: to.map(day), predecessors: replaces, subtreeEnd: end, location: here)
    }
    return RegionTree(
      levels: [
        RegionLevel(id: "city", title: "市"), RegionLevel(id: "street", title: "街道"),
        RegionLevel(id: "community", title: "社区"), RegionLevel(id: "compound", title: "小区"),
      ],
      regions: [
        region("1", "测试市", nil, 0, 12),
        region("11", "东街道", 0, 1, 7),
        region("1101", "东村社区", 1, 2, 4),
        region("110101", "一号院", 2, 3, 4),
        region("1102", "西村社区", 1, 2, 5, aliases: ["西村"]),
        region("1103", "民岳家园社区", 1, 2, 6),
        region("1104", "旧村社区", 1, 2, 7, aliases: ["老村"], to: "2020-02-10"),
        region("12", "南街道", 0, 1, 11),
        region("1201", "南里社区", 7, 2, 9),
        region("1202", "民岳家园社区", 7, 2, 10),
        region("1203", "新村社区", 7, 2, 11, aliases: ["老村"], from: "2020-02-11", replaces: [6]),
        region("0901", "代码村社区", 0, 1, 12),
      ], base: [])
  }()

  func read(_ text: String) -> Outcome { read([("data/a.csv", text)]) }

  func read(_ files: [(path: String, text: String)]) -> Outcome {
    read(files.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) })
  }

  func read(_ files: [SourceFile]) -> Outcome {
    var findings = Findings()
    let table = TableReader.read(
      declaration: declaration, files: files, tree: Self.tree, site: site, asOf: asOf,
      explained: explained, findings: &findings)
    return Outcome(table: table, findings: findings.sorted())
  }

  /// Reads what files would give, by file.
  func read(tables: [[RecordFile]]) -> Outcome {
    var reader = RowReader(declaration, tree: Self.tree, within: 0, site: site, asOf: asOf)
    for file in tables { reader.read(file) }
    let table = reader.filesRead > 0 ? TableReader.settled(&reader) : nil
    return Outcome(table: table, findings: reader.findings.sorted())
  }

  var declaration: DatasetDeclaration {
    var declaration = DatasetDeclaration(
      name: name, title: "入户排查日报", files: "data/*", command: command, regionField: regionField,
      date: date,
      year: year, key: key, fields: fields, missingValues: missingValues, checks: checks, level: level,
      rollsUp: rollsUp, resent: resent, within: within, location: Self.here)
    declaration.expectation = expectation
    declaration.foreignKeys = foreignKeys
    if let cutOff { declaration.cutOff = cutOff }
    declaration.upperRegionFields = upperRegionFields
    declaration.sheets = sheets
    declaration.regionNames = regionNames
    declaration.ignoredHeadings = ignored
    declaration.placeRules = places.map { PlaceRule(text: $0.text, place: $0.place, location: Self.here) }
    declaration.rowConditions = conditions
    declaration.knownAt = knownAt
    return declaration
  }

  var site: SiteDeclaration {
    SiteDeclaration(
      title: "测试", language: "zh-Hans", description: nil, publisher: "测试", url: nil, timeZoneMinutes: 480,
      cutOffMinutes: 1080, root: "1", levels: Self.tree.levels, reportingAtLeast: Rational(1),
      onRefused: onRefused, disclosure: nil, contacts: [],
      bulletin: SiteDeclaration.BulletinHead(
        name: "", issuer: "", reportTo: [], sendTo: [], distributeTo: []),
      asOf: nil, period: period, illustrativeNotice: nil, baseColumns: [])
  }
}

extension Table {
  func numbers(_ field: Int) -> [Int64?] {
    guard case .numbers(let values, _) = columns[field] else { return [] }
    return values.map { $0 == Column.missing ? nil : $0 }
  }

  func names(_ field: Int) -> [String?] {
    guard case .categories(let codes, let names) = columns[field] else { return [] }
    return codes.map { $0 < 0 ? nil : names[Int($0)] }
  }
}
