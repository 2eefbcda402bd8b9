import Common

extension BarChart {
  /// Writes the chart as one `<svg>` element.
  ///
  /// - Complexity: O(n) for n days.
  package func write(to out: inout ByteBuffer) {
    let axis = self.axis.fromZero
    let count = max(days.count, points.count)
    let dayAxis = DayAxis(count: count, layout: .columns)
    let frame = PlotFrame(top: 16, bottom: Double(height) - 26, minimum: axis.minimum, maximum: axis.maximum)
    let names = SeriesNames(mean.map { [$0] } ?? [])
    let hasNames = mean?.endLabel != nil || mean?.endNote != nil
    let insets = Insets(left: axis.labelWidth, right: hasNames ? names.width : 0)
    let lines =
      mean.map { [PlottedLine($0.points, tone: $0.tone, on: dayAxis, in: frame, cuts: breaks.cuts)] } ?? []
    let plot = insets.plot(space)
    let bars = PlottedBars(points, on: dayAxis, in: frame)
    let ground = ChartGround(
      id: id, frame: frame, insets: insets, axis: axis, dayAxis: dayAxis, days: days, labels: labels,
      plot: plot,
      lines: lines + [bars.outline])
    let root = SVGRoot(
      style: "chart", insets: insets, height: Double(height), id: id, title: title, description: description)
    let paths = LinePaths(height: Double(height), lines: lines)
    let gaps = GapBands.find([points], count: count)

    root.open(&out)
    if gaps == [0...max(0, count - 1)] { ground.writeGaps(gaps, text: gapText, to: &out) }
    ground.writeGrid(to: &out)
    ground.writeDays(to: &out)
    ground.writeBreaks(breaks, to: &out)
    write(bars, to: &out)
    writeMissing(gaps, on: dayAxis, y: bars.zero - 6, plot: plot, to: &out)
    ground.writeTarget(target, to: &out)
    paths.write(to: &out)
    paths.writeMarks(to: &out)
    names.write(on: dayAxis, in: frame, to: &out)
    BarNotes(bars: bars, plot: plot).write(notes, last: endLabel, tone: tone, to: &out)
    ground.writeTargetName(target, to: &out)
    if hasPointTitles {
      let series = [ChartSeries(name: title, points: points)] + (mean.map { [$0] } ?? [])
      PointTitles(
        axis: dayAxis, days: days, y: frame.top...frame.bottom, series: series
      ).write(to: &out)
    }
    root.close(&out)
  }

  private func write(_ bars: PlottedBars, to out: inout ByteBuffer) {
    if bars.bars.contains(where: { $0?.isProvisional ?? false }) {
      out.write("<defs>")
      let lines = tone == .first ? "hat" : "hat c\(tone.rawValue)"
      out.writeHatch(id, "h", size: 5, lines: lines, ground: true)
      out.write("</defs>")
    }
    for bar in bars.bars {
      guard let bar else { continue }
      out.write("<rect class=\"")
      if bar.isProvisional {
        out.write("c")
        out.write(number: tone.rawValue)
        out.write("\" fill=\"url(#")
        out.write(escaped: id)
        out.write("h)")
      } else if mean != nil {
        out.write("q2")
      } else {
        out.write("f")
        out.write(number: tone.rawValue)
      }
      out.write("\"")
      out.writeBox(x: bar.x, y: bar.y)
    }
  }

  /// One × a missing day, or as many as there is room for; one in the middle of a run comes first.
  private func writeMissing(
    _ gaps: [ClosedRange<Int>], on axis: DayAxis, y: Double, plot: ChartSpace, to out: inout ByteBuffer
  ) {
    let room = (narrow: axis.step * plot.narrow / 100 >= 9, wide: axis.step * plot.wide / 100 >= 9)
    for gap in gaps where gap.count < axis.count {
      let middle = (gap.lowerBound + gap.upperBound) / 2
      for day in gap where day == middle || room.narrow || room.wide {
        let always = day == middle || room.narrow
        SVGText(text: "×", style: always ? "ax" : "ax mi", x: .percent(axis.x(day)), y: y, anchor: .middle)
          .write(to: &out)
      }
    }
  }
}
