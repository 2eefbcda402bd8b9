import Pages

extension FeedMarkup {
  /// A directive without its drawing: what it says stands in sentences and tables.
  mutating func block(_ block: BlockView) {
    switch block {
    case .figures(_, let title, let subtitle, let cards, _):
      heading(title)
      paragraph(subtitle)
      list(cards.map { self.card($0) })
    case .charts(_, let title, let subtitle, let charts, _):
      heading(title)
      paragraph(subtitle)
      for chart in charts {
        paragraph(chart.description)
        paragraph(chart.remark)
        paragraph(chart.note)
      }
    case .table(let view): table(view)
    case .ranking(let view): ranking(view)
    case .summary(let title, let sentences):
      heading(title)
      paragraph(sentences.map(\.text).joined())
    case .notes(let view): notes(view)
    case .reminders(let view):
      heading(view.title)
      paragraph(view.subtitle)
      for item in view.items { paragraph(words.sentences([item.dataset + words[.colon] + item.summary])) }
      paragraph(view.complete)
      if !view.table.rows.isEmpty { table(view.table) }
    case .profile(let view):
      heading(view.name)
      paragraph(
        ([view.role, view.place?.text ?? ""].filter { !$0.isEmpty }).joined(separator: words[.comma]))
      paragraph(view.text)
      list(view.figures.map { self.card($0) })
    case .steps(let title, let steps):
      heading(title)
      tag("ol") { list in
        for step in steps {
          list.tag("li") { item in
            item.tag("strong") { $0.text(step.title) }
            item.text(item.words[.colon] + step.text)
            if let figure = step.figure { item.text(figure.text) }
          }
        }
      }
      newline()
    case .stories(let title, let stories):
      heading(title)
      tag("ul") { list in
        for story in stories {
          list.tag("li") { item in
            item.link(
              LinkText(text: item.context.marked(story.title, story.isIllustrative), address: story.address))
          }
        }
      }
      newline()
    // Row numbers are for whoever stands before the page, and can look at the files.
    case .inputs, .nothing: break
    }
  }

  /// 排查覆盖率：95.4%，偏低，下降0.6个百分点（昨日96.0%）
  private func card(_ view: CardView) -> String {
    var parts = [view.figure.text]
    if let mark = view.mark, mark.text != view.figure.number { parts.append(mark.text) }
    if let change = view.change {
      parts.append(change.words + (view.comparison.map { words.fill(.parentheses, ["text": $0]) } ?? ""))
    }
    return view.title.text + words[.colon] + parts.joined(separator: words[.comma])
  }

  private mutating func table(_ view: TableView) {
    heading(view.title)
    paragraph(view.subtitle)
    table(
      head: view.columns.map(\.title),
      rows: view.rows.map { row in
        (
          row.header,
          row.cells.map { cell in
            let mark = cell.mark.map(\.text) ?? ""
            return mark.isEmpty || mark == cell.text
              ? cell.text : [cell.text, mark].filter { !$0.isEmpty }.joined(separator: " ")
          }
        )
      })
    paragraph(view.note)
  }

  private mutating func ranking(_ view: RankingView) {
    heading(view.title)
    paragraph(view.subtitle)
    var head = [words[.place], words[.rank], view.valueTitle, words[.change]]
    if !view.partsTitle.isEmpty { head.append(view.partsTitle) }
    head += view.otherTitles.map(\.text) + [words[.state]]
    table(
      head: head,
      rows: view.rows.map { row in
        var cells = [row.position, row.value.text, row.change]
        if !view.partsTitle.isEmpty { cells.append(row.parts) }
        cells += row.others.map(\.text)
        // A state is told once: the figure itself may have the word.
        cells.append(row.mark.map { $0.text == row.value.text ? "" : $0.text } ?? "")
        return (row.place, cells)
      })
    if !view.folded.isEmpty { paragraph(words.fill(.restOf, ["count": String(view.folded.count)])) }
    paragraph(view.note)
  }

  private mutating func table(head: [String], rows: [(LinkText, [String])]) {
    guard !rows.isEmpty else { return }
    tag("table") { table in
      table.tag("thead") { $0.tag("tr") { row in for title in head { row.tag("th") { $0.text(title) } } } }
      table.tag("tbody") { body in
        for (header, cells) in rows {
          body.tag("tr") { row in
            row.tag("th") { $0.link(header) }
            for cell in cells { row.tag("td") { $0.text(cell) } }
          }
        }
      }
    }
    newline()
  }

  private mutating func notes(_ view: NotesView) {
    heading(view.title)
    paragraph(view.complete)
    for late in view.late {
      let names = late.missing.map(\.text).joined(separator: words[.listComma])
      paragraph(
        words.sentences([late.summary + (names.isEmpty ? "" : words.fill(.parentheses, ["text": names]))]))
    }
    for sentence in view.provisional { paragraph(sentence) }
    list(
      view.corrections.map { correction in
        let change = correction.old + " → " + correction.new
        return correction.subject + words[.colon]
          + [change, correction.reason, correction.byline].filter { !$0.isEmpty }.joined(
            separator: words[.semicolon])
      })
  }
}
