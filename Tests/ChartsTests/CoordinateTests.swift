import Common
import Testing

@testable import Charts

@Suite struct CoordinateTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (12.5, "12.5"), (12.05, "12.05"), (-3.25, "-3.25"), (-0.001, "0"),
    (99.999, "100"), (33.333333, "33.33"), (1000.1, "1000.1"), (.nan, "0"), (.infinity, "0"),
  ])
  func writesAtMostTwoDecimalsWithoutTrailingZeros(value: Double, expected: String) {
    #expect(SVGProbe { $0.write(coordinate: value) }.text == expected)
  }

  @Test func estimatesChineseAtOneEmAndLatinAtHalf() {
    #expect(TextWidth.estimate("未报", size: 10) == 20)
    #expect(TextWidth.estimate("100%", size: 10) == 22)
    #expect(TextWidth.estimate("２月", size: 10) == 20)
    #expect(TextWidth.estimate("", size: 10) == 0)
  }

  @Test func shortensWithAnEllipsisOnlyWhatIsTooLong() {
    #expect(TextWidth.shortened("排查", size: 10, atMost: 20) == "排查")
    #expect(TextWidth.shortened("入户排查覆盖率", size: 10, atMost: 40) == "入户排…")
  }
}
