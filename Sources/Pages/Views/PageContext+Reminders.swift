import Common
import Reading
import Statistics

extension PageContext {
  /// Who has not reported of the region's units, as of the page's day at its cut-off.
  func reminders(_ frame: DirectiveFrame, _ options: ReminderOptions) -> BlockView {
    let region = self.region(frame.place)
    let moment = Deadline(day: day ?? cube.asOf, minutes: site.site.cutOffMinutes)
    let dues = (options.datasets ?? Array(site.datasets.indices)).compactMap {
      cube.dueReports($0, region, at: moment)
    }
    guard !dues.isEmpty else { return .nothing }
    let open = dues.filter { !$0.units.isEmpty }
    let kept = dues.filter { $0.units.isEmpty }.map { site.datasets[$0.dataset].title }
    let rows = reminderRows(open)
    let isUnit = open.allSatisfy { $0.units.map(\.region) == [region] }
    return .reminders(
      RemindersView(
        id: frame.id, title: text(frame.title), subtitle: text(frame.subtitle),
        complete: kept.isEmpty
          ? "" : words.fill(.remindersKept, ["names": kept.joined(separator: words[.listComma])]),
        // Of a unit's own reports the table says it all.
        items: isUnit ? [] : open.map(reminderItem), table: reminderTable(frame, rows, isUnit: isUnit),
        shown: options.limit,
        foldTitle: rows.count > options.limit
          ? words.fill(.remindersRest, ["count": String(rows.count - options.limit)]) : ""))
  }

  private func reminderItem(_ due: DueReports) -> RemindersView.Item {
    let unit = site.tree.levels[site.tables[due.dataset].level].title
    var parts = [
      words.fill(
        .remindersDue,
        [
          "deadline": deadline(due), "reported": String(due.reported), "expected": String(due.expected),
          "units": unit,
        ])
    ]
    if due.late > 0 { parts.append(words.fill(.remindersLate, ["count": String(due.late)])) }
    let missing = due.expected - due.reported
    if missing > 0 { parts.append(words.fill(.remindersMissing, ["count": String(missing)])) }
    if due.carried > 0 { parts.append(words.fill(.carriedForward, ["count": String(due.carried)])) }
    return RemindersView.Item(
      dataset: site.datasets[due.dataset].title, summary: parts.joined(separator: words[.comma]),
      reported: due.reported, expected: due.expected)
  }

  private func deadline(_ due: DueReports) -> String {
    site.dates.short(due.deadline.day) + words[.space] + site.dates.time(minutes: due.deadline.minutes)
  }

  private struct ReminderRow {
    var due: DueReports
    var unit: DueReports.Unit
  }

  /// By unit, so that one call asks for all that one unit owes: the longest silent first, then those that owe most.
  private func reminderRows(_ dues: [DueReports]) -> [ReminderRow] {
    let rows = dues.flatMap { due in due.units.map { ReminderRow(due: due, unit: $0) } }
    let units = Dictionary(grouping: rows, by: \.unit.region).values.map { rows in
      (
        rows: rows, silence: rows.map { silence($0.unit) }.max() ?? 0,
        open: rows.count { !$0.unit.isLate }, region: rows[0].unit.region
      )
    }
    return units.sorted { left, right in
      if left.silence != right.silence { return left.silence > right.silence }
      return left.open == right.open ? left.region < right.region : left.open > right.open
    }.flatMap(\.rows)
  }

  /// Days, for the order: who never reported comes first, who was late last.
  private func silence(_ unit: DueReports.Unit) -> Int {
    unit.isLate ? -1 : unit.silentDays ?? .max
  }

  private func reminderTable(_ frame: DirectiveFrame, _ rows: [ReminderRow], isUnit: Bool) -> TableView {
    let dataset = TableView.Column(title: words[.dataset], isNumber: false)
    let more = [
      TableView.Column(title: words[.state], isNumber: false),
      TableView.Column(title: words[.lastReport], isNumber: false),
      TableView.Column(title: words[.silentDays], isNumber: true),
      TableView.Column(title: words[.deadline], isNumber: false, isOptional: true),
    ]
    return TableView(
      id: frame.id, title: "", subtitle: "", note: "",
      columns: isUnit
        ? [dataset] + more
        : [TableView.Column(title: words[.reportingUnit], isNumber: false), dataset] + more,
      rows: rows.map { row in
        let title = site.datasets[row.due.dataset].title
        return TableView.Row(
          header: isUnit ? LinkText(text: title) : link(row.unit.region),
          cells: (isUnit ? [] : [TableView.Cell(text: title)]) + cells(row))
      })
  }

  private func cells(_ row: ReminderRow) -> [TableView.Cell] {
    let mark = mark(row.unit, row.due)
    let unit = row.unit
    let never = unit.isLate ? "—" : words[.neverReported]
    return [
      TableView.Cell(text: mark.text, mark: mark),
      TableView.Cell(
        text: unit.lastReport.map { site.dates.short($0) } ?? never,
        plain: unit.lastReport?.description ?? ""),
      TableView.Cell(
        text: unit.silentDays.map(String.init) ?? "—", plain: unit.silentDays.map(String.init) ?? "",
        isNumber: true),
      TableView.Cell(text: deadline(row.due), plain: row.due.deadline.description),
    ]
  }

  private func mark(_ unit: DueReports.Unit, _ due: DueReports) -> Mark {
    switch unit.state {
    case .missing: Mark(kind: .miss, text: words[.notReported])
    case .carried(let from):
      Mark(kind: .prov, text: words.fill(.remindersCarried, ["day": site.dates.short(from)]))
    case .declared(let label): Mark(kind: .na, text: label ?? words[.remindersDeclared])
    case .refused(let rows):
      Mark(kind: .bad, text: words.fill(.remindersRefused, ["count": String(rows)]))
    case .late(let known):
      Mark(kind: .warn, text: words.fill(.remindersLateAt, ["time": time(known, due)]))
    }
  }

  /// 17:20, or 2月15日9:05 where it was another day.
  private func time(_ known: Moment, _ due: DueReports) -> String {
    let day = known.day == due.deadline.day ? "" : site.dates.short(known.day)
    guard let second = known.second else { return day }
    return [day, site.dates.time(minutes: Int(second) / 60)].filter { !$0.isEmpty }
      .joined(separator: words[.space])
  }
}
