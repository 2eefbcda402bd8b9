import Common
import Reading
import Testing

@testable import Tables

@Suite struct CellTests {
  private func read(_ field: FieldDeclaration, _ cells: [String]) -> Sample.Outcome {
    var sample = Sample.with(field)
    sample.key = []
    let rows = cells.map { "东村社区,2020-02-14,\"\($0)\"\n" }.joined()
    return sample.read("社区,日期,\(field.title)\n" + rows)
  }

  @Test(
    arguments: [
      ("1,234.0", 1234), (" 12 ", 12), ("１２", 12), ("-3", -3), ("9999999999", 9_999_999_999), ("007", 7),
    ] as [(String, Int64)])
  func readsWholeNumbers(text: String, value: Int64) {
    let outcome = read(Sample.field("n", "数", .integer), [text])
    #expect(outcome.said == [])
    #expect(outcome.table?.numbers(2) == [value])
  }

  @Test(arguments: [
    ("3.5", "reading.not-an-integer"), ("abc", "reading.not-a-number"), ("30多", "reading.approximate-number"),
    ("99999999999999999999", "reading.number-too-large"), ("70%", "reading.percent-sign"),
  ])
  func refusesWhatIsNoWholeNumber(text: String, rule: String) {
    let outcome = read(Sample.field("n", "数", .integer), ["1", text])
    #expect(outcome.said == ["error \(rule) data/a.csv:3:3"])
    #expect(outcome.findings.first?.arguments.first { $0.name == "field" }?.value == "数")
    #expect(outcome.table?.numbers(2) == [1])
  }

  @Test func keepsNumbersInMillionths() {
    let outcome = read(Sample.field("n", "数", .number), ["0.5", "2", "-1.25"])
    #expect(outcome.table?.numbers(2) == [500_000, 2_000_000, -1_250_000])
  }

  @Test func saysOnceThatDecimalsWereRounded() {
    let outcome = read(Sample.field("n", "数", .number), ["1", "0.1234567", "0.7654321"])
    #expect(outcome.said == ["warning tables.decimals-rounded data/a.csv:3:3"])
    #expect(outcome.table?.numbers(2) == [1_000_000, 123_457, 765_432])
  }

  @Test func warnsOfTenThousands() {
    let outcome = read(Sample.field("n", "数", .integer), ["1.2万"])
    #expect(outcome.said == ["warning tables.number-rounded data/a.csv:2:3"])
    #expect(outcome.table?.numbers(2) == [12_000])
  }

  @Test func keepsPercentagesAsFractions() {
    let outcome = read(Sample.field("n", "率", .percent), ["70%", "70.5％", "0"])
    #expect(outcome.said == [])
    #expect(outcome.table?.numbers(2) == [700_000, 705_000, 0])
  }

  @Test func refusesPercentagesWithAndWithoutSigns() {
    let outcome = read(Sample.field("n", "率", .percent), ["70%", "0.7", "80%"])
    #expect(outcome.said == ["error tables.mixed-percent data/a.csv:3:3"])
    #expect(outcome.table?.numbers(2) == [700_000, 800_000])
  }

  @Test func keepsTheExactnessOfApproximateColumns() throws {
    let field = Sample.field("n", "户数", .integer, approximate: true, unit: "户")
    let outcome = read(field, ["400", "约400户", "6000多户"])
    #expect(outcome.said == [])
    let table = try #require(outcome.table)
    #expect(table.numbers(2) == [400, 400, 6000])
    #expect(
      table.approximations == [
        2: [
          1: Approximation(exactness: .about, written: "约400"),
          2: Approximation(exactness: .moreThan, written: "6000多"),
        ]
      ])
  }

  @Test func holdsNumbersAgainstTheirLimits() {
    let outcome = read(
      Sample.field("n", "数", .integer, minimum: 1, maximum: 10), ["1", "10", "0", "11", "-5"])
    #expect(
      outcome.said == [
        "error tables.below-minimum data/a.csv:4:3", "error tables.above-maximum data/a.csv:5:3",
        "error tables.below-minimum data/a.csv:6:3",
      ])
    #expect(outcome.findings.first?.arguments.last == Diagnostic.Argument(name: "limit", value: "1"))
    #expect(outcome.table?.numbers(2) == [1, 10])
  }

  @Test func holdsFractionalLimitsAgainstWholeNumbers() {
    var field = Sample.field("n", "数", .integer)
    field.constraints.minimum = Rational(3, over: 2)
    #expect(read(field, ["1", "2"]).table?.numbers(2) == [2])
    field.constraints.minimum = Rational(-3, over: 2)
    #expect(read(field, ["-1", "-2"]).table?.numbers(2) == [-1])
  }

  @Test func holdsTextsAndNumbersAgainstTheirList() {
    let status = Sample.field("s", "状态", .string, enumeration: ["已复工", "未复工"])
    let outcome = read(status, ["已复工", "以复工", "停"])
    #expect(
      outcome.said == ["error tables.not-in-list data/a.csv:3:3", "error tables.not-in-list data/a.csv:4:3"])
    #expect(outcome.findings.map(\.suggestions) == [["已复工", "未复工"], ["已复工", "未复工"]])
    let shift = Sample.field("s", "班次", .integer, enumeration: ["1", "2"])
    #expect(read(shift, ["1", "3", "2.0"]).said == ["error tables.not-in-list data/a.csv:3:3"])
  }

  @Test func codesTexts() {
    let outcome = read(Sample.field("s", "状态", .string), ["好", " 好　", "坏", "—"])
    #expect(outcome.table?.names(2) == ["好", "好", "坏", nil])
  }

  @Test func readsYesAndNo() {
    let outcome = read(Sample.field("b", "封闭", .boolean), ["是", "否", "TRUE", "0", "１", "也许"])
    #expect(outcome.table?.names(2) == ["true", "false", "true", "false", "true"])
    #expect(outcome.said == ["error tables.not-a-boolean data/a.csv:7:3"])
  }

  @Test func readsTheWordsOfConditionsAsCells() {
    #expect(BooleanWords.read("是") == true)
    #expect(BooleanWords.read("False") == false)
    #expect(BooleanWords.read("有") == nil)
  }

  @Test func readsDaysAndPlacesInOtherFields() throws {
    let days = read(Sample.field("d", "起始", .date), ["2020-02-01", "2020年2月3日 24时", "2020-02-30"])
    guard case .days(let values) = try #require(days.table).columns[2] else { throw Unexpected() }
    #expect(values == [18293, 18295])
    #expect(days.said == ["error reading.no-such-day data/a.csv:4:3"])
    let places = read(Sample.field("r", "来源", .region), ["南里社区", "", "火星"])
    guard case .regions(let regions) = try #require(places.table).columns[2] else { throw Unexpected() }
    #expect(regions == [8, -1])
    #expect(places.said == ["error tables.unknown-place data/a.csv:4:3"])
  }

  @Test func reportsEveryCellOfARow() {
    let outcome = Sample().read("社区,日期,应排查户数,已排查户数\n火星,2020-02-30,三,-4\n")
    #expect(outcome.findings.map(\.location?.description).count == 4)
    #expect(outcome.table?.rowCount == 0)
  }

  private struct Unexpected: Error {}
}

@Suite struct MissingLabelTests {
  private var sample: Sample {
    var sample = Sample()
    sample.fields[2].constraints.required = false
    sample.missingValues = ["", "未报", MissingValue("/", label: "不适用"), MissingValue("停", label: "停工")]
    return sample
  }

  @Test func keepsTheLabelOfWhatIsMissing() {
    let table = sample.read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,/,5\n西村,2020-02-14,未报, 停 \n南里社区,2020-02-14,,\n"
    ).table
    #expect(table?.labels == [2: [0: "不适用"], 3: [1: "停工"]])
    #expect(table?.numbers(2) == [nil, nil, nil])
  }

  @Test func anEmptyCellMayHaveOneToo() {
    var sample = sample
    sample.missingValues[0].label = "未填"
    #expect(sample.read("社区,日期,应排查户数\n东村社区,2020-02-14,\n").table?.labels == [2: [0: "未填"]])
  }

  @Test func forgetsTheLabelsOfRowsThatAreNotKept() {
    var sample = sample
    sample.onRefused = .leaveOut
    sample.resent = .last
    let table = sample.read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,/,-5\n西村,2020-02-14,/,5\n西村,2020-02-14,3,停\n南里社区,2020-02-14,/,5\n"
    ).table
    #expect(table?.labels == [2: [1: "不适用"], 3: [0: "停工"]])
  }

  @Test func aRequiredValueMayNotBeMissingUnderAnyName() {
    var sample = sample
    sample.fields[2].constraints.required = true
    #expect(
      sample.read("社区,日期,应排查户数\n东村社区,2020-02-14,/\n").said == ["error tables.value-missing data/a.csv:2:3"])
  }
}
