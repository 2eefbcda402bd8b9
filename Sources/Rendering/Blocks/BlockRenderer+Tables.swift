import Charts
import Common
import Pages
import Templates

extension BlockRenderer {
  /// A table on its own, scrollable, for a fold.
  func data(_ view: TableView) -> [UInt8] {
    let record = table(view)
    return markup { render("blocks/data", record, into: &$0) }
  }

  func table(_ view: TableView) -> Record {
    let slots = fields.table
    var record = Record(slots.schema)
    record.set(slots.id, view.id)
    record.set(slots.heading, heading(view.title))
    record.set(slots.subtitle, view.subtitle)
    record.set(slots.note, view.note)
    record.set(slots.isRecords, view.isRecords)
    record.set(slots.csv, csvLink(view.id))
    record.set(
      slots.columns,
      view.columns.map { column in
        let slots = fields.table.column
        var record = Record(slots.schema)
        record.set(slots.text, column.title)
        record.set(slots.href, href(column.address))
        record.set(slots.isNumber, column.isNumber)
        record.set(slots.isOptional, column.isOptional)
        return record
      })
    let columns = Array(view.columns.dropFirst())
    record.set(slots.rows, view.rows.map { row($0, columns) })
    return record
  }

  private func row(_ row: TableView.Row, _ columns: [TableView.Column]) -> Record {
    let slots = fields.table.row
    var record = Record(slots.schema)
    record.set(slots.header, row.header.text)
    record.set(slots.href, href(row.header.address))
    record.set(slots.cells, zip(row.cells, columns).map { cell($0, $1) })
    return record
  }

  private func cell(_ cell: TableView.Cell, _ column: TableView.Column) -> Record {
    let slots = fields.table.row.cell
    var record = Record(slots.schema)
    // A state is told once: by its mark, which has the word.
    record.set(slots.text, cell.mark?.text == cell.text ? "" : cell.text)
    record.set(slots.href, href(cell.address))
    record.set(slots.isNumber, column.isNumber)
    record.set(slots.isStrong, cell.isStrong)
    record.set(slots.isOptional, column.isOptional)
    if let mark = cell.mark { record.set(slots.mark, self.mark(mark)) }
    return record
  }

  func ranking(_ view: RankingView) -> Record {
    let slots = fields.ranking
    var record = Record(slots.schema)
    record.set(slots.id, view.id)
    record.set(slots.heading, heading(view.title))
    record.set(slots.subtitle, view.subtitle)
    record.set(slots.note, view.note)
    record.set(slots.csv, csvLink(view.table.id))
    record.set(slots.valueTitle, view.valueTitle)
    record.set(slots.valueHref, href(view.valueAddress))
    record.set(slots.barTitle, view.barTitle)
    record.set(slots.partsTitle, view.partsTitle)
    record.set(slots.isRemaining, view.rows.contains { $0.targetShare != nil })
    record.set(slots.otherTitles, view.otherTitles.map { link($0) })
    record.set(slots.rows, view.rows.map { rankingRow($0, hasParts: !view.partsTitle.isEmpty) })
    record.set(slots.folded, view.folded.map { rankingRow($0, hasParts: !view.partsTitle.isEmpty) })
    if !view.folded.isEmpty {
      record.set(slots.foldTitle, words.fill(.restOf, ["count": String(view.folded.count)]))
    }
    record.set(slots.table, data(view.table))
    return record
  }

  private func rankingRow(_ row: RankingView.Row, hasParts: Bool) -> Record {
    let slots = fields.ranking.row
    var record = Record(slots.schema)
    record.set(slots.position, row.position)
    record.set(slots.move, row.move)
    record.set(slots.name, row.place.text)
    record.set(slots.href, href(row.place.address))
    record.set(slots.value, row.value.number)
    record.set(slots.barText, row.barText)
    record.set(slots.change, row.change)
    record.set(slots.parts, hasParts ? row.parts : "")
    record.set(slots.others, row.others.map(\.number))
    if let share = row.share {
      let bar = HorizontalBar(share: share, target: row.targetShare)
      record.set(slots.bar, markup { bar.write(to: &$0) })
    }
    if let mark = row.mark { record.set(slots.mark, self.mark(mark)) }
    return record
  }
}
