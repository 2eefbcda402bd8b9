/// Words about one day, set above its bar.
package struct ChartNote: Sendable, Hashable {
  /// The day's place, counted from 0.
  package var index: Int
  package var text: String

  package init(at index: Int, _ text: String) {
    self.index = index
    self.text = text
  }
}
