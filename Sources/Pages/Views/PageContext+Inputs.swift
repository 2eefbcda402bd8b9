import Common
import Reading
import Statistics

extension PageContext {
  /// The inputs of the place's figures of the day, with their files and rows.
  ///
  /// - Parameter indicators: `nil` is every indicator that has something to say here.
  /// - Complexity: of each indicator that of its explanation without the units.
  func inputs(_ frame: DirectiveFrame, _ indicators: [IndicatorIndex]?) -> BlockView {
    let region = self.region(frame.place)
    var ledger = InputLedger(page: self, region: region)
    let shown = (indicators ?? site.indicatorsByTopic).filter { isDue(figure($0, region)) }
    for indicator in shown { ledger.add(indicator) }
    let rows = ledger.tableRows
    guard !rows.isEmpty else { return .nothing }
    let last = shown.filter { isDated($0) }.map { day(of: $0, in: region) }.max() ?? cube.asOf
    return .inputs(
      InputsView(
        id: frame.id, title: text(frame.title), subtitle: subtitle(frame, region, last),
        foldTitle: words.fill(
          .inputsFold, ["indicators": String(shown.count), "rows": String(rows.count)]),
        table: TableView(
          id: frame.id, title: text(frame.title), subtitle: "", note: words[.inputsNote],
          columns: [
            TableView.Column(title: words[.inputsLine], isNumber: false),
            TableView.Column(title: words[.item], isNumber: false),
            TableView.Column(title: words[.value], isNumber: true),
            TableView.Column(title: words[.state], isNumber: false),
            TableView.Column(title: words[.inputsOrigin], isNumber: false),
          ], rows: rows)))
  }
}

extension SiteContext {
  /// Indicators as their files stand, topic after topic.
  var indicatorsByTopic: [IndicatorIndex] {
    indicators.indices.sorted {
      (indicators[$0].location, $0) < (indicators[$1].location, $1)
    }
  }
}
