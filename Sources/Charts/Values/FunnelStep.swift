/// One step of a funnel, with its texts as the caller formatted them.
package struct FunnelStep: Sendable, Hashable {
  package var name: String
  /// `nil` where the step has no value: it then has no bar.
  package var value: Double?
  /// `5,913家`, or the word for why there is none.
  package var label: String
  /// Set under the bar: what share of the steps before has come so far.
  package var shares: String
  /// Some of the expected units have not reported: the bar is hatched.
  package var isProvisional: Bool

  package init(name: String, value: Double?, label: String, shares: String = "", isProvisional: Bool = false)
  {
    self.name = name
    self.value = value
    self.label = label
    self.shares = shares
    self.isProvisional = isProvisional
  }

  /// The value, where a bar can be drawn; a bar begins at zero.
  var drawable: Double? {
    guard let value, value.isFinite, value > 0 else { return nil }
    return value
  }
}
