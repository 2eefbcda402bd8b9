import Common
import YAML

/// What an indicator's form, decimals and unit are where its declaration does not say (SEMANTICS, rule 2).
struct IndicatorDefaults {
  struct Traits: Hashable {
    var form: IndicatorDeclaration.Form
    var decimals: Int
    var unit: String?
    var countsPeople: Bool
  }

  let datasets: [DatasetDeclaration]
  let baseColumns: [SiteDeclaration.BaseColumnDeclaration]

  /// - Parameter referenced: the traits of an indicator that the formula refers to.
  func traits(
    of formula: DraftFormula, declared draft: IndicatorDraft, referenced: (Located<String>) -> Traits?
  ) -> Traits {
    func operand(_ operand: DraftOperand) -> Traits? {
      switch operand {
      case .measure(let measure): traits(of: measure)
      case .reference(let name): referenced(name)
      }
    }
    var result: Traits
    switch formula {
    case .measure(let measure):
      result = traits(of: measure)
    case .chapman(let chapman):
      result = traits(of: chapman.first)
    case .ratio:
      // A share of cases; other ratios may be anything for anything.
      let isShare = formula.isCohort && draft.declaration.times == Rational(1)
      result = Traits(form: isShare ? .percent : .number, decimals: 1, unit: nil, countsPeople: false)
    case .difference(let left, let right):
      let (a, b) = (operand(left), operand(right))
      let isPercent = a?.form == .percent && b?.form == .percent
      result = Traits(
        form: isPercent ? .percent : .number, decimals: max(a?.decimals ?? 0, b?.decimals ?? 0),
        unit: a?.unit == b?.unit ? a?.unit : nil,
        countsPeople: (a?.countsPeople ?? false) || (b?.countsPeople ?? false))
    }
    if let form = draft.form { result.form = form }
    result.decimals = draft.decimals ?? result.decimals
    result.unit =
      draft.unit ?? (result.form == .percent || draft.declaration.times != Rational(1) ? nil : result.unit)
    result.countsPeople = result.countsPeople || draft.declaration.countsPeople
    return result
  }

  private func traits(of measure: Measure) -> Traits {
    guard let dataset = measure.dataset else {
      let unit = measure.field.flatMap { baseColumns[$0].unit }
      return Traits(form: .number, decimals: 0, unit: unit, countsPeople: false)
    }
    let field = measure.field.map { datasets[dataset].fields[$0] }
    switch measure.verb {
    case .count, .countDistinct:
      return Traits(form: .number, decimals: 0, unit: nil, countsPeople: field?.countsPeople ?? false)
    case .sum, .last, .max, .min, .mean, .rollingMean:
      let isMean = measure.verb == .mean || measure.verb == .rollingMean
      let isWhole = field?.type == .integer || measure.verb == .sum
      let isPercent = field?.type == .percent
      return Traits(
        form: isPercent ? .percent : .number, decimals: isPercent || isMean || !isWhole ? 1 : 0,
        unit: field?.unit,
        countsPeople: field?.countsPeople ?? false)
    }
  }
}
