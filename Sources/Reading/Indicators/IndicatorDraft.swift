import Common
import YAML

/// One side of a ratio or a difference, before other indicators are looked up.
enum DraftOperand {
  case measure(Measure)
  case reference(Located<String>)
}

enum DraftFormula {
  case measure(Measure)
  case ratio(DraftOperand, DraftOperand)
  case difference(DraftOperand, DraftOperand)
  case chapman(Chapman)

  var measures: [Measure] {
    switch self {
    case .measure(let measure): [measure]
    case .chapman(let chapman): chapman.measures
    case .ratio(let left, let right), .difference(let left, let right):
      [left, right].compactMap { if case .measure(let measure) = $0 { measure } else { nil } }
    }
  }

  var isCohort: Bool { measures.contains { $0.cohort != nil } }

  /// Whether rows count for other days than their dataset's own.
  var countsByOtherDays: Bool { measures.contains { $0.by != nil || $0.cohort != nil } }

  var references: [Located<String>] {
    switch self {
    case .measure, .chapman: []
    case .ratio(let left, let right), .difference(let left, let right):
      [left, right].compactMap { if case .reference(let name) = $0 { name } else { nil } }
    }
  }
}

/// An indicator as one entry of a file declares it; what depends on other indicators is still open.
struct IndicatorDraft {
  var id: String
  var idLocation: Location
  var title: String
  var aliases: [String]
  /// `nil` after an error.
  var formula: DraftFormula?
  var decimals: Int?
  var unit: String?
  /// `nil` where `as` is not written: the formula decides.
  var form: IndicatorDeclaration.Form?
  /// Thresholds in the order target, warn_below, bad_below, warn_above, bad_above.
  var thresholds: [Located<YAMLNumber>?]
  /// All else; the fields above are filled in last.
  var declaration: IndicatorDeclaration
  /// Whether a finding was made that makes it unusable.
  var isBroken: Bool

  var names: [String] { [id, title] + aliases }
}
