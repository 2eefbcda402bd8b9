/// Who has not reported, by dataset and deadline: 催报.
package struct RemindersView: Sendable {
  /// A dataset of which somebody is waited for.
  package struct Item: Sendable {
    package var dataset: String
    /// 2月14日16:00前已报35/37个社区，未报2个，其中1个沿用前日
    package var summary: String
    package var reported: Int
    package var expected: Int

    package init(dataset: String, summary: String, reported: Int, expected: Int) {
      self.dataset = dataset
      self.summary = summary
      self.reported = reported
      self.expected = expected
    }
  }

  package var id: String
  package var title: String
  package var subtitle: String
  /// The datasets that everybody has reported in time, as a sentence; empty where there is none.
  package var complete: String
  package var items: [Item]
  /// One row for each unit and dataset; empty where everybody has reported in time.
  package var table: TableView
  /// How many of its rows are shown; the others stand behind a fold.
  package var shown: Int
  /// 其余12项
  package var foldTitle: String

  /// The rows that are shown, and those behind the fold.
  package var head: TableView { part(table.rows.prefix(shown)) }
  package var rest: TableView? { table.rows.count > shown ? part(table.rows.dropFirst(shown)) : nil }

  private func part(_ rows: ArraySlice<TableView.Row>) -> TableView {
    var view = table
    view.rows = Array(rows)
    return view
  }
}
