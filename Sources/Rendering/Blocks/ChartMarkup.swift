import Charts
import Common
import Pages

/// A chart's view as SVG.
package struct ChartMarkup: Sendable {
  private let words: Words

  package init(words: Words) {
    self.words = words
  }

  /// Writes the chart as one `<svg>` element, in the classes of the theme's stylesheet.
  ///
  /// - Parameter small: One of several beside each other.
  package func write(_ view: ChartView, small: Bool, into buffer: inout ByteBuffer) {
    let days = alignedDays(view)
    let labels = days.map { DateText(words: words).short($0) }
    let tones: [SeriesTone] = [.first, .second, .third, .fourth, .fifth, .sixth]
    var series = view.series.enumerated().map { number, trend in
      var series = ChartSeries(
        name: trend.name, points: aligned(trend, days), tone: tones[number % tones.count],
        endLabel: trend.endLabel,
        endNote: view.series.count > 1 ? trend.name : nil)
      if let first = days.first { series.cuts = trend.cuts(from: first) }
      return series
    }
    series += view.backdrop.map { trend in
      var series = ChartSeries(
        name: trend.name, points: aligned(trend, days), tone: .muted, endLabel: trend.endLabel,
        endNote: trend.name)
      if let first = days.first { series.cuts = trend.cuts(from: first) }
      return series
    }
    let target =
      view.series.count == 1 ? view.series[0].target.map { ChartTarget($0.value, label: $0.label) } : nil
    let breaks = breaks(view, days)
    let isPercent = view.series.allSatisfy(\.isPercent)
    let scale = AxisScale.covering(
      series, target: target, isPercent: isPercent,
      wholeNumbers: !isPercent && view.series.allSatisfy(\.isWhole),
      intervals: small ? 2 : 4)
    let axis = ChartAxis(
      scale,
      labels: scale.ticks.map { value in
        FigureFormatter.grouped(Self.tick(value, places: scale.places))
          + (isPercent && value == scale.maximum ? "%" : "")
      })
    switch view.kind {
    case .bar:
      BarChart(
        id: view.id, title: view.title, description: view.description, days: labels,
        points: series.first?.points ?? [], axis: axis, target: target, breaks: breaks,
        endLabel: view.series.first?.endLabel,
        gapText: words[.chartGap], height: small ? 150 : 300
      ).write(to: &buffer)
    case .funnel: funnel(view).write(to: &buffer)
    case .line, .multiples:
      LineChart(
        id: view.id, title: view.title, description: view.description, days: labels, series: series,
        axis: axis,
        target: target, breaks: breaks, gapText: words[.chartGap], height: small ? 150 : 300,
        space: small ? .panel : .page
      ).write(to: &buffer)
    }
  }

  private func funnel(_ view: ChartView) -> FunnelChart {
    FunnelChart(
      id: view.id, title: view.title, description: view.description,
      steps: view.steps.map {
        FunnelStep(
          name: $0.name, value: $0.value, label: $0.label, shares: $0.shares, isProvisional: $0.isProvisional)
      })
  }

  /// A tick's value; ticks are round, so few digits say all of it.
  private static func tick(_ value: Double, places: Int) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let whole = Int128((value * scale).rounded())
    return (Rational(whole, over: Int128(scale)) ?? .zero).decimal(places: places)
  }

  /// Each once, on the days of the chart. One that not all lines share has the name of its own.
  private func breaks(_ view: ChartView, _ days: [CivilDate]) -> [ChartBreak] {
    var breaks: [ChartBreak] = []
    let all = view.series.flatMap { trend in
      trend.breaks.map { one in
        guard !view.series.allSatisfy({ $0.breaks.contains(one) }) else { return one }
        var named = one
        named.label = trend.name + words[.space] + one.label
        named.isCut = false
        return named
      }
    }
    for one in all {
      guard let first = days.first, days.last.map({ one.day <= $0 }) ?? false else { continue }
      let found = ChartBreak(
        at: Int(one.day.dayNumber - first.dayNumber), one.label, isCut: one.isCut)
      if !breaks.contains(found) { breaks.append(found) }
    }
    return breaks
  }

  private func alignedDays(_ view: ChartView) -> [CivilDate] {
    let all = (view.series + view.backdrop).flatMap { $0.points.map(\.day) }
    guard let first = all.min(), let last = all.max() else { return [] }
    return (first.dayNumber...last.dayNumber).map { CivilDate(dayNumber: $0) }
  }

  private func aligned(_ trend: TrendView, _ days: [CivilDate]) -> [ChartPoint] {
    guard let first = days.first, let start = trend.points.first?.day else {
      return days.map { _ in ChartPoint(nil) }
    }
    let offset = Int(start.dayNumber - first.dayNumber)
    return days.indices.map { index in
      guard trend.points.indices.contains(index - offset) else { return ChartPoint(nil) }
      let point = trend.points[index - offset]
      let label =
        point.isMerged ? point.text + words.fill(.parentheses, ["text": words[.mergedLong]]) : point.text
      return ChartPoint(point.value, label: label, isProvisional: point.isProvisional)
    }
  }
}

extension TrendView {
  /// The days, counted from the first of a chart, before which the line ends.
  func cuts(from first: CivilDate) -> Set<Int> {
    Set(breaks.lazy.filter(\.isCut).map { Int($0.day.dayNumber - first.dayNumber) })
  }
}
