import Common
import Reading

/// How the units of a region have kept a dataset's deadline.
package struct DueReports: Sendable, Hashable {
  /// Why a unit is on the list.
  package enum State: Sendable, Hashable {
    /// Nothing came.
    case missing
    /// Nothing came, and its report of that day still stands in for it.
    case carried(from: CivilDate)
    /// A row came that says that there is no report, in the words of the dataset's `missingValues`.
    case declared(label: String?)
    /// Rows came, and could not be read.
    case refused(rows: Int)
    /// It came after the deadline.
    case late(known: Moment)
  }

  package struct Unit: Sendable, Hashable {
    package var region: RegionIndex
    package var state: State
    /// The last day of which it told anything; `nil` where there is none.
    package var lastReport: CivilDate?
    /// Days since then; of what is late none.
    package var silentDays: Int?

    package init(region: RegionIndex, state: State, lastReport: CivilDate?, silentDays: Int?) {
      self.region = region
      self.state = state
      self.lastReport = lastReport
      self.silentDays = silentDays
    }

    package var isLate: Bool { if case .late = state { true } else { false } }
  }

  package var dataset: Int
  package var deadline: Deadline
  /// Reports of these days are meant.
  package var window: ClosedRange<CivilDate>
  /// Whether the deadline is still to come.
  package var isPending: Bool
  package var expected: Int
  /// Those that did not keep it, or have not yet, in the tree's order.
  package var units: [Unit]

  /// Units whose report is there, be it late.
  package var reported: Int { expected - units.count { !$0.isLate } }

  package var late: Int { units.count { $0.isLate } }

  package var carried: Int { units.count { if case .carried = $0.state { true } else { false } } }
}
