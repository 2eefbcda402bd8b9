import Common
import Testing

@testable import Charts

@Suite struct FunnelChartTests {
  private func chart(_ values: [Double?], provisional: Set<Int> = [], names: [String] = []) -> FunnelChart {
    FunnelChart(
      id: "f", title: "三步",
      steps: values.enumerated().map { index, value in
        FunnelStep(
          name: names.indices.contains(index) ? names[index] : "第\(index + 1)步", value: value,
          label: value.map { $0.isFinite ? "\($0)家" : "?" } ?? "未报",
          shares: index == 0 ? "" : "上一步的50%", isProvisional: provisional.contains(index))
      })
  }

  @Test func drawsBarsFromZeroOverWhatTheStepBeforeWas() {
    let expected = """
      <svg class="chart funnel" width="100%" height="112" role="img" aria-labelledby="ft"><title id="ft">三步</title>\
      <text class="ann" x="0%" y="12">第1步</text><text class="ann k" x="0%" dx="38.6" y="12">80.0家</text>\
      <rect class="f1" x="0%" y="19" width="100%" height="14"/>\
      <text class="ann" x="0%" y="74">第2步</text><text class="ann k" x="0%" dx="38.6" y="74">20.0家</text>\
      <text class="ax" x="0%" y="108">上一步的50%</text>\
      <rect class="q2" x="25%" y="81" width="75%" height="14"/>\
      <rect class="f1" x="0%" y="81" width="25%" height="14"/></svg>
      """
    #expect(SVGProbe { chart([80, 20]).write(to: &$0) }.text == expected)
  }

  @Test func hatchesAProvisionalStep() {
    let probe = SVGProbe { chart([80, 20], provisional: [1]).write(to: &$0) }
    #expect(probe.text.contains("<pattern id=\"fh\""))
    #expect(probe.tags("rect", style: "c1").map { $0["fill"] } == ["url(#fh)"])
    #expect(!SVGProbe { chart([80, 20]).write(to: &$0) }.text.contains("<pattern"))
  }

  @Test func aStepWithoutAValueHasNoBarAndTheNextIsHeldAgainstTheOneBefore() {
    let probe = SVGProbe { chart([80, nil, 20]).write(to: &$0) }
    #expect(probe.tags("rect", style: "f1").map { $0.number("width") } == [100, 25])
    #expect(probe.tags("rect", style: "q2").map { $0.number("width") } == [100, 75])
    #expect(probe.texts("k").map { $0[""] } == ["80.0家", "未报", "20.0家"])
  }

  @Test func aStepThatGrowsIsTheLongestBar() {
    let probe = SVGProbe { chart([40, 80]).write(to: &$0) }
    #expect(probe.tags("rect", style: "f1").map { $0.number("width") } == [50, 100])
    #expect(probe.tags("rect", style: "q2").isEmpty)
  }

  @Test(arguments: ChartSamples.awkward)
  func keepsItsBarsInPlace(values: [Double?]) {
    let probe = SVGProbe { chart(values).write(to: &$0) }
    #expect(probe.isWellFormed)
    for bar in probe.tags("rect") {
      #expect(bar.number("x") >= 0 && bar.number("width") >= 0)
      #expect(bar.number("x") + bar.number("width") <= 100.01)
    }
  }

  @Test func cutsALongNameToLeaveRoomForItsValueOnAPhone() {
    let long = String(repeating: "复工", count: 20)
    let probe = SVGProbe { chart([80], names: [long]).write(to: &$0) }
    let name = probe.texts("ann").first { !($0["class"] ?? "").contains("k") }?[""] ?? ""
    #expect(name.hasSuffix("…"))
    let end =
      (probe.texts("k").first?.number("dx") ?? .nan) + TextWidth.estimate("80.0家", size: TextWidth.keySize)
    #expect(end <= ChartSpace.page.narrow)
  }
}
