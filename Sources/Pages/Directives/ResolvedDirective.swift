import Common
import Markdown
import Reading

/// How an inline figure changes what it shows.
package enum FigureTransform: String, Sendable, CaseIterable {
  case change, average7, cumulative, rank
  /// The week or the month up to the day.
  case week, month
  /// Against the same day of the week before.
  case weekChange
  case rankMove

  /// The names writers use.
  package static let names: [String: FigureTransform] = [
    "较昨日": .change, "change": .change, "7日均": .average7, "7 日均": .average7, "average7": .average7,
    "累计": .cumulative, "cumulative": .cumulative, "排名": .rank, "rank": .rank,
    "本周": .week, "week": .week, "本月": .month, "month": .month, "较上周": .weekChange, "week change": .weekChange,
    "排名变化": .rankMove, "rank change": .rankMove,
  ]
}

/// Whose page a directive or figure speaks of.
package enum PlaceChoice: Sendable, Hashable {
  /// The region of the page that is being filled.
  case page
  case fixed(RegionIndex)
}

/// An inline figure with its names looked up.
package struct ResolvedFigure: Sendable, Hashable {
  package var indicator: IndicatorIndex
  package var place: PlaceChoice
  package var day: CivilDate?
  package var transform: FigureTransform?
  package var location: Location

  package init(
    indicator: IndicatorIndex, place: PlaceChoice, day: CivilDate?, transform: FigureTransform?,
    location: Location
  ) {
    self.indicator = indicator
    self.place = place
    self.day = day
    self.transform = transform
    self.location = location
  }
}

/// An indicator on a card, with what is made of it: `走访|本周`.
package struct FigureChoice: Sendable, Hashable {
  package var indicator: IndicatorIndex
  package var transform: FigureTransform?
}

/// With what a card or a table compares the day.
package enum Comparison: String, Sendable, CaseIterable {
  case day, week

  /// The names writers use.
  static let names: [String: Comparison] = ["昨日": .day, "较昨日": .day, "上周": .week, "较上周": .week]

  /// How many days lie between.
  var days: Int { self == .day ? 1 : 7 }
}

/// How much of the page's width a block takes on a wide screen; on a phone every block takes all of it.
package enum BlockWidth: String, Sendable, CaseIterable {
  case full, half
  /// Two thirds, and the third beside it.
  case wide, narrow

  /// The names writers use.
  static let names: [String: BlockWidth] = ["全宽": .full, "半宽": .half, "宽": .wide, "窄": .narrow]
}

/// What every directive may say.
package struct DirectiveFrame: Sendable, Hashable {
  /// May hold inline figures.
  package var title: ResolvedText?
  package var subtitle: ResolvedText?
  package var place: PlaceChoice
  /// Names the block's CSV beside the page, and its anchor.
  package var id: String
  package var width = BlockWidth.full
  /// On a phone the block is closed and shows its title alone; elsewhere it is open.
  package var isFolded = false
  /// Of cards and tables of indicators.
  package var comparisons: [Comparison] = [.day]
  package var location: Location
}

/// A line of text whose figures are looked up.
package struct ResolvedText: Sendable, Hashable {
  package enum Run: Sendable, Hashable {
    case text(String)
    case figure(ResolvedFigure)
  }
  package var runs: [Run]
}

/// A directive with its names looked up and its options read.
package enum ResolvedDirective: Sendable, Hashable {
  case figures(DirectiveFrame, [FigureChoice])
  case chart(DirectiveFrame, ChartOptions)
  case table(DirectiveFrame, TableOptions)
  case records(DirectiveFrame, RecordOptions)
  case ranking(DirectiveFrame, RankingOptions)
  case summary(DirectiveFrame, [IndicatorIndex])
  case notes(DirectiveFrame, Set<NoteKind>)
  case reminders(DirectiveFrame, ReminderOptions)
  /// `nil` is every indicator that has something to say of the place.
  case inputs(DirectiveFrame, [IndicatorIndex]?)
  case profile(DirectiveFrame, ProfileOptions)
  case steps(DirectiveFrame, [StepOptions])
  case stories(DirectiveFrame, StoryOptions)
}

package struct ChartOptions: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable { case line, bar, multiples, funnel }
  package var kind: Kind
  package var indicators: [IndicatorIndex]
  /// The last days shown; `nil` is all.
  package var days: Int?
  package var comparesParent: Bool
}

package struct TableOptions: Sendable, Hashable {
  package enum Rows: String, Sendable, CaseIterable {
    case indicators, children, days, weeks, months, definitions
  }
  package var rows: Rows
  package var indicators: [IndicatorIndex]
  package var days: Int?
  /// How many weeks or months, the last ones; `nil` is all.
  package var periods: Int?
}

/// The region's own rows of a dataset.
package struct RecordOptions: Sendable, Hashable {
  package var dataset: Int
  package var fields: [Int]
}

package struct RankingOptions: Sendable, Hashable {
  package enum Plot: String, Sendable, CaseIterable { case value, remaining }
  package enum Order: String, Sendable, CaseIterable { case worst, best }
  package var indicator: IndicatorIndex
  package var level: Int?
  package var show: Int
  package var order: Order
  package var plot: Plot
  package var also: [IndicatorIndex]
}

package enum NoteKind: String, Sendable, CaseIterable { case missing, revised, provisional }

package struct ReminderOptions: Sendable, Hashable {
  /// `nil` is every dataset that says when its reports are due.
  package var datasets: [Int]?
  /// How many rows are shown before the fold.
  package var limit: Int
}

package struct ProfileOptions: Sendable, Hashable {
  package var name: String
  package var role: String
  package var text: String?
  package var figures: [IndicatorIndex]
}

package struct StepOptions: Sendable, Hashable {
  package var title: String
  package var text: String
  package var indicator: IndicatorIndex?
}

package struct StoryOptions: Sendable, Hashable {
  package enum Scope: String, Sendable, CaseIterable {
    case own = "self"
    case all
  }
  package var scope: Scope
  package var limit: Int
}

/// A run of a page whose names are looked up: it is filled for each region without a look-up.
package enum ResolvedPiece: Sendable, Hashable {
  case html([UInt8])
  case figure(ResolvedFigure)
  case directive(ResolvedDirective)
}

/// A Markdown file ready to be filled.
package struct ResolvedDocument: Sendable {
  package var source: CompiledDocument
  package var title: ResolvedText?
  package var summary: ResolvedText?
  package var place: RegionIndex?
  package var pieces: [ResolvedPiece]
  /// How it begins: what stands above `<!-- more -->`, or its first paragraph.
  package var opening: [ResolvedPiece]
}

extension ResolvedDirective {
  package var frame: DirectiveFrame {
    switch self {
    case .figures(let frame, _), .chart(let frame, _), .table(let frame, _), .records(let frame, _),
      .ranking(let frame, _), .summary(let frame, _), .notes(let frame, _), .reminders(let frame, _),
      .inputs(let frame, _), .profile(let frame, _), .steps(let frame, _), .stories(let frame, _):
      frame
    }
  }
}
