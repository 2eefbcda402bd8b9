import Common
import Reading
import Testing

@testable import Tables

/// Checks between two datasets: 排查 and 台账.
@Suite struct CrossChecksTests {
  private func said(
    _ ours: String, _ theirs: String, tolerance: Rational = .zero,
    onRefused: SiteDeclaration.OnRefused = .stop,
    approximate: Bool = false
  ) throws -> [Diagnostic] {
    var sample = Sample()
    sample.onRefused = onRefused
    sample.fields[2].isApproximate = approximate
    let other = FieldReference(dataset: "ledger", field: "due", location: Sample.here)
    sample.checks = [
      CheckDeclaration(
        kind: .equals(field: 2, other: other, tolerance: tolerance), severity: .warning, location: Sample.here
      )
    ]
    let first = try #require(sample.read([("data/a.csv", "备,社区,日期,应排查户数\n" + ours)]).table)
    sample.key = []
    sample.checks = []
    sample.name = "ledger"
    let second = try #require(sample.read([("data/b.csv", "社区,日期,应排查户数\n" + theirs)]).table)
    var findings = Findings()
    CrossChecks(tables: [first, second], tree: Sample.tree).run(findings: &findings)
    return findings.sorted()
  }

  @Test func twoDatasetsAgreeByPlaceAndDay() throws {
    let found = try said(
      "x,东村社区,2020-02-14,5\nx,西村,2020-02-14,6\nx,西村,2020-02-15,6\n",
      "西村社区,2020-02-14,7\n东村社区,2020-02-14,5\n西村,2020-02-15,6\n")
    #expect(
      found.map { "\($0.severity) \($0.rule) \($0.location?.description ?? "")" } == [
        "warning tables.datasets-differ data/a.csv:3:4"
      ])
    #expect(
      found.first?.arguments.map(\.value) == [
        "应排查户数", "西村社区", "2020-02-14", "6", "入户排查日报", "应排查户数", "7", "data/b.csv:2:3",
      ])
  }

  @Test func rowsOfOnePlaceAndDayAreAddedUp() throws {
    #expect(try said("x,东村社区,2020-02-14,5\n", "东村社区,2020-02-14,2\n东村社区,2020-02-14,3\n").isEmpty)
    #expect(try said("x,东村社区,2020-02-14,5\n", "东村社区,2020-02-14,2\n东村社区,2020-02-14,4\n").count == 1)
  }

  @Test func aToleranceIsInclusive() throws {
    let rows = ("x,东村社区,2020-02-14,5\n", "东村社区,2020-02-14,7\n")
    #expect(try said(rows.0, rows.1, tolerance: Rational(2)).isEmpty)
    #expect(try said(rows.0, rows.1, tolerance: Rational(19, over: 10) ?? .zero).count == 1)
  }

  @Test func whatOneSideHasNotIsPassedOver() throws {
    #expect(try said("x,东村社区,2020-02-14,5\n", "西村,2020-02-14,9\n东村社区,2020-02-15,9\n").isEmpty)
    #expect(
      try said("x,东村社区,2020-02-14,约5\n", "东村社区,2020-02-14,9\n", approximate: true).isEmpty)
    // One of the other side's rows was refused: its sum is not whole.
    #expect(
      try said(
        "x,东村社区,2020-02-14,5\n", "东村社区,2020-02-14,2\n东村社区,2020-02-14,三\n", onRefused: .leaveOut
      ).isEmpty)
  }

  /// A register of numbers, and rows that refer to it.
  private func broken(
    _ rows: String, register: String = "社区,编号,序\n东村社区,甲,1\n西村,乙,2\n", fields: [Int], names: [String],
    personal: Bool = false
  ) throws -> [Diagnostic] {
    var sample = Sample()
    sample.date = .none
    sample.key = []
    sample.name = "register"
    sample.fields = [
      sample.fields[0], Sample.field("id", "编号", .string, personal: personal),
      Sample.field("n", "序", .number),
    ]
    let second = try #require(sample.read([("data/b.csv", register)]).table)
    sample.name = "screening"
    sample.fields[2] = Sample.field("n", "序", .integer)
    sample.foreignKeys = [
      ForeignKeyDeclaration(
        fields: fields,
        references: names.map { FieldReference(dataset: "register", field: $0, location: Sample.here) },
        severity: .error, location: Sample.here)
    ]
    let first = try #require(sample.read([("data/a.csv", "社区,编号,序\n" + rows)]).table)
    var findings = Findings()
    CrossChecks(tables: [first, second], tree: Sample.tree).run(findings: &findings)
    return findings.sorted()
  }

  @Test func aReferenceStandsInTheOtherDataset() throws {
    let found = try broken("东村社区,乙,1\n西村,丙,2\n西村,,3\n", fields: [1], names: ["id"])
    #expect(
      found.map { "\($0.rule) \($0.location?.description ?? "")" } == [
        "tables.broken-reference data/a.csv:3:2"
      ])
    #expect(found.first?.arguments.map(\.value) == ["编号", "丙", "入户排查日报"])
  }

  @Test func numbersOfDifferentScalesAreTheSameNumber() throws {
    #expect(try broken("东村社区,乙,2\n", fields: [2], names: ["n"]).isEmpty)
    #expect(try broken("东村社区,乙,3\n", fields: [2], names: ["n"]).count == 1)
  }

  @Test func severalFieldsReferTogether() throws {
    let found = try broken("东村社区,甲,1\n西村,甲,1\n", fields: [0, 1], names: ["community", "id"])
    #expect(found.map(\.location?.description) == ["data/a.csv:3:1"])
    #expect(found.first?.arguments.first { $0.name == "found" }?.value == "西村社区 · 甲")
  }

  @Test func aPersonalValueIsNotTold() throws {
    let found = try broken("东村社区,乙,1\n西村,丙,2\n", fields: [1], names: ["id"], personal: true)
    #expect(found.count == 1)
    #expect(!found.flatMap(\.arguments).contains { $0.value.contains("丙") })
  }
}
