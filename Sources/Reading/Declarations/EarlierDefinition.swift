import Common

/// What an indicator computed until a day, where its definition has changed since.
package struct EarlierDefinition: Sendable, Hashable {
  /// The last day on which it was in force.
  package var until: CivilDate
  /// In words: 口径.
  package var definition: String?
  package var formula: Formula
  /// What changed and why.
  package var note: String?

  package init(until: CivilDate, definition: String?, formula: Formula, note: String? = nil) {
    self.until = until
    self.definition = definition
    self.formula = formula
    self.note = note
  }
}

extension IndicatorDeclaration {
  /// What the indicator computes on a day.
  package func formula(on day: CivilDate) -> Formula {
    earlier.first { day <= $0.until }?.formula ?? formula
  }

  /// The definition in words that is in force on a day.
  package func definition(on day: CivilDate) -> String? {
    guard let before = earlier.first(where: { day <= $0.until }) else { return definition }
    return before.definition
  }

  /// The declaration as it holds on a day.
  package func holding(on day: CivilDate) -> IndicatorDeclaration {
    var held = self
    (held.formula, held.definition, held.earlier) = (formula(on: day), definition(on: day), [])
    return held
  }

  /// The present formula and those before it.
  package var formulas: [Formula] { [formula] + earlier.map(\.formula) }
}
