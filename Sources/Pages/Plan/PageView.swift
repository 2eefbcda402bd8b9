import Common
import Reading

/// What a page is, which chooses its layout.
package enum PageKind: Sendable, Hashable {
  case home
  case region(RegionIndex)
  case places
  case indicator(IndicatorIndex)
  case method
  case bulletin(CivilDate)
  case bulletins
  /// A story's number in the site's order.
  case story(Int)
  case stories
  case page(Int)
  /// The stories of a person or a tag, by its number in the plan.
  case topic(Int)
  /// All people, or all tags.
  case topics(Topic.Kind)
  /// Published figures that were revised or put right.
  case revisions
  /// The calendar of the archive.
  case releases
  /// A release, by its number in the archive.
  case release(Int)
  /// Filled by a script where there is one; what else to do where there is none.
  case search
  case notFound
}

/// A month of the archive calendar: weeks from Monday, `nil` outside the month.
package struct CalendarMonth: Sendable, Hashable {
  package struct Day: Sendable, Hashable {
    package var number: Int
    package var address: String?
    package var label: String
  }
  package var title: String
  package var weeks: [[Day?]]
}

/// A row of the index of places.
package struct PlaceRow: Sendable, Hashable {
  package var link: LinkText
  package var depth: Int
  package var level: String
}

/// What became of a place, or what it was before.
package struct SuccessionLine: Sendable, Hashable {
  /// Whether it tells that the place is no more.
  package var isEnd: Bool
  /// The place that is spoken of, in a list of several.
  package var subject: LinkText?
  package var text: String
  package var places: [LinkText]
}

/// A person or a tag with the number of its stories.
package struct TopicRow: Sendable, Hashable {
  package var link: LinkText
  package var count: Int
}

/// One indicator as the method page and its own page define it.
package struct DefinitionView: Sendable, Hashable {
  package var title: LinkText
  package var id: String
  package var definition: String
  package var formula: String
  /// Where the definition has changed: each with its days.
  package var periods: [DefinitionPeriod]
  package var unit: String
  package var overTime: String
  package var thresholds: String
  package var datasets: [String]
  package var isIllustrative: Bool
  package var isAsReported: Bool
}

/// A word of a writer's own beside the byline, from `params`: 摄影：张三.
package struct ParameterText: Sendable, Hashable {
  package var name: String
  package var text: String
}

/// A role and the name of who signed a bulletin in it: 签发：李四.
package struct Signature: Sendable, Hashable {
  package var role: String
  package var name: String

  package init(role: String, name: String) {
    self.role = role
    self.name = name
  }
}

/// A page with everything a layout may show; each kind fills what concerns it.
package struct PageView: Sendable {
  package var kind: PageKind
  package var address: String
  package var title: String
  package var summary: String
  package var isIllustrative = false
  /// The day of a bulletin or a dated text.
  package var day: CivilDate?
  /// The day of the page's latest figures; `nil` on pages without any.
  package var asOfDay: CivilDate?
  package var asOfText = ""
  package var completeness = ""
  package var issueNumber: Int?
  package var crumbs: [LinkText] = []
  package var body: [FilledPiece] = []
  package var headings: [LinkText] = []
  package var previous: LinkText?
  package var next: LinkText?
  package var place: LinkText?
  package var byline = ""
  package var reviewedBy = ""
  /// Of a bulletin: only those that hold.
  package var signatures: [Signature] = []
  /// Of a bulletin: the last release archived before its day.
  package var archived: ArchivedRelease?
  package var lastModified: CivilDate?
  package var cover: CoverView?
  package var parameters: [ParameterText] = []
  /// How long the prose is; `nil` on pages that are no reading matter.
  package var length: TextLength?
  /// What the page says of itself elsewhere: its summary, or how it begins.
  package var description = ""
  /// Whether the title shows an invented figure: it then says so wherever it stands alone.
  package var isTitleIllustrative = false
  /// The same of the description.
  package var isDescriptionIllustrative = false
  /// The theme's layout that the writer asks for.
  package var layout: String?
  package var topics: [TopicRow] = []
  package var people: [String] = []
  package var tags: [String] = []
  package var children: [LinkText] = []
  package var facts: [LinkText] = []
  package var succession: [SuccessionLine] = []
  /// Places that are no more, on the index of places.
  package var formerPlaces: [SuccessionLine] = []
  package var stories: [StoryCard] = []
  package var months: [CalendarMonth] = []
  package var places: [PlaceRow] = []
  package var definitions: [DefinitionView] = []
  package var marginFigures: [InlineFigureView] = []
  /// Of the pages of the archive and of revisions.
  package var history: HistoryView?

  package init(kind: PageKind, address: String, title: String, summary: String = "") {
    self.kind = kind
    self.address = address
    self.title = title
    self.summary = summary
  }
}
