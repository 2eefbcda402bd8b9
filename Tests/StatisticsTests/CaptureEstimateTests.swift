import Common
import Testing

@testable import Statistics

/// How many there are, from two counts made apart.
@Suite struct CaptureEstimateTests {
  private static func estimate(_ first: Int, _ second: Int, _ both: Int) -> CaptureEstimate? {
    CaptureEstimate(
      first: Rational(Int128(first)), second: Rational(Int128(second)), both: Rational(Int128(both)))
  }

  /// Estimates and half-widths were computed with another program, from the formulas as they are printed.
  @Test(arguments: [
    (200, 150, 60, "496.557377", "416.757512", "576.357242"),
    (1000, 950, 940, "1010.63762", "1010", "1012.259518"),
    (10, 8, 7, "11.375", "11", "12.782417"),
  ])
  func agreesWithTheFormulasInPrint(
    first: Int, second: Int, both: Int, total: String, low: String, high: String
  ) throws {
    let estimate = try #require(Self.estimate(first, second, both))
    #expect(estimate.total.plainDecimal(atMost: 6) == total)
    #expect(estimate.interval.low.plainDecimal(atMost: 6) == low)
    #expect(estimate.interval.high.plainDecimal(atMost: 6) == high)
  }

  @Test func whereAllAreInBothNothingIsMissed() throws {
    let estimate = try #require(Self.estimate(100, 100, 100))
    #expect(estimate.total == Rational(100))
    #expect(estimate.interval == ConfidenceInterval(low: Rational(100), high: Rational(100)))
  }

  @Test func isNeverBelowWhatWasSeen() throws {
    for both in 0...20 {
      let estimate = try #require(Self.estimate(30, 20, both))
      #expect(estimate.interval.low >= Rational(Int128(50 - both)))
      #expect(estimate.interval.low <= estimate.total && estimate.total <= estimate.interval.high)
    }
  }

  @Test(arguments: [(10, 8, 9), (8, 10, 9), (5, 5, -1)])
  func moreInBothThanInOneIsNoEstimate(first: Int, second: Int, both: Int) {
    #expect(Self.estimate(first, second, both) == nil)
  }

  @Test(arguments: [(0, "0"), (1, "1"), (2, "1.414213"), (144, "12"), (1_000_000_007, "31622.776712")])
  func takesRootsCutOffAtTheSixthDecimal(value: Int, root: String) {
    #expect(CaptureEstimate.root(Rational(Int128(value)))?.plainDecimal(atMost: 6) == root)
  }
}
