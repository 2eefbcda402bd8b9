import Charts
import Testing

@Suite struct AxisScaleTests {
  @Test(
    arguments: [
      (212.0, 1127.0, [0, 200, 400, 600, 800, 1000, 1200]), (0, 9, [0, 2, 4, 6, 8, 10]),
      (3, 3, [0, 1, 2, 3]),
      (0, 0, [0, 1]), (-8, 14, [-10, -5, 0, 5, 10, 15]), (-3, -1, [-3, -2, -1, 0]),
      (0, 0.7, [0, 0.2, 0.4, 0.6, 0.8]), (0, 2e9, [0, 5e8, 1e9, 1.5e9, 2e9]),
    ] as [(Double, Double, [Double])])
  func picksRoundTicksThatHoldTheValuesAndZero(low: Double, high: Double, ticks: [Double]) {
    #expect(AxisScale.nice(minimum: low, maximum: high, wholeNumbers: high >= 1).ticks == ticks)
  }

  @Test func showsAShareAgainstTheWhole() {
    #expect(AxisScale.nice(minimum: 12, maximum: 96, isPercent: true).ticks == [0, 25, 50, 75, 100])
    #expect(AxisScale.nice(minimum: 12, maximum: 96, isPercent: true, intervals: 2).ticks == [0, 50, 100])
    #expect(
      AxisScale.nice(minimum: 0, maximum: 1, isPercent: true, whole: 1).ticks == [0, 0.25, 0.5, 0.75, 1])
    #expect(AxisScale.nice(minimum: 0, maximum: 0, isPercent: true).maximum == 100)
    #expect(AxisScale.nice(minimum: 0, maximum: 3.2, isPercent: true).maximum == 4)
    #expect(AxisScale.nice(minimum: 0, maximum: 130, isPercent: true).maximum >= 130)
  }

  @Test func neverGoesBeyondTheWholeWhenItDoesNotBeginAtZero() {
    let scale = AxisScale.nice(minimum: 91.3, maximum: 99.9, includesZero: false, isPercent: true)
    #expect(scale.maximum == 100)
    #expect(scale.minimum > 80 && scale.minimum <= 91.3)
    let equal = AxisScale.nice(minimum: 100, maximum: 100, includesZero: false, isPercent: true)
    #expect(equal.maximum == 100)
  }

  @Test func marksFewValuesInASmallChart() {
    #expect(AxisScale.nice(minimum: 0, maximum: 7, intervals: 2).ticks == [0, 5, 10])
    #expect(AxisScale.nice(minimum: 0, maximum: 31, intervals: 2).ticks == [0, 20, 40])
  }

  @Test func keepsCountsOnWholeTicks() {
    #expect(AxisScale.nice(minimum: 0, maximum: 1, wholeNumbers: true).ticks == [0, 1])
    #expect(AxisScale.nice(minimum: 0, maximum: 2, wholeNumbers: true).ticks == [0, 1, 2])
  }

  @Test func saysHowManyDecimalsTellTicksApart() {
    #expect(AxisScale.nice(minimum: 0, maximum: 0.7).places == 1)
    #expect(AxisScale.nice(minimum: 0, maximum: 70).places == 0)
  }

  @Test(
    arguments: [
      (.nan, .infinity), (1e300, -1e300), (1e-300, 2e-300), (1e18, 1e18 + 1000), (-5, -5), (0.1 + 0.2, 0.3),
      (1e149, 1e149), (123_456_789, 123_456_790),
    ] as [(Double, Double)])
  func alwaysGivesAFewAscendingTicks(low: Double, high: Double) {
    for includesZero in [true, false] {
      for intervals in [1, 2, 4, 6] {
        let scale = AxisScale.nice(
          minimum: low, maximum: high, includesZero: includesZero, intervals: intervals)
        #expect((2...10).contains(scale.ticks.count))
        #expect(zip(scale.ticks, scale.ticks.dropFirst()).allSatisfy { $0 < $1 })
        #expect(scale.minimum == scale.ticks.first && scale.maximum == scale.ticks.last)
      }
    }
  }

  @Test func holdsEveryValueOfAGrid() {
    for low in stride(from: -90.0, through: 90, by: 7.3) {
      for size in [0.004, 0.9, 17, 260, 99_999] {
        let scale = AxisScale.nice(minimum: low, maximum: low + size, includesZero: false)
        #expect(scale.minimum <= low + size * 1e-6 && scale.maximum >= low + size * (1 - 1e-6))
      }
    }
  }

  @Test func coversSeriesAndTarget() {
    let series = [ChartSeries(name: "", points: [ChartPoint(nil), ChartPoint(40), ChartPoint(.nan)])]
    #expect(AxisScale.covering(series, target: ChartTarget(98, label: "")).maximum == 100)
    #expect(AxisScale.covering([]).ticks == [0, 1])
  }
}
