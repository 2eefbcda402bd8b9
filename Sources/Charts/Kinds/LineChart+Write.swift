import Common

extension LineChart {
  /// Writes the chart as one `<svg>` element.
  ///
  /// - Complexity: O(s · n) for s series of n points.
  package func write(to out: inout ByteBuffer) {
    let series = ChartSeries.muting(self.series, after: Self.mostColours)
    let count = max(days.count, series.map(\.points.count).max() ?? 0)
    let dayAxis = DayAxis(count: count, layout: .edges)
    let note = axis.isTruncated ? truncationNote : ""
    let frame = PlotFrame(
      top: note.isEmpty ? 16 : 30, bottom: Double(height) - 26, minimum: axis.minimum, maximum: axis.maximum)
    let names = SeriesNames(series)
    let insets = Insets(left: axis.labelWidth, right: names.width)
    let drawn = series.filter { $0.tone == .muted } + series.filter { $0.tone != .muted }
    let lines = drawn.map {
      PlottedLine(
        $0.points, tone: $0.tone, on: dayAxis, in: frame, cuts: breaks.cuts.union($0.cuts))
    }
    let ground = ChartGround(
      id: id, frame: frame, insets: insets, axis: axis, dayAxis: dayAxis, days: days, labels: labels,
      plot: insets.plot(space), lines: lines)
    let root = SVGRoot(
      style: "chart", insets: insets, height: Double(height), id: id, title: title, description: description)
    let paths = LinePaths(height: Double(height), lines: lines)

    root.open(&out)
    ground.writeGaps(GapBands.find(series.map(\.points), count: count), text: gapText, to: &out)
    ground.writeGrid(to: &out)
    if !note.isEmpty {
      SVGText(text: note, style: "ax", x: .pixels(Double(-insets.left)), y: 11).write(to: &out)
    }
    ground.writeDays(to: &out)
    ground.writeBreaks(breaks, to: &out)
    ground.writeTarget(target, to: &out)
    paths.write(to: &out)
    paths.writeMarks(to: &out)
    names.write(on: dayAxis, in: frame, to: &out)
    ground.writeTargetName(target, to: &out)
    if hasPointTitles {
      PointTitles(axis: dayAxis, days: days, y: frame.top...frame.bottom, series: series).write(to: &out)
    }
    root.close(&out)
  }
}

extension ChartAxis {
  /// The room that the widest tick label takes, with its distance from the plot.
  var labelWidth: Double {
    let widest = ticks.map { TextWidth.estimate($0.label, size: TextWidth.axisSize) }.max() ?? 0
    return widest > 0 ? widest + 8 : 0
  }
}
