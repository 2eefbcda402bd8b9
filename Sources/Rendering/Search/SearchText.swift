import Pages

/// The words of a page that a search reads, a line for each paragraph, item or sentence.
struct SearchText {
  private(set) var text = ""

  init(_ view: PageView) {
    add(view.summary)
    for block in ProseText(view.body).blocks { add(block.text) }
    for piece in view.body {
      if case .block(let block, _) = piece { add(block) }
    }
    for name in [view.place?.text ?? ""] + view.people + view.tags + [view.byline] { add(name) }
  }

  private mutating func add(_ words: String) {
    if !words.isEmpty { text += words + "\n" }
  }

  private mutating func add(_ block: BlockView) {
    switch block {
    case .summary(let title, let sentences):
      add(title)
      sentences.forEach { add($0.text) }
    case .notes(let notes):
      add(notes.title)
      add(notes.complete)
      for late in notes.late { add(late.summary) }
      for correction in notes.corrections {
        add(correction.subject)
        add(correction.reason)
      }
    case .profile(let profile):
      add(profile.name)
      add(profile.role)
      add(profile.text)
    case .steps(let title, let steps):
      add(title)
      for step in steps {
        add(step.title)
        add(step.text)
      }
    case .figures(_, let title, _, _, _), .charts(_, let title, _, _, _): add(title)
    case .table(let table): add(table.title)
    case .ranking(let ranking): add(ranking.title)
    case .reminders(let reminders): add(reminders.title)
    case .inputs(let inputs): add(inputs.title)
    case .stories, .nothing: break
    }
  }
}
