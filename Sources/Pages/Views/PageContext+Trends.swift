import Common
import Reading
import Statistics

extension PageContext {
  /// The indicator's series up to the page's day: from the first day with a report, or the last `days` days.
  func trend(_ indicator: IndicatorIndex, _ region: RegionIndex, days: Int?) -> TrendView {
    let declaration = site.indicators[indicator]
    let last = day(of: indicator)
    let first = max(cube.days.lowerBound, days.map { last.adding(days: 1 - $0) } ?? cube.days.lowerBound)
    var points: [TrendView.Point] = []
    var day = first
    while day <= last {
      let figure = cube.continued(indicator, region, day)
      if !(points.isEmpty && figure.value == nil) {
        points.append(point(figure))
      }
      day = day.adding(days: 1)
    }
    let final = points.last { $0.value != nil }
    let shown = points.first?.day ?? last
    return TrendView(
      name: declaration.title, unit: formatter.unit(of: declaration), points: points,
      target: declaration.target.map {
        (
          plot($0, declaration),
          words.fill(.distanceToTarget, ["target": formatter.threshold($0, of: declaration)])
        )
      },
      isPercent: declaration.form == .percent, isWhole: declaration.decimals == 0,
      endLabel: points.last?.value == nil ? nil : final?.text,
      breaks: breaks(of: region, shown...last) + breaks(of: indicator, shown...last))
  }

  private func point(_ figure: Figure) -> TrendView.Point {
    TrendView.Point(
      day: figure.day, value: figure.value.map { plot($0, site.indicators[figure.indicator]) },
      text: formatter.text(figure).text, isProvisional: figure.state == .provisional,
      isMissing: figure.state == .notReported, isMerged: figure.origins.count > 1)
  }

  /// A value as it is drawn: percentages as 0…100. Drawing needs no exactness.
  private func plot(_ value: Rational, _ indicator: IndicatorDeclaration) -> Double {
    let drawn = Double(value.numerator) / Double(value.denominator)
    return indicator.form == .percent ? drawn * 100 : drawn
  }
}
