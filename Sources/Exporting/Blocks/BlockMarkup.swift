import Common
import Pages
import Rendering

/// The blocks of a page in plain form: paragraphs, tables and flat charts.
struct BlockMarkup: Sendable {
  let words: Words
  let chart: FlatChart
  /// A phone has room for a few columns only.
  let isNarrow: Bool

  func markup(_ block: BlockView) -> [Markup] {
    switch block {
    case .figures(_, let title, let subtitle, let cards, _):
      [.make("section", "block", heading(title, subtitle) + [self.cards(cards)])]
    case .charts(_, let title, let subtitle, let charts, let small):
      [
        .make("section", "block", heading(title, subtitle) + charts.map { figure($0, small: small) })
      ]
    case .table(let view):
      [
        .make(
          "section", "block",
          heading(view.title, view.subtitle) + [table(view)] + paragraph(view.note, "block-note"))
      ]
    case .ranking(let view):
      [
        .make(
          "section", "block",
          heading(view.title, view.subtitle) + [ranking(view)] + paragraph(view.note, "block-note"))
      ]
    case .summary(let title, let sentences):
      heading(title, "") + paragraph(sentences.map(\.text).joined().trimmed, "say")
    case .notes(let view): notes(view)
    case .reminders(let view): reminders(view)
    case .profile(let view): profile(view)
    case .steps(let title, let steps): heading(title, "") + self.steps(steps)
    case .stories(let title, let stories): heading(title, "") + stories.map { story($0) }
    // Where figures come from is for whoever can look at the files: it stays on the site.
    case .inputs, .nothing: []
    }
  }

  func heading(_ title: String, _ subtitle: String) -> [Markup] {
    paragraph(title, "block-title") + paragraph(subtitle, "block-sub")
  }

  func paragraph(_ text: String, _ role: String) -> [Markup] {
    text.isEmpty ? [] : [.make("p", role, text)]
  }

  private func figure(_ view: ChartView, small: Bool) -> Markup {
    var buffer = ByteBuffer(capacity: 16_384)
    ChartMarkup(words: words).write(view, small: small, into: &buffer)
    let picture = chart.flatten(buffer.bytes).map { [Markup.element($0)] } ?? []
    return .make(
      "section", small ? "chart small" : "chart",
      heading(view.title, view.subtitle) + picture + paragraph(view.remark, "block-note")
        + paragraph(view.note, "block-note"))
  }

  /// 入户排查日报：已报35/37，未报2个社区（示例11社区、示例23社区）。
  private func notes(_ view: NotesView) -> [Markup] {
    var lines = heading(view.title, "")
    lines += paragraph(view.complete, "note")
    for late in view.late {
      let names = late.missing.map(\.text).joined(separator: words[.listComma])
      lines += paragraph(
        words.sentences([late.summary + (names.isEmpty ? "" : words.fill(.parentheses, ["text": names]))]),
        "note")
    }
    for text in view.provisional { lines += paragraph(text, "note") }
    for correction in view.corrections {
      let reasons = [correction.reason, correction.byline].filter { !$0.isEmpty }.joined(
        separator: words[.semicolon])
      lines.append(
        .make(
          "p", "note",
          [
            .make("span", "mark corr", words[.corrected]), .text(words[.colon] + correction.subject + " "),
            .make("del", correction.old), .text(" "), .make("strong", correction.new),
            .text(reasons.isEmpty ? "" : words.fill(.parentheses, ["text": reasons])),
          ]))
    }
    return lines
  }

  private func reminders(_ view: RemindersView) -> [Markup] {
    heading(view.title, view.subtitle)
      + view.items.flatMap { item in
        paragraph(words.sentences([item.dataset + words[.colon] + item.summary]), "note")
      }
      + paragraph(view.complete, "note") + (view.table.rows.isEmpty ? [] : [table(view.table)])
  }

  private func profile(_ view: ProfileView) -> [Markup] {
    let role = [view.role, view.place?.text ?? ""].filter { !$0.isEmpty }.joined(separator: words[.comma])
    return heading(view.name, role) + paragraph(view.text, "say")
      + (view.figures.isEmpty ? [] : [cards(view.figures)])
  }

  private func steps(_ steps: [StepView]) -> [Markup] {
    steps.enumerated().map { number, step in
      var children: [Markup] = [.make("strong", "\(number + 1). \(step.title)")]
      if let figure = step.figure, let title = step.figureTitle {
        children.append(
          .text(
            " "
              + words.fill(
                .parentheses, ["text": words.fill(.exportFact, ["title": title.text, "value": figure.text])]))
        )
        if let mark = figure.mark { children += self.mark(mark, beside: figure.number) }
      }
      if !step.text.isEmpty { children += [.element(MarkupElement("br")), .text(step.text)] }
      return .make("p", "step", children)
    }
  }

  private func story(_ card: StoryCard) -> Markup {
    let day = card.day.map { DateText(words: words).full($0) } ?? ""
    let about = [card.place?.text ?? "", day].filter { !$0.isEmpty }.joined(separator: words[.comma])
    var children: [Markup] = [.make("strong", card.title)]
    for text in [about, card.summary] where !text.isEmpty {
      children += [.element(MarkupElement("br")), .text(text)]
    }
    return .make("p", "story", children)
  }

  /// A mark's word; none where the figure itself says it.
  func mark(_ mark: Mark, beside number: String) -> [Markup] {
    mark.text == number ? [] : [.text(" "), .make("span", "mark \(mark.kind.rawValue)", mark.text)]
  }
}
