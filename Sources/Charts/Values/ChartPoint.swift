/// One day's value in a chart.
package struct ChartPoint: Sendable, Hashable {
  /// In the axis's own unit; `nil` is a missing day, never zero. A value that is not finite counts as
  /// missing.
  package var value: Double?
  /// Some of the expected units have not reported: drawn dashed, hatched or hollow.
  package var isProvisional: Bool
  /// What a reader sees when the pointer rests on the point: `96.2%`, `未报`. Formatted by the caller.
  package var label: String

  package init(_ value: Double?, label: String = "", isProvisional: Bool = false) {
    self.value = value
    self.label = label
    self.isProvisional = isProvisional
  }

  /// The value, where one can be drawn.
  var drawable: Double? {
    guard let value, value.isFinite, value.magnitude < 1e150 else { return nil }
    return value
  }
}
