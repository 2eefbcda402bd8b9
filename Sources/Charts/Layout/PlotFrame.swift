/// The plot's place in the picture, in pixels, and the values it spans.
struct PlotFrame {
  var top: Double
  var bottom: Double
  var minimum: Double
  var maximum: Double

  init(top: Double, bottom: Double, minimum: Double, maximum: Double) {
    self.top = top
    self.bottom = max(top, bottom)
    self.minimum = minimum
    self.maximum = maximum
  }

  /// The height of a value in whole hundredths of a pixel; what lies outside the axis is held at its edge.
  func y(_ value: Double) -> Double {
    let range = maximum - minimum
    let share = range > 0 ? min(max((value - minimum) / range, 0), 1) : 0
    return ((bottom - (bottom - top) * share) * 100).rounded() / 100
  }
}
