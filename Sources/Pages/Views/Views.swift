import Common
import Reading

/// Text that may lead somewhere. Addresses are relative to the site's top folder.
package struct LinkText: Hashable, Sendable {
  package var text: String
  package var address: String?

  package init(text: String, address: String? = nil) {
    self.text = text
    self.address = address
  }
}

/// One of the key figures: 指标卡.
package struct CardView: Sendable {
  package var title: LinkText
  package var figure: FigureText
  package var mark: Mark?
  package var change: ChangeText?
  /// `昨日95.2%，同口径35个社区`
  package var comparison: String?
  /// Label and text of each line below the figure.
  package var lines: [(label: String, text: String, address: String?, mark: Mark?)]
  package var trend: TrendView?
}

/// A series over days, for a line, bars or a sparkline.
package struct TrendView: Sendable {
  package struct Point: Sendable {
    package var day: CivilDate
    package var value: Double?
    package var text: String
    package var isProvisional: Bool
    package var isMissing: Bool
    /// Whether it is the sum of units that were merged later.
    package var isMerged = false
  }

  /// A day from which the series is counted otherwise.
  package struct Break: Sendable, Hashable {
    package var day: CivilDate
    /// 区划调整
    package var label: String
    /// Whether what stands before it does not compare.
    package var isCut: Bool
  }

  package var name: String
  package var unit: String
  package var points: [Point]
  package var target: (value: Double, label: String)?
  package var isPercent: Bool
  /// Counts: no tick between whole numbers.
  package var isWhole: Bool
  /// `96.2%`, at the line's end.
  package var endLabel: String?
  package var breaks: [Break] = []
}

/// One step of a funnel.
package struct FunnelStepView: Sendable {
  package var name: String
  package var value: Double?
  /// `5,913家`, with the word for its state.
  package var label: String
  /// `上一步的92.0%，第一步的92.0%`
  package var shares: String
  package var isProvisional: Bool
}

/// A chart with what stands around it.
package struct ChartView: Sendable {
  package var id: String
  package var kind: ChartOptions.Kind
  package var title: String
  package var subtitle: String
  /// For readers who cannot see it: kind, data, finding.
  package var description: String
  package var series: [TrendView]
  /// Grey lines behind: the parent region.
  package var backdrop: [TrendView]
  /// Of a funnel, which has no series.
  package var steps: [FunnelStepView] = []
  /// What makes its days hard to compare; empty mostly.
  package var remark = ""
  package var note: String
  /// The indicators that it shows, with their pages.
  package var definitions: [LinkText] = []
  package var table: TableView
}

/// A table that is shown and offered as CSV.
package struct TableView: Sendable {
  package struct Column: Sendable {
    package var title: String
    package var isNumber: Bool
    /// May be left out on a narrow screen.
    package var isOptional: Bool
    /// The indicator's page, where the column has one indicator's figures.
    package var address: String?

    package init(title: String, isNumber: Bool, isOptional: Bool = false, address: String? = nil) {
      self.address = address
      self.title = title
      self.isNumber = isNumber
      self.isOptional = isOptional
    }
  }

  package struct Cell: Sendable {
    package var text: String
    package var mark: Mark?
    package var address: String?
    package var isStrong: Bool
    /// As CSV has it: a plain decimal, or text.
    package var plain: String
    /// Whether `plain` is a number; text is guarded against spreadsheet formulas.
    package var isNumber: Bool

    package init(
      text: String, mark: Mark? = nil, address: String? = nil, isStrong: Bool = false, plain: String? = nil,
      isNumber: Bool = false
    ) {
      self.text = text
      self.mark = mark
      self.address = address
      self.isStrong = isStrong
      self.plain = plain ?? text
      self.isNumber = isNumber
    }
  }

  package struct Row: Sendable {
    package var header: LinkText
    package var cells: [Cell]
  }

  package var id: String
  package var title: String
  package var subtitle: String
  package var note: String
  /// The first column holds the rows' headers.
  package var columns: [Column]
  package var rows: [Row]
  /// Whether its rows are a source's own, no figures of indicators.
  package var isRecords = false
}

/// A ranking: bars of what is achieved, or of what is left to do.
package struct RankingView: Sendable {
  package struct Row: Sendable {
    package var position: String
    /// `升2` since the day before; empty where nothing is known of it.
    package var move = ""
    package var place: LinkText
    package var value: FigureText
    /// The bar's length as a share of the longest; `nil` where there is no value.
    package var share: Double?
    package var barText: String
    /// Where the bar should end at the target, as a share of the longest.
    package var targetShare: Double?
    package var change: String
    package var parts: String
    package var others: [FigureText]
    package var mark: Mark?
  }

  package var id: String
  package var title: String
  package var subtitle: String
  package var note: String
  package var valueTitle: String
  /// The page of the indicator that is ranked.
  package var valueAddress: String?
  package var barTitle: String
  package var partsTitle: String
  package var otherTitles: [LinkText]
  package var rows: [Row]
  /// Rows behind a fold; on paper they are shown.
  package var folded: [Row]
  package var table: TableView
}

/// A list of what a reader should know about the day's data.
package struct NotesView: Sendable {
  package struct Late: Sendable {
    package var dataset: String
    package var reported: Int
    package var expected: Int
    package var missing: [LinkText]
    package var summary: String
  }

  package struct Correction: Sendable {
    package var subject: String
    package var old: String
    package var new: String
    package var reason: String
    package var byline: String
  }

  package var id: String
  package var title: String
  package var late: [Late]
  package var complete: String
  package var provisional: [String]
  package var corrections: [Correction]
}

/// A sentence written from a figure.
package struct SentenceView: Sendable, Hashable {
  package var text: String
  /// The indicator as the sentence names it, with its page; `nil` of a sentence about reports.
  package var link: LinkText?

  package init(text: String, link: LinkText? = nil) {
    self.text = text
    self.link = link
  }
}

/// A person in their public role.
package struct ProfileView: Sendable {
  package var id: String
  package var name: String
  package var role: String
  package var text: String
  package var place: LinkText?
  package var figures: [CardView]
}

package struct StepView: Sendable {
  package var title: String
  package var text: String
  package var figure: FigureText?
  package var figureTitle: LinkText?
}

/// A picture at the head of a story.
package struct CoverView: Sendable, Hashable {
  package var address: String
  /// `nil` where the file does not tell.
  package var size: ImageSize?
  /// What it shows, for those who cannot see it; empty where the writer has not said.
  package var text: String
}

/// A story as lists show it.
package struct StoryCard: Sendable, Hashable {
  package var title: String
  package var address: String
  package var summary: String
  package var place: LinkText?
  /// The place's index, which says whose subtree the story belongs to.
  package var region: RegionIndex?
  package var day: CivilDate?
  package var cover: CoverView?
  /// Whether its title or summary shows invented figures.
  package var isIllustrative: Bool
}

/// A directive, filled for one page.
package enum BlockView: Sendable {
  case figures(id: String, title: String, subtitle: String, cards: [CardView], table: TableView?)
  case charts(id: String, title: String, subtitle: String, charts: [ChartView], small: Bool)
  case table(TableView)
  case ranking(RankingView)
  case summary(title: String, sentences: [SentenceView])
  case notes(NotesView)
  case reminders(RemindersView)
  case inputs(InputsView)
  case profile(ProfileView)
  case steps(title: String, steps: [StepView])
  case stories(title: String, stories: [StoryCard])
  /// The place has nothing to show here: the block vanishes with its title.
  case nothing
}

/// A figure standing in prose.
package struct InlineFigureView: Sendable, Hashable {
  package var text: String
  package var mark: Mark?
  /// The indicator's page.
  package var address: String
  /// For the margin: name, place and day.
  package var title: String
  /// The indicator with its parts and day, for a figure that stands alone.
  package var note: String
  /// The parts and the day, beside the title.
  package var detail: String
  /// On how many of its units a provisional figure stands: 基于35/37个社区; empty for any other.
  package var completeness = ""
}

/// A run of a filled page.
package enum FilledPiece: Sendable {
  case html([UInt8])
  case figure(InlineFigureView)
  /// With the directive it comes from: its id and its width.
  case block(BlockView, DirectiveFrame)
}
