import Common
import Testing

@testable import Reading

/// What datasets say of each other, and the labels of missing values.
@Suite struct DatasetReferenceTests {
  private static let enterprises = """
    name: enterprises
    title: 企业名册
    region: place
    fields:
      - {name: place, title: 社区, type: region}
      - {name: id, title: 编号, type: string}
      - {name: number, title: 序号, type: integer}
      - {name: workers, title: 在岗人数, type: integer, unit: 人}
      - {name: owner, title: 法人, type: string, personal: true}
    """

  /// Reads the fixture's dataset with a line behind `date:`, beside the register above.
  private func read(_ line: String, enterprises: String = Self.enterprises) -> (
    datasets: [DatasetDeclaration], findings: [String], suggestions: [String]
  ) {
    let text = Fixture.dataset.replacing("date: date\n", with: "date: date\n\(line)\n")
    let folder = TemporaryFolder([
      "datasets/screening.yaml": text, "datasets/enterprises.yaml": enterprises,
    ])
    var findings = Findings()
    let reading = DatasetDeclaration.read(
      ["datasets/enterprises.yaml", "datasets/screening.yaml"], in: SourceFolder(path: folder.path),
      levels: Fixture.levels, tree: nil, findings: &findings)
    return (reading.datasets, summaries(findings), findings.items.flatMap(\.suggestions))
  }

  @Test func readsAForeignKey() throws {
    let read = read(
      "foreignKeys: [{fields: [community, status], reference: {resource: enterprises, fields: [place, id]}}, "
        + "{fields: status, reference: {resource: \"\", fields: status}, severity: warning}]")
    #expect(read.findings == [])
    let keys = try #require(read.datasets.last?.foreignKeys)
    #expect(keys.map(\.fields) == [[0, 5], [5]])
    #expect(keys.map { $0.references.map(\.dataset) } == [["enterprises", "enterprises"], ["screening"]])
    #expect(keys.map(\.severity) == [.error, .warning])
  }

  @Test(arguments: [
    ("{fields: statsu, reference: {resource: enterprises, fields: id}}", "reading.unknown-field@5:24"),
    ("{fields: status, reference: {resource: enterprise, fields: id}}", "reading.unknown-dataset@5:74"),
    ("{fields: status, reference: {resource: enterprises, fields: idd}}", "reading.unknown-field@5:75"),
    ("{fields: status, reference: {resource: enterprises, fields: number}}", "reading.wrong-field-type@5:75"),
    (
      "{fields: status, reference: {resource: enterprises, fields: [id, number]}}",
      "reading.foreign-key-uneven@5:75"
    ),
    ("{fields: status, reference: {fields: id}}", "yaml.missing-key@5:43"),
    ("{fields: status}", "yaml.missing-key@5:15"),
  ])
  func reportsABadForeignKey(text: String, expected: String) {
    #expect(read("foreignKeys: [\(text)]").findings == [expected])
  }

  @Test(arguments: [
    ("{field: done, equals: staff.workers}", "reading.unknown-dataset@5:32"),
    ("{field: done, equals: enterprises.worker}", "reading.unknown-field@5:32"),
    ("{field: done, equals: enterprises.id}", "reading.wrong-field-type@5:32"),
    ("{field: done, equals: enterprises.owner}", "reading.wrong-field-type@5:32"),
    ("{field: done, equals: enterprises.number}", "reading.check-of-register@5:32"),
  ])
  func reportsAComparisonWithNothing(text: String, expected: String) {
    #expect(read("checks: [\(text)]").findings == [expected])
  }

  @Test func warnsOfTwoUnits() {
    let dated = Self.enterprises.replacing("fields:", with: "date: day\nfields:")
      .replacing("  - {name: id", with: "  - {name: day, title: 日期, type: date}\n  - {name: id")
    let read = read("checks: [{field: done, equals: enterprises.workers}]", enterprises: dated)
    #expect(read.findings == ["reading.check-of-units@5:32"])
    #expect(read.datasets.last?.checks.count == 1)
  }

  @Test func saysNothingMoreOfADatasetWithErrors() {
    let read = read(
      "checks: [{field: done, equals: enterprises.workers}]",
      enterprises: Self.enterprises.replacing("region: place", with: "region: plaza"))
    #expect(read.findings == ["reading.unknown-field@3:9"])
  }

  @Test func suggestsTheDatasetWhoseTitleWasWritten() {
    #expect(read("checks: [{field: done, equals: 企业名册.workers}]").suggestions == ["enterprises"])
  }

  @Test func readsTheLabelsOfMissingValues() throws {
    let read = read("missingValues: [未报, {value: \"/\", label: 不适用}, {value: \"\", label: 未填}]")
    #expect(read.findings == [])
    #expect(
      read.datasets.last?.missingValues == [
        MissingValue("未报"), MissingValue("/", label: "不适用"), MissingValue("", label: "未填"),
      ])
    #expect(self.read("missingValues: —").datasets.last?.missingValues == ["", "—"])
  }

  @Test(arguments: [
    ("[未报, 未报]", "reading.missing-value-twice@5:21"),
    ("[未报, {value: 未报, label: x}]", "reading.missing-value-twice@5:21"),
    ("[{label: x}]", "yaml.missing-key@5:17"),
    ("[{value: \"/\", lable: x}]", "yaml.unknown-key@5:30"),
    ("[[a]]", "yaml.not-texts@5:17"),
  ])
  func reportsBadMissingValues(text: String, expected: String) {
    #expect(read("missingValues: \(text)").findings == [expected])
  }
}
