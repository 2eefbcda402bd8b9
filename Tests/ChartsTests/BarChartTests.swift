import Common
import Testing

@testable import Charts

@Suite struct BarChartTests {
  @Test func drawsASmallChart() {
    var chart = ChartSamples.bars([10, nil, 30], provisional: [2])
    chart.axis = ChartAxis(minimum: 0, maximum: 40, ticks: [AxisTick(40, label: "40")])
    chart.height = 82
    chart.endLabel = "30人 暂定"
    chart.hasPointTitles = false
    let expected = """
      <svg class="chart pl-24" width="100%" height="82" role="img" aria-labelledby="bt"><title id="bt">t</title>\
      <line class="grid" x1="0%" x2="100%" y1="16" y2="16"/><text class="ax" x="-24" y="20">40</text>\
      <line class="zero" x1="0%" x2="100%" y1="56" y2="56"/>\
      <text class="ax" x="0%" y="74">2月1日</text><text class="ax" x="50%" y="74" text-anchor="middle">2月2日</text>\
      <text class="ax" x="100%" y="74" text-anchor="end">2月3日</text>\
      <defs><pattern id="bh" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <rect class="hat-bg" width="5" height="5"/><line class="hat" x1="0" x2="0" y1="0" y2="5"/></pattern></defs>\
      <rect class="f1" x="4.67%" y="46" width="24%" height="10"/>\
      <rect class="c1" fill="url(#bh)" x="71.33%" y="26" width="24%" height="30"/>\
      <text class="ax" x="50%" y="50" text-anchor="middle">×</text>\
      <text class="k t1 halo" x="100%" y="20" text-anchor="end">30人 暂定</text></svg>
      """
    #expect(SVGProbe { chart.write(to: &$0) }.text == expected)
  }

  @Test(arguments: ChartSamples.awkward)
  func standsEveryBarOnTheZeroLineInThePlot(values: [Double?]) {
    let probe = SVGProbe { ChartSamples.bars(values).write(to: &$0) }
    #expect(probe.isWellFormed)
    let zero = probe.tags("line", style: "zero").map { $0.number("y1") }
    #expect(zero.count == 1)
    for bar in probe.tags("rect", style: "f1") {
      let top = bar.number("y")
      let foot = top + bar.number("height")
      #expect(top >= 16 && foot <= 274.001)
      #expect(zero.contains { ($0 - top).magnitude < 0.001 || ($0 - foot).magnitude < 0.001 })
      #expect(bar.number("x") >= 0 && bar.number("x") + bar.number("width") <= 100.01)
    }
  }

  @Test func widensAnAxisThatDoesNotReachZero() {
    var chart = ChartSamples.bars([95, 99])
    chart.axis = ChartAxis(minimum: 90, maximum: 100, ticks: [])
    let bars = SVGProbe { chart.write(to: &$0) }.tags("rect", style: "f1")
    #expect(bars.map { $0.number("y") } == [28.9, 18.58])
    #expect(bars.allSatisfy { ($0.number("y") + $0.number("height") - 274).magnitude < 0.001 })
  }

  @Test func hangsNegativeBarsFromTheZeroLine() {
    let bars = SVGProbe { ChartSamples.bars([-10, 10]).write(to: &$0) }.tags("rect", style: "f1")
    #expect(bars.map { $0.number("y") } == [145, 16])
    #expect(bars.map { $0.number("height") } == [129, 129])
  }

  @Test func marksAMissingDayAndNotAZero() {
    let probe = SVGProbe { ChartSamples.bars([1, 0, nil, 4]).write(to: &$0) }
    #expect(probe.texts("ax").filter { $0[""] == "×" }.count == 1)
    #expect(probe.tags("rect", style: "f1").count == 3)
  }

  @Test func saysInWordsThatNothingIsKnown() {
    var chart = ChartSamples.bars([nil, nil, nil])
    chart.gapText = "未报"
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(probe.tags("rect", style: "gap").count == 1 && probe.text.contains(">未报</text>"))
    #expect(!probe.text.contains("×"))
  }

  @Test func keepsNotesClearOfBarsAndOfEachOther() {
    var chart = ChartSamples.bars((0..<20).map { Double($0) })
    chart.endLabel = "19人 暂定"
    chart.notes = [ChartNote(at: 18, "撞在一起的话"), ChartNote(at: 2, "复工首日"), ChartNote(at: 99, "无此日")]
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(probe.texts("ann").map { $0[""] } == ["复工首日"])
    let note = probe.texts("ann")[0]
    let plot = 288.0 - 24
    let right = note.number("x") + 100 * TextWidth.estimate("复工首日", size: 12) / plot
    for bar in probe.tags("rect", style: "f1")
    where bar.number("x") > note.number("x") && bar.number("x") < right {
      #expect(bar.number("y") > note.number("y"))
    }
  }

  @Test func drawsAMeanOverPaleBars() {
    var chart = ChartSamples.bars([1, 2, 3])
    chart.mean = ChartSamples.series([nil, 1.5, 2])
    chart.mean?.endLabel = "2.0"
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(probe.tags("rect", style: "q2").count == 3)
    #expect(probe.tags("path").map { $0["d"] } == ["M50 145L83.33 102"])
  }

  @Test func marksADayThatIsCountedOtherwise() {
    var chart = ChartSamples.bars([1, 2, 3, 4])
    chart.breaks = [ChartBreak(at: 1, "区划调整", isCut: true)]
    let probe = SVGProbe { chart.write(to: &$0) }
    #expect(probe.tags("line", style: "brk").map { $0["x1"] } == ["25%"])
  }
}
