import Common
import Comparing

/// Titles and names for the ids and codes of two releases; the newer one's where both have them.
struct DifferenceNames {
  let old: ReleaseContents
  let new: ReleaseContents

  func indicator(_ id: String) -> String { new.indicators[id]?.title ?? old.indicators[id]?.title ?? id }

  func place(_ code: String) -> String { new.places[code]?.name ?? old.places[code]?.name ?? code }
}

extension ReleaseComparison {
  /// The changes of one reason, in order.
  func figures(_ reason: ChangeReason) -> [FigureChange] { figures.filter { $0.reason == reason } }

  /// What a reviewer looks at first.
  static let reasons: [ChangeReason] = [
    .unexplained, .correction, .definitionChange, .lateReport, .maturing, .newDay,
  ]
}
