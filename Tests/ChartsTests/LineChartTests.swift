import Common
import Testing

@testable import Charts

@Suite struct LineChartTests {
  @Test func drawsASmallChart() {
    var line = ChartSamples.series([10, nil, 20, 30, 40], provisional: [4])
    line.endLabel = "40%"
    line.endNote = "排查"
    var chart = LineChart(
      id: "g1", title: "覆盖率", description: "2月1日10%，2月5日40%。", days: ChartSamples.days(5), series: [line],
      axis: ChartAxis(
        minimum: 0, maximum: 50, ticks: [AxisTick(0, label: "0"), AxisTick(50, label: "50%")]),
      target: ChartTarget(45, label: "目标45%"), gapText: "未报", height: 142)
    chart.hasPointTitles = false
    let expected = """
      <svg class="chart pl-32 pr-40" width="100%" height="142" role="img" aria-labelledby="g1t g1d">\
      <title id="g1t">覆盖率</title><desc id="g1d">2月1日10%，2月5日40%。</desc>\
      <defs><pattern id="g1g" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <line class="hat-g" x1="0" x2="0" y1="0" y2="6"/></pattern></defs>\
      <rect class="gap" x="12.5%" y="16" width="25%" height="100"/>\
      <rect fill="url(#g1g)" x="12.5%" y="16" width="25%" height="100"/>\
      <text class="ax" x="25%" y="108" text-anchor="middle">未报</text>\
      <text class="ax" x="-32" y="120">0</text>\
      <line class="grid" x1="0%" x2="100%" y1="16" y2="16"/><text class="ax" x="-32" y="20">50%</text>\
      <line class="zero" x1="0%" x2="100%" y1="116" y2="116"/>\
      <text class="ax" x="0%" y="134">2月1日</text>\
      <text class="ax mi" x="25%" y="134" text-anchor="middle">2月2日</text>\
      <text class="ax" x="50%" y="134" text-anchor="middle">2月3日</text>\
      <text class="ax mi" x="75%" y="134" text-anchor="middle">2月4日</text>\
      <text class="ax" x="100%" y="134" text-anchor="end">2月5日</text>\
      <line class="tl" x1="0%" x2="100%" y1="26" y2="26"/>\
      <svg width="100%" height="142" viewBox="0 0 100 142" preserveAspectRatio="none">\
      <path class="ln c1" d="M50 76L75 56"/><path class="ln dash c1" d="M75 56L100 36"/></svg>\
      <circle class="f1" cx="0%" cy="96" r="2"/><circle class="hollow c1" cx="100%" cy="36" r="3.5"/>\
      <text class="k t1" x="100%" dx="9" y="38">40%</text><text class="t1" x="100%" dx="9" y="52">排查</text>\
      <text class="ax halo" x="0%" dx="2" y="21">目标45%</text></svg>
      """
    #expect(SVGProbe { chart.write(to: &$0) }.text == expected)
  }

  @Test(arguments: ChartSamples.awkward)
  func keepsEveryPointInThePlot(values: [Double?]) {
    let probe = SVGProbe { ChartSamples.line([ChartSamples.series(values, provisional: [2])]).write(to: &$0) }
    #expect(probe.isWellFormed)
    for point in probe.pathPoints {
      #expect((16...274).contains(point.y) && (0...100).contains(point.x))
    }
    for mark in probe.tags("circle") { #expect((16...274).contains(mark.number("cy"))) }
    #expect(!probe.text.contains("nan") && !probe.text.contains("inf") && !probe.text.contains("style="))
  }

  @Test(arguments: ChartSamples.awkward)
  func writesTheSameBytesTwice(values: [Double?]) {
    let chart = ChartSamples.line([ChartSamples.series(values)])
    #expect(SVGProbe { chart.write(to: &$0) }.text == SVGProbe { chart.write(to: &$0) }.text)
  }

  @Test func neverJoinsAcrossAMissingDay() {
    let probe = SVGProbe { ChartSamples.line([ChartSamples.series([1, 2, nil, 4, 5])]).write(to: &$0) }
    #expect(probe.tags("path").count == 1)
    #expect(probe.tags("path")[0]["d"]?.filter { $0 == "M" }.count == 2)
    #expect(probe.tags("rect", style: "gap").count == 1)
  }

  @Test func marksWhatIsProvisionalWithDashesAndAHollowEnd() {
    let series = ChartSamples.series([1, 2, 3], provisional: [2])
    let probe = SVGProbe { ChartSamples.line([series]).write(to: &$0) }
    #expect(probe.tags("path", style: "ln dash c1").count == 1)
    #expect(probe.tags("circle", style: "hollow c1").count == 1)
    let settled = SVGProbe { ChartSamples.line([ChartSamples.series([1, 2, 3])]).write(to: &$0) }
    #expect(settled.tags("circle", style: "f1").count == 1)
    #expect(settled.tags("path", style: "ln dash c1").isEmpty)
  }

  @Test func saysNothingOfAGapThatAnotherSeriesFills() {
    let both = [ChartSamples.series([1, nil, 3]), ChartSamples.series([1, 2, 3])]
    #expect(SVGProbe { ChartSamples.line(both).write(to: &$0) }.tags("rect", style: "gap").isEmpty)
  }

  @Test func coloursFourLinesAndMutesTheRest() {
    let tones: [SeriesTone] = [.first, .second, .third, .fourth, .fifth]
    let many = tones.enumerated().map { index, tone in
      var one = ChartSamples.series([1, Double(index)])
      one.tone = tone
      return one
    }
    let probe = SVGProbe { ChartSamples.line(many).write(to: &$0) }
    let styles = probe.tags("path").compactMap { $0["class"] }
    #expect(styles == ["ln c0", "ln c1", "ln c2", "ln c3", "ln c4"])
  }

  @Test func leadsFromALineThatEndsEarlyToItsName() {
    var early = ChartSamples.series([1, 2, nil])
    early.endLabel = "2"
    #expect(SVGProbe { ChartSamples.line([early]).write(to: &$0) }.tags("line", style: "ldr").count == 1)
    var late = ChartSamples.series([1, 2, 3])
    late.endLabel = "3"
    #expect(SVGProbe { ChartSamples.line([late]).write(to: &$0) }.tags("line", style: "ldr").isEmpty)
  }

  @Test func escapesEveryText() {
    let evil = "<b a=\"1\" c='2'>&</b>"
    var one = ChartSamples.series([1, nil, 3], name: evil)
    one.points[0].label = evil
    one.endLabel = evil
    one.endNote = evil
    let chart = LineChart(
      id: "g", title: evil, description: evil, days: [evil, evil, evil], series: [one, one],
      axis: ChartAxis(minimum: 0, maximum: 3, ticks: [AxisTick(3, label: evil)]),
      target: ChartTarget(2, label: evil),
      gapText: evil)
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(!probe.text.contains("<b") && probe.text.contains("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;"))
    #expect(probe.isWellFormed)
  }

  @Test func showsADaysValuesUnderThePointer() {
    let probe = SVGProbe { ChartSamples.line([ChartSamples.series([1, nil])]).write(to: &$0) }
    #expect(probe.text.contains("<title>2月1日\n1.0</title>"))
    #expect(probe.text.contains("<title>2月2日\n未报</title>"))
    let long = ChartSamples.line([ChartSamples.series((0..<1000).map { Double($0) })])
    #expect(SVGProbe { long.write(to: &$0) }.tags("g").isEmpty)
  }

  @Test func saysThatItsAxisDoesNotBeginAtZero() {
    var chart = ChartSamples.line([ChartSamples.series([95, 99])])
    chart.truncationNote = "纵轴不从0起"
    #expect(!SVGProbe { chart.write(to: &$0) }.text.contains("纵轴不从0起"))
    chart.axis = ChartAxis(minimum: 90, maximum: 100, ticks: [])
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(probe.text.contains("纵轴不从0起") && probe.tags("line", style: "zero").isEmpty)
  }

  @Test func putsTheZeroLineAmongNegativeValues() {
    let probe = SVGProbe { ChartSamples.line([ChartSamples.series([-10, 10])]).write(to: &$0) }
    #expect(probe.tags("line", style: "zero").map { $0.number("y1") } == [145])
  }

  @Test func leavesOutATargetBeyondTheAxis() {
    var chart = ChartSamples.line([ChartSamples.series([1, 2])])
    chart.target = ChartTarget(900, label: "目标")
    #expect(!SVGProbe { chart.write(to: &$0) }.text.contains("目标"))
  }

  @Test func takesNamesForTheAxisFromItsCaller() {
    var chart = ChartSamples.line([ChartSamples.series([1, 2, 3])])
    chart.labels = [AxisLabel(0, "初一", anchor: .start), AxisLabel(9, "无此日")]
    chart.hasPointTitles = false
    let text = SVGProbe { chart.write(to: &$0) }.text
    #expect(text.contains("初一") && !text.contains("无此日") && !text.contains("2月2日"))
  }

  @Test func drawsAPanelWithItsParentInGrey() {
    var parent = ChartSamples.series([1, 2], name: "街道")
    parent.endLabel = "街道2"
    let panel = MultiplesPanel(
      id: "p", title: "t", days: ChartSamples.days(2), main: ChartSamples.series([2, 3]), compare: [parent],
      axis: ChartSamples.axis(.nice(minimum: 0, maximum: 3, intervals: 2)))
    let probe = SVGProbe { panel.write(to: &$0) }
    #expect(probe.tags("path").compactMap { $0["class"] } == ["ln c0", "ln c1"])
    #expect(probe.texts("ax").contains { $0[""] == "街道2" })
    #expect(probe.tags("svg")[0]["height"] == "150")
  }

  @Test func endsItsLineBeforeADayThatIsCountedOtherwise() {
    var chart = ChartSamples.line([ChartSamples.series([1, 2, 3, 4])])
    chart.breaks = [ChartBreak(at: 2, "口径变更", isCut: true)]
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(probe.tags("path")[0]["d"]?.filter { $0 == "M" }.count == 2)
    #expect(probe.tags("line", style: "brk").map { $0["x1"] } == ["50%"])
    #expect(probe.texts("halo").map { $0[""] } == ["口径变更"])
    chart.breaks = [ChartBreak(at: 2, "区划调整", isCut: false)]
    let joined = SVGProbe { chart.write(to: &$0) }
    #expect(joined.tags("path")[0]["d"]?.filter { $0 == "M" }.count == 1)
    #expect(joined.tags("line", style: "brk").count == 1)
  }

  @Test func dotsADayThatABreakLeavesAlone() {
    var chart = ChartSamples.line([ChartSamples.series([1, 2, 3])])
    chart.breaks = [ChartBreak(at: 1, "", isCut: true)]
    #expect(SVGProbe { chart.write(to: &$0) }.tags("circle").count == 2)
  }

  @Test func marksNoBreakOutsideItsDaysAndNoWordsOverOthers() {
    var chart = ChartSamples.line([ChartSamples.series((0..<60).map { Double($0) })])
    chart.breaks = [0, 20, 21, 60].map { ChartBreak(at: $0, "区划调整", isCut: false) }
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(probe.tags("line", style: "brk").count == 2)
    #expect(probe.texts("halo").count == 1)
  }
}
