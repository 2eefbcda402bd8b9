import Common
import Reading

/// Checks from one report of a place to its next. What `corrections.yaml` explains is no finding.
extension DeclaredChecks {
  func neverFalls(_ field: Int, _ breaches: inout Breaches) {
    guard builder.hasDays, hasNumbers([field]) else { return }
    eachAfterItsLast(besides: [field], keeping: { exact(field, $0) != nil }) { row, last in
      guard let value = exact(field, row), let earlier = exact(field, last), value < earlier,
        !isExplained(field, row)
      else { return }
      breaches.add(
        .cumulativeFalls, of: builder.regions[row], at: { builder.location(row: row, field: field) },
        { change(field, row, value, last, earlier) })
    }
  }

  /// - Parameters:
  ///   - factor: above 1; a number may become `factor` times as much or that part of it.
  ///   - from: two values that are both below it are passed over.
  func changes(_ field: Int, _ factor: Rational, _ from: Rational, _ breaches: inout Breaches) {
    guard builder.hasDays, hasNumbers([field]) else { return }
    let least = Millionths.ceiling(from)
    let (more, less) = (factor.numerator, factor.denominator)
    eachAfterItsLast(besides: [field], keeping: { exact(field, $0) != nil }) { row, last in
      guard let value = exact(field, row), let earlier = exact(field, last), min(value, earlier) >= 0,
        max(value, earlier) >= least, max(value, earlier) * less > min(value, earlier) * more,
        !isExplained(field, row)
      else { return }
      breaches.add(
        .changesTooMuch, of: builder.regions[row], at: { builder.location(row: row, field: field) },
        {
          [
            "field": title(field), "place": name(row), "found": written(value, field), "date": date(row),
            "earlier": written(earlier, field), "earlier_date": date(last), "factor": factor.plainDecimal(),
          ]
        })
    }
  }

  /// Today's cumulative number is the previous report's and what is new; where the previous period has no
  /// report, or one of the numbers is not known, nothing can be said.
  func adds(_ field: Int, _ new: Int, _ breaches: inout Breaches) {
    guard builder.hasDays, hasNumbers([field, new]) else { return }
    eachAfterItsLast(besides: [field, new], keeping: { _ in true }) { row, last in
      guard isNext(row, after: last), let total = exact(field, row), let earlier = exact(field, last),
        let added = exact(new, row), earlier + added != total, !isExplained(field, row)
      else { return }
      breaches.add(
        .additionDiffers, of: builder.regions[row], at: { builder.location(row: row, field: field) },
        {
          [
            "field": title(field), "place": name(row), "found": written(total, field), "date": date(row),
            "earlier": written(earlier, field), "earlier_date": date(last), "new": title(new),
            "added": written(added, new), "expected": written(earlier + added, field),
          ]
        })
    }
  }

  private func change(_ field: Int, _ row: Int, _ value: Int128, _ last: Int, _ earlier: Int128)
    -> KeyValuePairs<String, String>
  {
    [
      "field": title(field), "place": name(row), "found": written(value, field), "date": date(row),
      "earlier": written(earlier, field), "earlier_date": date(last),
    ]
  }

  /// Whether a row's report follows the other's with none due between them: the day after, or that of the
  /// period after where the dataset is expected by the week or month.
  private func isNext(_ row: Int, after last: Int) -> Bool {
    guard let expectation = declaration.expectation else {
      return builder.days[row] - builder.days[last] == 1
    }
    let window = expectation.window(of: CivilDate(dayNumber: builder.days[row]))
    return expectation.window(dueOn: window.lowerBound.adding(days: -1))
      .contains(CivilDate(dayNumber: builder.days[last]))
  }

  /// Goes through the rows by day, each with the last one of its place, and of the same values in the key's
  /// other fields.
  private func eachAfterItsLast(
    besides fields: [Int], keeping isKept: (Int) -> Bool, _ body: (Int, Int) -> Void
  ) {
    let others = declaration.key.filter { !isOwnPlaceOrDay($0) && !fields.contains($0) }
    let groups = RowGroups(
      rowCount: builder.rowCount,
      columns: [builder.columns[declaration.regionField]] + others.map { builder.columns[$0] }
        + (builder.originColumn.map { [$0] } ?? []))
    var last = Array(repeating: -1, count: groups.firstRows.count)
    for row in rowsByDay() where isKept(row) {
      let group = Int(groups.groups[row])
      if last[group] >= 0 { body(row, last[group]) }
      last[group] = row
    }
  }

  func isOwnPlaceOrDay(_ field: Int) -> Bool {
    field == declaration.regionField || declaration.date == .field(field)
  }

  /// By day, and by the time of day where there is one: a file may have its newest rows first.
  private func rowsByDay() -> [Int] {
    let days = builder.days
    if case .field(let field) = declaration.date, builder.columns[field].kind == .moments {
      let words = builder.columns[field].wide
      return days.indices.sorted { (days[$0], words[$0], $0) < (days[$1], words[$1], $1) }
    }
    if zip(days, days.dropFirst()).allSatisfy({ $0 <= $1 }) { return Array(days.indices) }
    return days.indices.sorted { (days[$0], $0) < (days[$1], $1) }
  }
}
