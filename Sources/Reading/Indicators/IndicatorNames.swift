/// The names of the indicators: ids, titles and aliases, each of which means one.
package struct IndicatorNames: Sendable {
  private var byName: [String: IndicatorIndex] = [:]
  /// Every name, in the order of the indicators: for suggestions.
  package private(set) var all: [String] = []

  package init(_ indicators: [IndicatorDeclaration]) {
    for (index, indicator) in indicators.enumerated() {
      for name in [indicator.title, indicator.id] + indicator.aliases where byName[name] == nil {
        byName[name] = index
        all.append(name)
      }
    }
  }

  /// The indicator that bears a name.
  package func find(_ name: String) -> IndicatorIndex? {
    byName[name]
  }
}
