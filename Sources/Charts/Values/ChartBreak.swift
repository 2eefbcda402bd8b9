/// A day from which values are counted in another way: a rule across the plot before it, with its reason above.
package struct ChartBreak: Sendable, Hashable {
  /// The first day of the new way, counted from 0; before the first day of a chart there is nothing to mark.
  package var index: Int
  /// `区划调整`
  package var label: String
  /// Whether lines end before it and begin anew: the two sides do not compare.
  package var isCut: Bool

  package init(at index: Int, _ label: String, isCut: Bool) {
    self.index = index
    self.label = label
    self.isCut = isCut
  }
}
