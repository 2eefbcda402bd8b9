import Common
import Testing

@testable import Reading

@Suite struct CheckReaderTests {
  private func read(_ checks: String, date: String = "date: date\n") -> (
    checks: [CheckDeclaration], findings: [String], suggestions: [String]
  ) {
    var findings = Findings()
    let text = Fixture.dataset.replacing("date: date\n", with: date + checks + "\n")
    let dataset = Fixture.readDataset(text, findings: &findings)
    return (
      dataset?.checks ?? [], summaries(findings), findings.items.flatMap(\.suggestions)
    )
  }

  @Test(
    arguments: [
      ("{field: due, minimum: 1, maximum: 5}", .bounds(field: 2, minimum: r(1), maximum: r(5))),
      ("{field: rate, minimum: 98%}", .bounds(field: 4, minimum: r(49, 50), maximum: nil)),
      ("{field: done, at_most: due}", .atMost(field: 3, other: 2)),
      ("{sum: [done, due], equals: due}", .sumEquals(fields: [3, 2], total: 2)),
      ("{field: done, equals: due}", .sumEquals(fields: [3], total: 2)),
      ("{field: done, never_falls: true}", .neverFalls(field: 3)),
      ("{field: done, changes_at_most: 1.5}", .changesAtMost(field: 3, factor: r(3, 2), from: .zero)),
      ("{field: done, changes_at_most: 3, from: 20}", .changesAtMost(field: 3, factor: r(3), from: r(20))),
      ("{field: done, adds: due}", .adds(field: 3, new: 2)),
      ("{field: done, level_sums: true}", .levelSums(field: 3, tolerance: .zero)),
      ("{field: done, level_sums: true, tolerance: 2.5}", .levelSums(field: 3, tolerance: r(5, 2))),
    ] as [(String, CheckDeclaration.Kind)])
  func readsAKind(text: String, kind: CheckDeclaration.Kind) {
    let read = read("checks: [\(text)]")
    #expect(read.findings == [])
    #expect(read.checks.map(\.kind) == [kind])
    #expect(read.checks.map(\.severity) == [.error])
  }

  @Test func readsAFieldOfAnotherDatasetByItsName() {
    let read = read("checks: [{field: done, equals: staff.workers, tolerance: 1, severity: warning}]")
    guard case .equals(3, let other, let tolerance) = read.checks.first?.kind else {
      Issue.record("no comparison")
      return
    }
    #expect(other.dataset == "staff" && other.field == "workers" && tolerance == Rational(1))
    #expect(read.checks.first?.severity == .warning)
  }

  @Test(arguments: [
    ("{field: done, changes_at_most: 1}", "reading.bad-factor@5:41"),
    ("{field: done, changes_at_most: 2000}", "reading.bad-factor@5:41"),
    ("{field: done, changes_at_most: viel}", "reading.bad-factor@5:41"),
    ("{field: done, changes_at_most: 2, from: -1}", "reading.negative-amount@5:50"),
    ("{field: done, level_sums: true, tolerance: -1}", "reading.negative-amount@5:53"),
    ("{field: done, level_sums: false}", "reading.check-of-no-kind@5:36"),
    ("{field: done, never_falls: maybe}", "yaml.not-true-or-false@5:37"),
    ("{field: done, minimum: 5, maximum: 1}", "reading.maximum-below-minimum@5:45"),
    ("{field: done, minimum: x}", "yaml.not-a-percentage@5:33"),
    ("{field: done, at_most: due, never_falls: true}", "reading.check-of-several-kinds@5:51"),
    ("{field: done, minimum: 1, at_most: due}", "reading.check-of-several-kinds@5:45"),
    ("{field: dnoe, at_most: deu}", "reading.unknown-field@5:18,reading.unknown-field@5:33"),
    ("{field: status, never_falls: true}", "reading.wrong-field-type@5:18"),
    ("{field: phone, minimum: 1}", "reading.wrong-field-type@5:18"),
    ("{field: done, adds: status}", "reading.wrong-field-type@5:30"),
    ("{field: done, equals: deu}", "reading.unknown-field@5:32"),
    ("{field: done, at_most: due, severity: bad}", "yaml.not-a-choice@5:48"),
    ("{field: done, at_most: due, tolerance: 1}", "yaml.unknown-key@5:38"),
    ("{at_most: due}", "reading.check-of-no-kind@5:10"),
  ])
  func reportsABadCheckAtItsPlace(text: String, expected: String) {
    #expect(read("checks: [\(text)]").findings.joined(separator: ",") == expected)
  }

  @Test func namesTheKindThatWasMeant() {
    #expect(read("checks: [{field: done, at_mots: due}]").suggestions == ["at_most"])
    #expect(read("checks: [{field: done, never_fals: true}]").suggestions == ["never_falls"])
    #expect(read("checks: [{minimum: 1}]").suggestions == ["field"])
  }

  @Test func needsADateForChecksOverDays() {
    let found = read(
      "checks: [{field: done, never_falls: true}, {field: done, changes_at_most: 2}, {field: done, adds: due}]\n"
        + "expect: daily by 16:00", date: ""
    ).findings
    #expect(
      found == [
        "reading.check-needs-date@4:37", "reading.check-needs-date@4:75", "reading.check-needs-date@4:99",
        "reading.check-needs-date@5:9",
      ])
  }
}

private func r(_ numerator: Int128, _ denominator: Int128 = 1) -> Rational {
  Rational(numerator, over: denominator) ?? .zero
}
