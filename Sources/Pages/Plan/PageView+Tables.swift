extension PageView {
  /// The tables of the page, each offered as CSV.
  package var tables: [TableView] {
    body.flatMap { piece -> [TableView] in
      guard case .block(let block, _) = piece else { return [] }
      switch block {
      case .figures(_, _, _, _, let table): return table.map { [$0] } ?? []
      case .charts(_, _, _, let charts, _): return charts.map(\.table)
      case .table(let table): return [table]
      case .ranking(let ranking): return [ranking.table]
      case .reminders(let view): return view.table.rows.isEmpty ? [] : [view.table]
      case .inputs(let view): return [view.table]
      case .summary, .notes, .profile, .steps, .stories, .nothing: return []
      }
    }
  }
}
