import Common
import Reading
import Statistics
import Tables

/// A place of a test's tree, with its children.
struct Place {
  var name: String
  var children: [Place] = []
  var base: String?
  var from: String?
  var to: String?
  /// The names of those it took over from.
  var replaces: [String] = []
  /// The source's words make it `moreThan`.
  var written: String?
}

/// A hand-made site: a tree, tables and indicators, no files read.
struct TestSite {
  static let levels = ["city", "street", "community", "compound"]

  var tree: RegionTree
  var tables: [Table] = []
  var indicators: [IndicatorDeclaration] = []
  var reportingAtLeast = Rational(9, over: 10) ?? .zero
  var period: ClosedRange<CivilDate>?

  init(_ root: Place) {
    var regions: [Region] = []
    var amounts: [Amount?] = []
    var succession: [(name: String, replaces: [String])] = []
    func add(_ place: Place, parent: RegionIndex?, level: Int) {
      let index = regions.count
      if !place.replaces.isEmpty { succession.append((place.name, place.replaces)) }
      regions.append(
        Region(
          code: "\(index)", name: place.name, parent: parent, level: level,
          validFrom: place.from.flatMap { CivilDate(iso: $0) },
          validTo: place.to.flatMap { CivilDate(iso: $0) },
          subtreeEnd: 0, location: Location(file: "regions.csv", line: index + 2, column: 1)))
      amounts.append(
        place.base.flatMap { Rational(decimal: $0) }.map {
          Amount(value: $0, exactness: place.written == nil ? .exact : .moreThan, written: place.written)
        })
      for child in place.children { add(child, parent: RegionIndex(index), level: level + 1) }
      regions[index].subtreeEnd = RegionIndex(regions.count)
    }
    add(root, parent: nil, level: 0)
    for (name, replaces) in succession {
      guard let index = regions.firstIndex(where: { $0.name == name }) else { continue }
      regions[index].predecessors = replaces.compactMap { old in
        regions.firstIndex { $0.name == old }.map { RegionIndex($0) }
      }
    }
    tree = RegionTree(
      levels: Self.levels.map { RegionLevel(id: $0, title: $0) }, regions: regions,
      base: [BaseColumn(name: "households", title: "户数", unit: "户", amounts: amounts)])
  }

  /// City with two streets: S1 with the communities A, B, C and S2 with D, E.
  static func small() -> TestSite {
    TestSite(
      Place(
        name: "City",
        children: [
          Place(name: "S1", children: ["A", "B", "C"].map { Place(name: $0) }),
          Place(name: "S2", children: ["D", "E"].map { Place(name: $0) }),
        ]))
  }

  subscript(name: String) -> RegionIndex {
    RegionIndex(tree.regions.firstIndex { $0.name == name } ?? -1)
  }

  var declaration: SiteDeclaration {
    SiteDeclaration(
      title: "", language: "en", description: nil, publisher: "", url: nil, timeZoneMinutes: 480,
      cutOffMinutes: 1080, root: "0", levels: tree.levels, reportingAtLeast: reportingAtLeast,
      onRefused: .stop,
      disclosure: nil, contacts: [],
      bulletin: SiteDeclaration.BulletinHead(
        name: "", issuer: "", reportTo: [], sendTo: [], distributeTo: []),
      asOf: nil, period: period, illustrativeNotice: nil, baseColumns: [])
  }

  func cube(asOf: String? = nil) -> Cube { cubeAndFindings(asOf: asOf).cube }

  func cubeAndFindings(asOf: String? = nil) -> (cube: Cube, findings: [Diagnostic]) {
    var findings = Findings()
    let cube = Cube(
      tables: tables, tree: tree, indicators: indicators, site: declaration,
      asOf: asOf.flatMap { CivilDate(iso: $0) }, findings: &findings)
    return (cube, findings.items)
  }
}

/// A cell as a test writes it: `12`, `1.5`, `6000多`, `约400`, a category, or `""` for an explicit 未报.
enum CellText {
  static func amount(_ text: String, scale: Int) -> (value: Int64, approximation: Approximation?) {
    guard !text.isEmpty else { return (Column.missing, nil) }
    let digits = text.filter { $0.isNumber || $0 == "." || $0 == "-" }
    let value = Rational(decimal: digits).map { Int64(truncatingIfNeeded: $0.scaled(to: power(scale))) }
    let exactness: Exactness = text.hasPrefix("约") ? .about : text.hasSuffix("多") ? .moreThan : .exact
    return (
      value ?? Column.missing, exactness == .exact ? nil : Approximation(exactness: exactness, written: text)
    )
  }

  private static func power(_ scale: Int) -> Int128 { (0..<scale).reduce(1) { power, _ in power * 10 } }
}

extension TestSite {
  /// Adds a dataset: rows are `place day value…` split at blanks, `-` for an explicit missing value.
  ///
  /// Fields are `name` for a category, `name:0` for whole numbers and `name:6` for decimals, `name:day` for days,
  /// `name:moment` for days with a time, `2020-02-14T18:00`.
  /// Without a date the rows are `place value…`.
  @discardableResult
  mutating func dataset(
    _ name: String, _ fields: [String], rows: [String], level: Int = 2, isDated: Bool = true,
    validity: DatasetDeclaration.Validity? = nil, within: String? = nil, rollsUp: Bool = true,
    isIllustrative: Bool = false, reportingAtLeast: Rational? = nil,
    refused: [(place: String, day: String?)] = [], cutOff: Int32? = nil, absentIsZero: Bool = false
  ) -> Int {
    let here = Location(file: "datasets/\(name).yaml", line: 1, column: 1)
    let types = fields.map { $0.split(separator: ":").map(String.init) }
    let declared = types.map { type in
      FieldDeclaration(
        name: type[0], title: type[0],
        type: type.count == 1
          ? .string : type[1] == "day" ? .date : type[1] == "moment" ? .datetime : .number,
        location: here)
    }
    let cells = rows.map { $0.split(separator: " ").map(String.init) }
    let first = isDated ? 2 : 1
    var columns: [Column] = []
    var approximations: [Int: [Int: Approximation]] = [:]
    for (field, type) in types.enumerated() {
      let texts = cells.map { $0[first + field] == "-" ? "" : $0[first + field] }
      if type.count == 1 {
        let names = Array(Set(texts).subtracting([""])).sorted()
        columns.append(
          .categories(texts.map { Int32(names.firstIndex(of: $0) ?? -1) }, names: names))
      } else if type[1] == "day" {
        columns.append(.days(texts.map { CivilDate(iso: $0)?.dayNumber ?? Column.missingDay }))
      } else if type[1] == "moment" {
        columns.append(.moments(texts.map { (try? DateReader().read($0).moment) ?? .missing }))
      } else {
        let scale = Int(type[1]) ?? 0
        let amounts = texts.map { CellText.amount($0, scale: scale) }
        columns.append(.numbers(amounts.map(\.value), scale: scale))
        for (row, amount) in amounts.enumerated() {
          approximations[field, default: [:]][row] = amount.approximation
        }
      }
    }
    var declaration = DatasetDeclaration(
      name: name, title: name, files: "data/\(name)/*", regionField: 0, date: isDated ? .filename : .none,
      validity: validity, key: [], fields: declared, level: level, rollsUp: rollsUp, within: within,
      isIllustrative: isIllustrative, reportingAtLeast: reportingAtLeast, location: here)
    if let cutOff { declaration.cutOff = cutOff }
    declaration.absentIsZero = absentIsZero
    tables.append(
      Table(
        declaration: declaration, level: level, within: within.map { self[$0] } ?? 0,
        regions: cells.map { self[$0[0]] },
        days: isDated ? cells.map { CivilDate(iso: $0[1])?.dayNumber ?? Column.missingDay } : [],
        columns: columns, approximations: approximations,
        parts: [Table.Part(file: "data/\(name)/1.csv", firstRow: 0)],
        lines: cells.indices.map { Int32($0 + 2) },
        refused: refused.map {
          Table.Refused(region: self[$0.place], day: $0.day.flatMap { CivilDate(iso: $0) }, rows: 1)
        }))
    return tables.count - 1
  }

  func measure(
    _ verb: Measure.Verb, _ dataset: Int?, _ field: Int? = nil, where conditions: [Condition] = [],
    days: Int? = nil
  ) -> Measure {
    Measure(verb: verb, dataset: dataset, field: field, conditions: conditions, days: days)
  }

  @discardableResult
  mutating func indicator(
    _ formula: Formula, times: Rational = Rational(1), form: IndicatorDeclaration.Form = .number,
    overTime: IndicatorDeclaration.OverTime = .last, carry: Int = 0, absentIsZero: Bool = false,
    change: (inout IndicatorDeclaration) -> Void = { _ in }
  ) -> IndicatorIndex {
    var declaration = IndicatorDeclaration(
      id: "i\(indicators.count)", title: "i\(indicators.count)", topic: "test", formula: formula,
      times: times,
      form: form, decimals: 0, overTime: overTime, carry: carry, absentIsZero: absentIsZero,
      location: Location(file: "indicators/test.yaml", line: indicators.count + 1, column: 1))
    change(&declaration)
    indicators.append(declaration)
    return indicators.count - 1
  }
}

func day(_ text: String) -> CivilDate { CivilDate(iso: "2020-02-" + text) ?? CivilDate(dayNumber: 0) }

func number(_ numerator: Int, over denominator: Int = 1) -> Rational {
  Rational(Int128(numerator), over: Int128(denominator)) ?? .zero
}

extension Figure {
  /// `state value reported/expected`, for tables of expectations.
  var brief: String {
    let text =
      value.map { $0.denominator == 1 ? "\($0.numerator)" : "\($0.numerator)/\($0.denominator)" } ?? "-"
    return "\(state.rawValue) \(text) \(reported)/\(expected)" + (carried > 0 ? " carried \(carried)" : "")
      + (basis == .own ? " own" : "")
  }
}

extension TestSite {
  /// Declares the share of a cohort's mature cases that succeeded.
  mutating func cohort(
    _ cohort: Cohort, overTime: IndicatorDeclaration.OverTime = .last, where conditions: [Condition] = []
  ) -> IndicatorIndex {
    func side(_ part: CohortSide.Part) -> Operand {
      .measure(
        Measure(
          verb: .count, dataset: cohort.dataset, field: nil, conditions: conditions, by: cohort.entry,
          cohort: CohortSide(cohort: cohort, part: part)))
    }
    return indicator(.ratio(side(.done), side(.mature)), form: .percent, overTime: overTime)
  }

  /// The site without the rows that the reader leaves out for a reporting day.
  static func asReadOn(_ asOf: String, _ site: TestSite) -> TestSite {
    guard let limit = CivilDate(iso: asOf)?.dayNumber else { return site }
    var site = site
    for index in site.tables.indices {
      let table = site.tables[index]
      let kept = table.days.indices.filter { table.days[$0] <= limit }
      site.tables[index].regions = kept.map { table.regions[$0] }
      site.tables[index].days = kept.map { table.days[$0] }
      site.tables[index].lines = kept.map { table.lines[$0] }
      site.tables[index].columns = table.columns.map { column in
        switch column {
        case .numbers(let values, let scale): .numbers(kept.map { values[$0] }, scale: scale)
        case .categories(let codes, let names): .categories(kept.map { codes[$0] }, names: names)
        case .lists(let codes, let lists, let names):
          .lists(kept.map { codes[$0] }, lists: lists, names: names)
        case .days(let days): .days(kept.map { days[$0] })
        case .moments(let moments): .moments(kept.map { moments[$0] })
        case .regions(let regions): .regions(kept.map { regions[$0] })
        case .withheld(let hashes): .withheld(hashes: kept.map { hashes[$0] })
        }
      }
    }
    return site
  }
}
