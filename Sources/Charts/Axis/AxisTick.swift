/// A value that the axis marks, with its text as the caller formats it.
package struct AxisTick: Sendable, Hashable {
  package var value: Double
  package var label: String

  package init(_ value: Double, label: String) {
    self.value = value
    self.label = label
  }
}
