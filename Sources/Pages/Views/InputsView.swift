/// Where a place's figures of the day come from, as numbered rows: 数据来由.
package struct InputsView: Sendable {
  package var id: String
  package var title: String
  package var subtitle: String
  /// 26项指标、58行: what the fold holds.
  package var foldTitle: String
  /// Inputs before what is computed from them, each once.
  package var table: TableView
}
