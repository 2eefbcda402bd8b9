import Common
import Reading
import Tables

/// Who has not reported, as findings: one for each dataset, with the units' names.
package struct CompletenessCheck: Sendable {
  private let cube: Cube
  private let root: RegionIndex
  private let moment: Deadline
  private let atLeast: Rational

  /// - Parameters:
  ///   - root: the region whose units are asked for.
  ///   - moment: as of when.
  ///   - atLeast: the site's reporting threshold: below it silence is a warning, else worth knowing.
  package init(cube: Cube, root: RegionIndex, moment: Deadline, atLeast: Rational) {
    self.cube = cube
    self.root = root
    self.moment = moment
    self.atLeast = atLeast
  }

  package func run(findings: inout Findings) {
    for dataset in cube.tables.indices {
      if let due = cube.dueReports(dataset, root, at: moment) {
        if due.isSilent { silence(due, &findings) } else { missing(due, &findings) }
        late(due, &findings)
      }
      if let pending = cube.pendingReports(dataset, root, at: moment) { wait(pending, &findings) }
    }
  }

  /// Only the datasets of which nobody at all has sent the report that was due: their data are stale.
  package func runSilence(findings: inout Findings) {
    for dataset in cube.tables.indices {
      guard let due = cube.dueReports(dataset, root, at: moment), due.isSilent else { continue }
      silence(due, &findings)
    }
  }

  private func silence(_ due: DueReports, _ findings: inout Findings) {
    let last = cube.lastHeard(due.dataset, by: due.deadline.day)
    guard let last else {
      add(.neverReported, .warning, due, [], [], &findings)
      return
    }
    let days = due.deadline.day.dayNumber - last.dayNumber
    add(
      .nobodyReported, .warning, due, [("last", last.description), ("days", String(days))], [], &findings)
  }

  private func missing(_ due: DueReports, _ findings: inout Findings) {
    let units = due.units.filter { !$0.isLate }
    guard !units.isEmpty else { return }
    let wanted = cube.tables[due.dataset].declaration.reportingAtLeast ?? atLeast
    let isEnough = cube.meetsThreshold(due.reported, due.expected, wanted)
    add(
      .notReported, isEnough ? .remark : .warning, due,
      [
        ("reported", String(due.reported)), ("carried", String(due.carried)),
        ("declared", String(due.count { if case .declared = $0 { true } else { false } })),
        ("refused", String(due.count { if case .refused = $0 { true } else { false } })),
      ], units, &findings)
  }

  private func late(_ due: DueReports, _ findings: inout Findings) {
    let units = due.units.filter(\.isLate)
    if !units.isEmpty { add(.reportedLate, .remark, due, [], units, &findings) }
  }

  private func wait(_ due: DueReports, _ findings: inout Findings) {
    if !due.units.isEmpty { add(.notYetDue, .remark, due, [], due.units, &findings) }
  }

  private func add(
    _ rule: Rule, _ severity: Severity, _ due: DueReports, _ values: [(name: String, value: String)],
    _ units: [DueReports.Unit], _ findings: inout Findings
  ) {
    let declaration = cube.tables[due.dataset].declaration
    var diagnostic = Diagnostic(
      rule, severity, at: declaration.expectation?.location ?? declaration.location,
      [
        "dataset": declaration.title, "deadline": due.deadline.description,
        "expected": String(due.expected), "count": String(units.count),
      ])
    diagnostic.arguments += values.map { Diagnostic.Argument(name: $0.name, value: $0.value) }
    diagnostic.names = units.map { cube.tree[$0.region].name }
    findings.add(diagnostic)
  }
}

extension DueReports {
  /// Whether nobody at all has sent anything, not even a row that was refused or says that there is nothing.
  var isSilent: Bool {
    units.count == expected
      && units.allSatisfy { unit in
        switch unit.state {
        case .missing, .carried: true
        case .declared, .refused, .late: false
        }
      }
  }

  func count(_ holds: (State) -> Bool) -> Int { units.count { holds($0.state) } }
}
