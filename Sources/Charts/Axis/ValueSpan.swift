/// The lowest and the highest of some values.
struct ValueSpan: Hashable {
  var low: Double
  var high: Double

  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// `nil` when no point has a value and there is no target.
  init?(_ points: some Sequence<ChartPoint>, target: ChartTarget? = nil) {
    var span: (low: Double, high: Double)?
    func hold(_ value: Double) {
      span = (min(span?.low ?? value, value), max(span?.high ?? value, value))
    }
    for point in points {
      if let value = point.drawable { hold(value) }
    }
    if let value = target.flatMap({ ChartPoint($0.value).drawable }) { hold(value) }
    guard let span else { return nil }
    self.init(low: span.low, high: span.high)
  }
}
