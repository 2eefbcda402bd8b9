/// Where a text stands to its place on the axis.
package enum TextAnchor: Sendable, Hashable {
  case start, middle, end
}

/// A text under the horizontal axis.
package struct AxisLabel: Sendable, Hashable {
  /// The day's place, counted from 0.
  package var index: Int
  package var text: String
  package var anchor: TextAnchor

  package init(_ index: Int, _ text: String, anchor: TextAnchor = .middle) {
    self.index = index
    self.text = text
    self.anchor = anchor
  }
}
