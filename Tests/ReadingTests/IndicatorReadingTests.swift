import Common
import Testing

@testable import Reading

@Suite struct IndicatorReadingTests {
  private func read(_ files: [String: String]) -> (
    reading: IndicatorDeclaration.Reading, findings: [String], items: [Diagnostic]
  ) {
    let folder = TemporaryFolder(files)
    var findings = Findings()
    var datasets = DatasetDeclaration.Reading()
    datasets.broken = ["broken"]
    if let dataset = Fixture.readDataset(Fixture.dataset, findings: &findings) {
      datasets.datasets = [dataset]
    }
    let tree = Fixture.tree(findings: &findings)
    let reading = IndicatorDeclaration.read(
      files.keys.sorted(), in: SourceFolder(path: folder.path), datasets: datasets, tree: tree,
      baseColumns: Fixture.base,
      findings: &findings)
    return (reading, summaries(findings), findings.items)
  }

  private func read(_ text: String) -> (
    reading: IndicatorDeclaration.Reading, findings: [String], items: [Diagnostic]
  ) {
    read(["indicators/a.yaml": text])
  }

  @Test func readsVerbsAndFillsInWhatFollowsFromTheField() throws {
    let (reading, findings, _) = read(
      """
      z: {title: 户, sum: screening.done}
      b: {title: 率, last: screening.rate}
      c: {title: 均, rolling_mean: screening.done, days: 7}
      d: {title: 数, count: screening, where: {status: 已复工, due: "> 5", rate: 70%}}
      e: {title: 基, sum: regions.households}
      """)
    #expect(findings.isEmpty)
    let found = reading.indicators
    #expect(found.map(\.id) == ["b", "c", "d", "e", "z"])
    #expect(found.map(\.decimals) == [1, 1, 0, 0, 0])
    #expect(found.map(\.unit) == [nil, "户", nil, "户", "户"])
    #expect(found.map(\.form) == [.percent, .number, .number, .number, .number])
    #expect(found[1].formula == .measure(Measure(verb: .rollingMean, dataset: 0, field: 3, days: 7)))
    #expect(found[3].formula == .measure(Measure(verb: .sum, dataset: nil, field: 0)))
    let conditions = [
      Condition(field: 5, test: .oneOf(["已复工"])), Condition(field: 2, test: .compares(.greater, Rational(5))),
      Condition(field: 4, test: .oneOf(["0.7"])),
    ]
    #expect(
      found[2].formula == .measure(Measure(verb: .count, dataset: 0, field: nil, conditions: conditions)))
  }

  @Test func readsEarlierDefinitionsAndThoseBeside() throws {
    let (reading, findings, _) = read(
      """
      a: {title: 甲, sum: screening.done, beside: [乙], before: [{until: 2020-02-01, count: screening, note: 改了, definition: 旧}]}
      b: {title: 乙, sum: screening.due}
      """)
    #expect(findings.isEmpty)
    let first = try #require(reading.indicators.first)
    #expect(first.beside == [1])
    let change = try #require(CivilDate(iso: "2020-02-01"))
    let count = Formula.measure(Measure(verb: .count, dataset: 0, field: nil))
    #expect(first.earlier == [EarlierDefinition(until: change, definition: "旧", formula: count, note: "改了")])
    #expect(first.formula(on: change) == count && first.formula(on: change.adding(days: 1)) == first.formula)
  }

  @Test(arguments: [
    (
      "before: [{until: 2020-02-03, count: screening}, {until: 2020-02-03, count: screening}]",
      "reading.before-out-of-order"
    ),
    ("before: [{until: 2020-02-03, last: screening.rate}]", "reading.before-of-other-form"),
    ("before: [{until: 2020-02-03}]", "reading.no-formula"),
    ("before: [{count: screening}]", "yaml.missing-key"),
    ("before: [{until: 2020-02-03, ratio: [丙, {sum: screening.due}]}]", "reading.unknown-indicator"),
    ("before: [{until: 2020-02-03, difference: [甲, {sum: screening.due}]}]", "reading.indicator-cycle"),
    ("beside: [甲]", "reading.beside-itself"), ("beside: [丙]", "reading.unknown-indicator"),
  ])
  func refusesDefinitionsThatDoNotFit(_ key: String, _ rule: String) {
    let (_, _, items) = read("a:\n  title: 甲\n  sum: screening.done\n  \(key)\n")
    #expect(items.map(\.rule.id) == [rule])
  }

  /// Calls with a time, and cases due on a day.
  private static let ledger = """
    name: screening
    region: community
    date: received
    fields:
      - {name: community, title: 社区, type: region}
      - {name: received, title: 受理时间, type: datetime}
      - {name: closed, title: 办结时间, type: datetime}
      - {name: due, title: 应解除日期, type: date}
      - {name: outcome, title: 结果, constraints: {enum: [期满解除, 转院]}}
      - {name: count, title: 数, type: integer}
    """

  private func readCases(_ text: String) -> (reading: IndicatorDeclaration.Reading, findings: [String]) {
    let folder = TemporaryFolder(["indicators/a.yaml": text])
    var findings = Findings()
    var datasets = DatasetDeclaration.Reading()
    datasets.datasets = [Fixture.readDataset(Self.ledger, findings: &findings)].compactMap { $0 }
    let reading = IndicatorDeclaration.read(
      ["indicators/a.yaml"], in: SourceFolder(path: folder.path), datasets: datasets,
      tree: Fixture.tree(findings: &findings), baseColumns: Fixture.base, findings: &findings)
    return (reading, summaries(findings))
  }

  @Test func readsBothFormsOfACohort() throws {
    let (reading, findings) = readCases(
      """
      closed: {title: 办结率, cohort: {dataset: screening, start: received, end: closed, within: 48h}, where: {outcome: 转院}}
      released: {title: 解除率, cohort: {dataset: screening, due: due, where: {outcome: 期满解除}, mature_after: 1d}}
      """)
    #expect(findings == [])
    let (closed, released) = (reading.indicators[0], reading.indicators[1])
    let hours = try #require(TimeSpan("48小时"))
    let started = Cohort(dataset: 0, entry: 1, success: .end(field: 2, within: hours), matureAfter: hours)
    #expect(closed.formula.cohort == started && started.lag == 2)
    #expect(closed.form == .percent && closed.decimals == 1)
    guard case .ratio(.measure(let done), .measure(let mature)) = closed.formula else { return }
    #expect(done.by == 1 && done.cohort?.part == .done && mature.cohort?.part == .mature)
    #expect(done.conditions == [Condition(field: 4, test: .oneOf(["转院"]))])
    let outcome = [Condition(field: 4, test: .oneOf(["期满解除"]))]
    let due = Cohort(
      dataset: 0, entry: 3, success: .outcome(outcome), matureAfter: TimeSpan(count: 1, unit: .days))
    #expect(released.formula.cohort == due)
  }

  @Test func readsTheDateToCountBy() {
    let (reading, findings) = readCases(
      """
      a: {title: 甲, count: screening, by: closed}
      b: {title: 乙, ratio: [{sum: screening.count}, {sum: screening.count, by: due}], by: closed}
      c: {title: 丙, count: screening, by: received}
      """)
    #expect(findings == [])
    #expect(reading.indicators.map { $0.formula.measuresBy } == [[2], [2, 3], [nil]])
  }

  @Test(arguments: [
    ("count: screening, by: close", "reading.unknown-field@1:37"),
    ("count: screening, by: count", "reading.wrong-field-type@1:37"),
    ("sum: regions.households, by: due", "reading.by-without-dataset@1:44"),
    ("count: screening, by: due, carry: 2d", "reading.carry-of-other-days@1:49"),
    ("cohort: {dataset: screening}", "reading.cohort-of-no-form@1:23"),
    ("cohort: {dataset: screen, due: due, where: {outcome: 转院}}", "reading.unknown-dataset@1:33"),
    ("cohort: {dataset: screening, due: due}", "yaml.missing-key@1:23"),
    ("cohort: {dataset: screening, due: count, where: {outcome: 转院}}", "reading.wrong-field-type@1:49"),
    (
      "cohort: {dataset: screening, due: due, end: closed, where: {outcome: 转院}}",
      "reading.cohort-of-both-forms@1:59"
    ),
    (
      "cohort: {dataset: screening, start: received, end: closed, within: 2d, where: {outcome: 转院}}",
      "reading.cohort-of-both-forms@1:93"
    ),
    ("cohort: {dataset: screening, start: received, end: closed}", "yaml.missing-key@1:23"),
    ("cohort: {dataset: screening, start: received, end: closed, within: 两天}", "reading.bad-time-span@1:82"),
    ("cohort: {dataset: screening, start: received, end: due, within: 36h}", "reading.span-needs-time@1:79"),
    (
      "cohort: {dataset: screening, start: received, end: closed, within: 48h, mature_after: 1d}",
      "reading.mature-before-within@1:101"
    ),
    ("cohort: {dataset: screening, due: due, where: {outcome: 解除}}", "reading.value-never-occurs@1:71"),
    (
      "cohort: {dataset: screening, due: due, where: {outcome: 转院}}, days: 3",
      "reading.condition-beside-ratio@1:83"
    ),
    (
      "cohort: {dataset: screening, due: due, where: {outcome: 转院}}, carry: 1d",
      "reading.carry-of-other-days@1:84"
    ),
  ])
  func refusesCasesThatCannotBeCounted(text: String, finding: String) {
    #expect(readCases("a: {title: 甲, " + text + "}").findings == [finding])
  }

  @Test(arguments: [("90m", 5400), ("48小时", 172_800), ("14天", 1_209_600), ("1d", 86_400)])
  func readsATimeSpan(text: String, seconds: Int64) {
    #expect(TimeSpan(text)?.seconds == seconds)
  }

  @Test(arguments: ["", "h", "0h", "-1d", "1.5h", "48", "48 h", "2w", "99999999d", "4000d", "１d"])
  func readsNoOtherTimeSpan(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test func readsEveryKeyOfARatio() throws {
    let (reading, findings, _) = read(
      """
      coverage:
        title: 排查覆盖率
        aliases: [覆盖率]
        definition: 口径
        ratio: [{sum: screening.done}, {sum: screening.due}]
        over_time: mean
        as: percent
        decimals: 2
        better: up
        target: 100%
        warn_below: 98%
        bad_below: 95%
        carry: 2d
        absent: 0
        zero_den: 无
        reporting: {at_least: 90%}
        people: true
        as_reported: true
      """)
    let found = try #require(reading.indicators.first)
    #expect(findings.isEmpty)
    #expect(found.form == .percent && found.decimals == 2 && found.overTime == .mean && found.carry == 2)
    #expect(found.target == Rational(1) && found.warnBelow == Rational(98, over: 100) && found.better == .up)
    #expect(found.absentIsZero && found.countsPeople && found.asReported && found.zeroDenominator == "无")
    #expect(found.topic == "a" && found.location.position == .text(line: 1, column: 1))
    #expect(IndicatorNames(reading.indicators).find("覆盖率") == 0)
  }

  @Test func resolvesIndicatorsByAnyNameInAnyOrder() {
    let (reading, findings, _) = read([
      "indicators/a.yaml":
        "a: {title: 差, difference: [率, c]}\nm: {title: 比, ratio: [c, {sum: regions.households}], times: 1000}",
      "indicators/b.yaml": "b: {title: 率, last: screening.rate}\nc: {title: 户, sum: screening.done}",
    ])
    #expect(findings.isEmpty)
    #expect(reading.indicators.map(\.id) == ["a", "b", "c", "m"])
    #expect(reading.indicators[0].formula == .difference(.indicator(1), .indicator(2)))
    #expect(reading.indicators[0].decimals == 1)
    #expect(reading.indicators[3].times == Rational(1000))
  }

  @Test(arguments: [
    ("a: {title: x, sum: screning.done}", "reading.unknown-dataset@1:20"),
    ("a: {title: x, sum: screening.doen}", "reading.unknown-field@1:20"),
    ("a: {title: x, sum: screening}", "reading.field-missing@1:20"),
    ("a: {title: x, sum: screening.status}", "reading.wrong-field-type@1:20"),
    ("a: {title: x, sum: screening.phone}", "reading.wrong-field-type@1:20"),
    ("a: {title: x, sum: screening.rate}", "reading.sum-of-percentages@1:20"),
    ("a: {title: x, sum: regions.residents}", "reading.unknown-base-column@1:20"),
    ("a: {title: x, max: regions.households}", "reading.base-column-only-added@1:20"),
    ("a: {title: x}", "reading.no-formula@1:4"),
    ("a: {title: x, sum: screening.done, count: screening}", "reading.several-formulas@1:43"),
    ("a: {title: x, summ: screening.done}", "reading.no-formula@1:4,yaml.unknown-key@1:15"),
    ("a: {sum: screening.done}", "yaml.missing-key@1:4"),
    ("a: {title: x, ratio: [{sum: screening.done}]}", "reading.not-two-operands@1:22"),
    ("a: {title: x, ratio: [b, {sum: screening.done}]}", "reading.unknown-indicator@1:23"),
    ("a: {title: x, ratio: [a, a]}", "reading.indicator-cycle@1:23,reading.indicator-cycle@1:26"),
    (
      "a: {title: x, difference: [{summ: screening.done}, {sum: screening.due}]}",
      "reading.no-formula@1:28,yaml.unknown-key@1:29"
    ),
    (
      "a: {title: x, ratio: [{sum: screening.done}, {sum: screening.due}], where: {status: 已复工}}",
      "reading.condition-beside-ratio@1:76"
    ),
    ("a: {title: x, rolling_mean: screening.done}", "yaml.missing-key@1:4"),
    ("a: {title: x, rolling_mean: screening.done, days: 1}", "reading.days-out-of-range@1:51"),
    ("a: {title: x, sum: screening.done, days: 7}", "reading.days-without-rolling-mean@1:42"),
    ("a: {title: x, count: screening, where: {statu: 已复工}}", "reading.unknown-field@1:41"),
    ("a: {title: x, count: screening, where: {status: 复工}}", "reading.value-never-occurs@1:49"),
    ("a: {title: x, count: screening, where: {status: \"> 5\"}}", "reading.bad-comparison@1:49"),
    ("a: {title: x, count: screening, where: {due: 多}}", "reading.bad-comparison@1:46"),
    ("a: {title: x, count: screening, where: {phone: 1}}", "reading.personal-field@1:41"),
    ("a: {title: x, count: screening, where: {community: 五里店}}", "reading.unknown-region@1:52"),
    ("a: {title: x, count: screening, where: {date: 昨天}}", "reading.bad-condition@1:47"),
    ("a: {title: x, count: screening, where: [status]}", "yaml.not-a-mapping@1:40"),
    ("a: {title: x, sum: screening.done, as: percent, times: 100}", "reading.times-of-percent@1:56"),
    ("a: {title: x, sum: screening.done, times: 0}", "reading.times-not-positive@1:43"),
    ("a: {title: x, sum: screening.done, decimals: 9}", "reading.decimals-out-of-range@1:46"),
    ("a: {title: x, sum: screening.done, carry: 48h}", "reading.bad-duration@1:43"),
    ("a: {title: x, sum: screening.done, absent: 1}", "reading.absent-not-zero@1:44"),
    ("a: {title: x, last: screening.rate, target: 98}", "reading.threshold-not-percent@1:45"),
    ("a: {title: x, sum: screening.done, target: 98%}", "reading.threshold-is-percent@1:44"),
    ("a: {title: x, sum: screening.done, warn_below: 3, bad_below: 5}", "reading.thresholds-cross@1:62"),
    ("a: {title: x, sum: screening.done, warn_above: 5, bad_above: 3}", "reading.thresholds-cross@1:62"),
    ("a: {title: \"x|y\", sum: screening.done}", "reading.bad-indicator-name@1:12"),
    ("a b: {title: x, sum: screening.done}", "reading.bad-identifier@1:1"),
    ("a: {title: x, sum: screening.done, over_time: sums}", "yaml.not-a-choice@1:47"),
    ("- a", "reading.indicators-not-mapping@1:1"),
    ("a: sum", "yaml.not-a-mapping@1:4"),
  ])
  func reportsAWrongKeyAtItsPlace(text: String, expected: String) {
    let result = read(text)
    #expect(result.findings.joined(separator: ",") == expected)
    #expect(result.reading.indicators.isEmpty)
  }

  @Test func refusesANameOfTwoIndicators() {
    let result = read([
      "indicators/a.yaml": "a: {title: 户, sum: screening.done}",
      "indicators/b.yaml":
        "b: {title: 数, aliases: [户], sum: screening.due}\na: {title: 另, sum: screening.due}",
    ])
    #expect(result.findings == ["reading.indicator-name-twice@1:1", "reading.indicator-name-twice@2:1"])
    #expect(result.reading.indicators.map(\.title) == ["户"])
    #expect(result.reading.broken == ["b", "数", "另"])
  }

  @Test func reportsACycleOverSeveral() {
    let result = read(
      "a: {title: x, difference: [b, d]}\nb: {title: y, ratio: [c, d]}\nc: {title: z, ratio: [a, d]}\nd: {title: w, sum: screening.done}"
    )
    #expect(result.findings == ["reading.indicator-cycle@3:23"])
    #expect(result.items.first?.arguments.first?.value == "a → b → c → a")
    #expect(result.reading.indicators.map(\.id) == ["d"])
  }

  @Test func saysNothingMoreOfWhatDependsOnABrokenThing() {
    let result = read(
      "a: {title: x, sum: broken.f}\nb: {title: y, ratio: [a, c]}\nc: {title: z, sum: screening.done, decimals: x}"
    )
    #expect(result.findings == ["yaml.not-an-integer@3:46"])
    #expect(result.reading.indicators.isEmpty)
    #expect(result.reading.broken == ["a", "x", "b", "y", "c", "z"])
  }

  @Test(arguments: [
    ("{first: {sum: screening.done}, second: {sum: screening.due}}", "yaml.missing-key"),
    (
      "{first: {sum: screening.done}, second: {count: screening}, both: {sum: screening.due}}",
      "reading.chapman-needs-sum"
    ),
    (
      "{first: {sum: screening.done}, second: {sum: regions.households}, both: {sum: screening.due}}",
      "reading.chapman-of-several-datasets"
    ),
    (
      "{first: {sum: screening.done}, second: {sum: screening.due}, both: {sum: screening.due}, estimate: all}",
      "yaml.not-a-choice"
    ),
  ])
  func anEstimateNeedsThreeSumsOfOneDataset(body: String, rule: String) {
    #expect(read("a: {title: x, chapman: \(body)}").items.map(\.rule.id) == [rule])
  }

  @Test func anEstimateIsOfOneDay() {
    let body = "{first: {sum: screening.done}, second: {sum: screening.due}, both: {sum: screening.done}}"
    #expect(read("a: {title: x, chapman: \(body)}").items.isEmpty)
    let findings = read("a: {title: x, chapman: \(body), over_time: sum}")
    #expect(findings.items.map(\.rule.id) == ["reading.chapman-over-time"])
  }

  @Test func suggestsTheNearestNames() {
    #expect(read("a: {title: x, sum: screning.done}").items.first?.suggestions == ["screening"])
    #expect(read("a: {title: x, sum: screening.已排查户数}").items.first?.suggestions == ["done"])
    #expect(read("a: {title: x, sum: regions.household}").items.first?.suggestions == ["regions.households"])
  }
}

extension Formula {
  /// The `by` of each of its measures.
  fileprivate var measuresBy: [Int?] {
    switch self {
    case .measure(let measure): [measure.by]
    case .chapman(let chapman): chapman.measures.map(\.by)
    case .ratio(let first, let second), .difference(let first, let second):
      [first, second].map { if case .measure(let measure) = $0 { measure.by } else { nil } }
    }
  }
}
