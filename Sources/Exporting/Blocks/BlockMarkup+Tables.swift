import Pages

extension BlockMarkup {
  func table(_ view: TableView) -> Markup {
    let shown = view.columns.indices.filter { $0 == 0 || !isNarrow || !view.columns[$0].isOptional }
    let rows = view.rows.map { row -> Markup in
      let cells = shown.dropFirst().compactMap { index -> Markup? in
        guard row.cells.indices.contains(index - 1) else { return nil }
        return cell(row.cells[index - 1], isNumber: view.columns[index].isNumber)
      }
      return .make("tr", "", [.make("th", "row", row.header.text)] + cells)
    }
    return table(shown.map { (view.columns[$0].title, view.columns[$0].isNumber) }, rows)
  }

  func ranking(_ view: RankingView) -> Markup {
    var columns = [(words[.rank], false), (words[.place], false), (view.valueTitle, true)]
    if !isNarrow, !view.partsTitle.isEmpty { columns.append((view.partsTitle, true)) }
    columns.append((words[.change], true))
    if !isNarrow { columns += view.otherTitles.map { ($0.text, true) } }
    let rows = (view.rows + view.folded).map { row -> Markup in
      var value: [Markup] = [.make("strong", row.value.number)]
      if let mark = row.mark {
        value =
          mark.text == row.value.number
          ? [self.marked(mark)] : value + self.mark(mark, beside: row.value.number)
      }
      var cells: [Markup] = [
        .make("td", "", row.position), .make("th", "row", row.place.text), .make("td", "n", value),
      ]
      if !isNarrow, !view.partsTitle.isEmpty { cells.append(.make("td", "n", row.parts)) }
      cells.append(.make("td", "n", row.change))
      if !isNarrow { cells += row.others.map { .make("td", "n", $0.number) } }
      return .make("tr", "", cells)
    }
    return table(columns, rows)
  }

  private func table(_ columns: [(title: String, isNumber: Bool)], _ rows: [Markup]) -> Markup {
    .make(
      "table", "data",
      [
        .make("thead", "", [.make("tr", "", columns.map { .make("th", $0.isNumber ? "n" : "", $0.title) })]),
        .make("tbody", "", rows),
      ])
  }

  private func cell(_ cell: TableView.Cell, isNumber: Bool) -> Markup {
    var children: [Markup] = []
    // A state is told once: by its mark, which has the word.
    if let mark = cell.mark, mark.text == cell.text || cell.text.isEmpty {
      children = [marked(mark)]
    } else {
      children = [cell.isStrong ? .make("strong", cell.text) : .text(cell.text)]
      if let mark = cell.mark { children += self.mark(mark, beside: cell.text) }
    }
    return .make("td", isNumber ? "n" : "", children)
  }

  private func marked(_ mark: Mark) -> Markup { .make("span", "mark \(mark.kind.rawValue)", mark.text) }
}
