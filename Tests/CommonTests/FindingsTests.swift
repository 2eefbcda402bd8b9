import Common
import Testing

@Suite struct FindingsTests {
  @Test(arguments: [
    ("houshold_due", ["households_due", "households_done", "date"], "households_due"),
    ("安家咀社区", ["锦官驿社区", "安家嘴社区"], "安家嘴社区"),
    ("安家嘴", ["锦官驿社区", "安家嘴社区"], "安家嘴社区"),
  ])
  func suggestsTheNearestName(typed: String, known: [String], expected: String) {
    #expect(NearestNames.find(typed, in: known).first == expected)
  }

  @Test func suggestsNothingForAStranger() {
    #expect(NearestNames.find("xyz", in: ["households", "date"]).isEmpty)
  }

  @Test func sortsByPlaceAndKeepsEachOnce() {
    var findings = Findings()
    let late = Diagnostic(Rule("a.b"), at: Location(file: "x.csv", line: 10, column: 1))
    let early = Diagnostic(Rule("a.b"), at: Location(file: "x.csv", line: 9, column: 3))
    findings.add(late)
    findings.add(early)
    findings.add(late)
    #expect(findings.sorted() == [early, late])
  }
}
