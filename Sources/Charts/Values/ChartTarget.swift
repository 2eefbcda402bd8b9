/// A value to be reached, drawn as a dotted line across the plot.
package struct ChartTarget: Sendable, Hashable {
  package var value: Double
  /// `目标98%`
  package var label: String

  package init(_ value: Double, label: String) {
    self.value = value
    self.label = label
  }
}
