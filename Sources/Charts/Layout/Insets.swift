/// The room that a chart leaves beside its plot for text, in pixels and in steps of 8.
///
/// It is padding by class (`pl-40 pr-72`): percentages inside the picture are then those of the plot, and
/// text has its room at every width.
struct Insets: Equatable {
  var left: Int
  var right: Int

  static let mostLeft = 96
  static let mostRight = 160

  /// - Parameters:
  ///   - left: The width that the tick labels need, 0 for none.
  ///   - right: The width that the end labels need, 0 for none.
  init(left: Double, right: Double) {
    self.left = Self.stepped(left, atMost: Self.mostLeft)
    self.right = Self.stepped(right, atMost: Self.mostRight)
  }

  private static func stepped(_ width: Double, atMost limit: Int) -> Int {
    min(limit, Int((min(max(width, 0), Double(limit)) / 8).rounded(.up)) * 8)
  }

  /// What is left to the plot.
  func plot(_ space: ChartSpace) -> ChartSpace {
    let taken = Double(left + right)
    return ChartSpace(narrow: max(40, space.narrow - taken), wide: max(40, space.wide - taken))
  }
}
