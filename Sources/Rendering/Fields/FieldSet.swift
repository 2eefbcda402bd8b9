import Templates

/// The schemas of all templates, made once.
package struct FieldSet: Sendable {
  /// Schemas that several others hold.
  struct Shared: Sendable {
    let link = LinkFields()
    let mark = MarkFields()
    let title = TitleFields()
    let cover = CoverFields()
    let story: StoryFields
    let topic = TopicFields()
    let parameter = ParameterFields()
    let sharing = SharingFields()
    let month = MonthFields()
    let placeRow = PlaceRowFields()
    let succession: SuccessionFields
    let definition = DefinitionFields()
    let margin = MarginFields()
    let history: HistoryFields

    init() {
      story = StoryFields(cover: cover)
      succession = SuccessionFields(link: link)
      history = HistoryFields(link: link)
    }
  }

  let shared = Shared()
  let card: CardFields
  let figures: FiguresFields
  let charts: ChartsFields
  let table: TableFields
  let ranking: RankingFields
  let summary = SummaryFields()
  let notes: NotesFields
  let reminders: RemindersFields
  let inputs: InputsFields
  let profile: ProfileFields
  let steps = StepsFields()
  let stories: StoriesFields
  let inline = InlineFields()
  let page: PageFields
  let published: PublishedNoteFields

  package init() {
    card = CardFields(mark: shared.mark)
    figures = FiguresFields(title: shared.title, card: card)
    charts = ChartsFields(title: shared.title, link: shared.link)
    table = TableFields(title: shared.title, mark: shared.mark)
    ranking = RankingFields(title: shared.title, mark: shared.mark, link: shared.link)
    notes = NotesFields(link: shared.link)
    reminders = RemindersFields(title: shared.title)
    inputs = InputsFields(title: shared.title)
    profile = ProfileFields(link: shared.link, card: card)
    stories = StoriesFields(story: shared.story)
    page = PageFields(shared)
    published = PublishedNoteFields(link: shared.link, revision: shared.history.revision)
  }

  /// The templates that a theme must have, each with what it may name.
  package var roots: [TemplateRoot] {
    Self.layouts.map { layout($0) } + [
      TemplateRoot("blocks/figures", figures.schema), TemplateRoot("blocks/charts", charts.schema),
      TemplateRoot("blocks/table", table.schema), TemplateRoot("blocks/data", table.schema),
      TemplateRoot("blocks/ranking", ranking.schema), TemplateRoot("blocks/summary", summary.schema),
      TemplateRoot("blocks/reminders", reminders.schema), TemplateRoot("blocks/inputs", inputs.schema),
      TemplateRoot("blocks/notes", notes.schema), TemplateRoot("blocks/profile", profile.schema),
      TemplateRoot("blocks/steps", steps.schema), TemplateRoot("blocks/stories", stories.schema),
      TemplateRoot("blocks/inline", inline.schema), TemplateRoot("blocks/published", published.schema),
    ]
  }

  /// A layout of a theme's own may name what any layout may.
  func layout(_ name: String) -> TemplateRoot { TemplateRoot("layouts/" + name, page.schema) }

  static let layouts = [
    "home", "region", "indicator", "bulletin", "story", "page", "places", "method", "bulletins", "stories",
    "topic", "topics", "search", "notfound", "revisions", "releases", "release",
  ]
}
