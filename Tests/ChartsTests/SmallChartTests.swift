import Common
import Testing

@testable import Charts

@Suite struct SmallChartTests {
  @Test func drawsARowsBarWithItsTarget() {
    let bar = HorizontalBar(share: 0.5, target: 0.1371)
    let expected = """
      <svg class="bar" width="100%" height="12" aria-hidden="true"><rect class="b1" width="50%" height="12"/>\
      <line class="tgt" x1="13.71%" x2="13.71%" y1="-3" y2="15"/>\
      <line class="tgt2" x1="13.71%" x2="13.71%" y1="0" y2="12"/></svg>
      """
    #expect(SVGProbe { bar.write(to: &$0) }.text == expected)
  }

  @Test(arguments: [(-1.0, 0), (0, 0), (.nan, 0), (2, 1), (1, 1)])
  func holdsARowsBarWithinItsRow(share: Double, bars: Int) {
    let found = SVGProbe { HorizontalBar(share: share).write(to: &$0) }.tags("rect", style: "b1")
    #expect(found.count == bars)
    #expect(found.allSatisfy { $0["width"] == "100%" })
  }

  @Test func drawsATargetBeyondTheBarInInkOnly() {
    let probe = SVGProbe { HorizontalBar(share: 0.2, target: 0.9, kind: .bad, hasTrack: true).write(to: &$0) }
    #expect(probe.tags("line").count == 1)
    #expect(probe.tags("rect").compactMap { $0["class"] } == ["track", "b-bad"])
  }

  @Test func drawsASparklineWithTargetAndEnds() {
    let line = Sparkline(
      id: "s", title: "口罩", points: [ChartPoint(2), ChartPoint(8, isProvisional: true)],
      target: ChartTarget(7, label: "警戒线7"), firstLabel: "1月27日", lastLabel: "2月14日")
    let expected = """
      <svg class="chart spark" width="100%" height="56" role="img" aria-labelledby="st"><title id="st">口罩</title>\
      <line class="tl" x1="0%" x2="100%" y1="10" y2="10"/>\
      <svg width="100%" height="56" viewBox="0 0 100 56" preserveAspectRatio="none">\
      <path class="ln dash c1" d="M0 40L98.4 4"/></svg><circle class="hollow c1" cx="98.4%" cy="4" r="3.5"/>\
      <text class="ax" x="0%" y="69">1月27日</text><text class="ax" x="100%" y="69" text-anchor="end">2月14日</text>\
      <text class="ax halo" x="0%" y="5">警戒线7</text></svg>
      """
    #expect(SVGProbe { line.write(to: &$0) }.text == expected)
  }

  @Test func drawsAMiniSparklineWithoutTexts() {
    let line = Sparkline(
      id: "s", title: "", points: [ChartPoint(2), ChartPoint(8)], target: ChartTarget(7, label: "7"),
      firstLabel: "a", lastLabel: "b", size: .mini)
    let probe = SVGProbe { line.write(to: &$0) }
    #expect(
      probe.text.hasPrefix("<svg class=\"chart mini\" width=\"96\" height=\"20\" aria-hidden=\"true\">"))
    #expect(!probe.text.contains("<text"))
  }

  @Test(arguments: ChartSamples.awkward)
  func keepsASparklineInItsPlace(values: [Double?]) {
    let points = ChartSamples.series(values).points
    for size in [Sparkline.Size.fluid(height: 88), .mini] {
      for includesZero in [true, false] {
        let probe = SVGProbe {
          Sparkline(id: "s", title: "t", points: points, size: size, includesZero: includesZero).write(
            to: &$0)
        }
        #expect(probe.isWellFormed)
        #expect(probe.pathPoints.allSatisfy { (4...84).contains($0.y) && (0...98.4).contains($0.x) })
      }
    }
  }

  @Test func drawsABoxForEachExpectedUnit() {
    let probe = SVGProbe {
      CompletenessStrip(id: "c", title: "35/37", reported: 35, expected: 37).write(to: &$0)
    }
    #expect(probe.tags("rect", style: "in").count == 35)
    #expect(probe.tags("rect", style: "out").count == 2)
    #expect(probe.tags("rect")[1]["x"] == "2.7%" && probe.tags("rect")[1]["width"] == "1.89%")
    #expect(probe.tags("rect").allSatisfy { $0.number("x") + $0.number("width") <= 100 })
  }

  @Test(arguments: [(1_999, 2_000, 2), (2_000, 2_000, 1), (0, 2_000, 1), (0, 0, 0), (5, 3, 3), (-1, 2, 2)])
  func fallsBackToOneBarBeyondAHundredAndTwenty(reported: Int, expected: Int, boxes: Int) {
    let strip = CompletenessStrip(id: "c", title: "t", reported: reported, expected: expected)
    #expect(SVGProbe { strip.write(to: &$0) }.tags("rect").count == boxes)
  }
}
