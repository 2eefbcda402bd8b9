import Testing

@testable import Charts

@Suite struct LayoutTests {
  @Test(arguments: [1, 2, 3, 7, 14, 19, 29, 30, 31, 45, 46, 366, 1000])
  func namesDaysWithoutTouching(count: Int) {
    let days = (0..<count).map { "\($0 % 12 + 1)月\($0 % 30 + 1)日" }
    for layout in [DayAxis.Layout.edges, .columns] {
      let axis = DayAxis(count: count, layout: layout)
      let plot = ChartSpace(narrow: 180, wide: 330)
      let placed = DayLabels.choose(days, on: axis, plot: plot)
      #expect(placed.last?.index == count - 1)
      #expect(placed.last?.isForWide == false)
      for (width, shown) in [(plot.wide, placed), (plot.narrow, placed.filter { !$0.isForWide })] {
        let boxes = shown.map { label in
          let (x, anchor) = axis.labelPlace(label.index)
          let size = TextWidth.estimate(days[label.index], size: 11)
          return (start: x * width / 100 - size * anchor.share, size: size)
        }
        for (a, b) in zip(boxes, boxes.dropFirst()) { #expect(a.start + a.size + 12 <= b.start + 0.001) }
      }
    }
  }

  @Test func thinsFortyFiveDaysToThreeOnAPhone() {
    let days = (0..<45).map { "2月\($0)日" }
    let placed = DayLabels.choose(
      days, on: DayAxis(count: 45, layout: .edges), plot: ChartSpace(narrow: 180, wide: 330))
    #expect(placed.map(\.index) == [0, 11, 22, 33, 44])
    #expect(placed.filter { !$0.isForWide }.map(\.index) == [0, 22, 44])
  }

  @Test func namesOnlyTheLastDayWhereTwoNamesDoNotFit() {
    let placed = DayLabels.choose(
      ["二〇二〇年二月十三日星期四", "二〇二〇年二月十四日星期五"], on: DayAxis(count: 2, layout: .edges),
      plot: ChartSpace(narrow: 120, wide: 120))
    #expect(placed == [DayLabels.Placed(index: 1, isForWide: false)])
  }

  @Test(
    arguments: [
      [20.0, 22, 24, 180], [50, 50, 50, 50], [270, 272, 275, 278], [-5, -5, 0, 2], [100], [],
    ] as [[Double]])
  func keepsEndLabelsThirteenPixelsApartAndInside(heights: [Double]) {
    let requests = heights.map { EndLabels.Request(y: $0, hasNote: true, isMuted: false) }
    let places = EndLabels.place(requests, within: 10...278)
    #expect(places.allSatisfy { $0 != nil })
    let lines = places.compactMap { $0 }.flatMap { [$0.label] + ($0.note.map { [$0] } ?? []) }.sorted()
    for (a, b) in zip(lines, lines.dropFirst()) { #expect(b - a >= 13) }
    #expect(lines.allSatisfy { $0 >= 10 && $0 <= 278 })
  }

  @Test func leavesEndLabelsWhereTheyAreWhenTheyHaveRoom() {
    let requests = [20.0, 100, 200].map { EndLabels.Request(y: $0, hasNote: false, isMuted: false) }
    #expect(EndLabels.place(requests, within: 10...278).map { $0?.label } == [24.5, 104.5, 204.5])
  }

  @Test func dropsNotesThenGreyLabelsWhereThereIsNoRoom() {
    let requests = (0..<6).map { EndLabels.Request(y: Double($0), hasNote: true, isMuted: $0 >= 2) }
    let places = EndLabels.place(requests, within: 10...60)
    #expect(places.map { $0 != nil } == [true, true, true, true, false, false])
    #expect(places.allSatisfy { $0?.note == nil })
  }

  @Test func findsRunsOfDaysWithoutAnyValue() {
    let known = ChartPoint(1)
    let none = ChartPoint(nil)
    #expect(GapBands.find([[none, known, none, none, known]], count: 6) == [0...0, 2...3, 5...5])
    #expect(GapBands.find([[none, known], [known, none]], count: 2).isEmpty)
    #expect(GapBands.find([], count: 3) == [0...2])
    #expect(GapBands.find([], count: 0).isEmpty)
  }

  @Test func setsATargetsNameWhereNoLineRuns() {
    let frame = PlotFrame(top: 0, bottom: 100, minimum: 0, maximum: 100)
    let points = [60.0, 55, 52, 90, 90].map { ChartPoint($0) }
    let line = PlottedLine(points, tone: .first, on: DayAxis(count: 5, layout: .edges), in: frame)
    #expect(LabelSpot.choose(along: 50, width: 30, bounds: 0...100, avoiding: []).anchor == .start)
    let spot = LabelSpot.choose(along: 50, width: 30, bounds: 0...100, avoiding: [line])
    #expect(spot == LabelSpot(anchor: .end, baseline: 45))
  }
}
