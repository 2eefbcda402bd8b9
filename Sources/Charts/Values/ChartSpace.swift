/// How wide a chart is at the least, in pixels: labels that would touch at that width are left out.
///
/// A chart is fluid, so its own width is not known; these bounds are what the page's grid guarantees.
package struct ChartSpace: Sendable, Hashable {
  /// On a phone, where what has the class `mi` is hidden.
  package var narrow: Double
  /// On anything wider than 40 rem, and on A4.
  package var wide: Double

  package init(narrow: Double, wide: Double) {
    self.narrow = narrow
    self.wide = wide
  }

  /// The page's main column.
  package static let page = ChartSpace(narrow: 288, wide: 390)
  /// The narrower of two columns.
  package static let column = ChartSpace(narrow: 288, wide: 250)
  /// One of several panels side by side.
  package static let panel = ChartSpace(narrow: 240, wide: 240)
}
