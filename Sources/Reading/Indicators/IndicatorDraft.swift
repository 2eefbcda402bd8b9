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

  var isDifference: Bool {
    if case .difference = self { true } else { false }
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
  var earlier: [DraftEarlier] = []
  var beside: [Located<String>] = []
  /// All else; the fields above are filled in last.
  var declaration: IndicatorDeclaration
  /// Whether a finding was made that makes it unusable.
  var isBroken: Bool

  var names: [String] { [id, title] + aliases }

  /// The present formula and those before it, but for those with errors.
  var formulas: [DraftFormula] { ([formula] + earlier.map(\.formula)).compactMap { $0 } }

  /// The indicators that its formulas stand on, those of former days too.
  var references: [Located<String>] { formulas.flatMap(\.references) }

  /// The draft as if it said nothing of its form.
  var withoutForm: IndicatorDraft {
    var draft = self
    draft.form = nil
    return draft
  }
}
