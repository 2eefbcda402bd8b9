import Common
import Testing

@Suite struct RationalTests {
  @Test(arguments: [
    ("0", 0, "0"), ("12.345", 2, "12.35"), ("-12.345", 2, "-12.35"), ("0.04", 1, "0.0"), ("-0.04", 1, "0.0"),
    ("99.96", 1, "100.0"), ("1000000", 0, "1000000"), ("0.5", 0, "1"), ("-0.5", 0, "-1"),
  ])
  func printsRoundedHalfAwayFromZero(text: String, places: Int, printed: String) throws {
    let value = try #require(Rational(decimal: text))
    #expect(value.decimal(places: places) == printed)
  }

  @Test func addsAndComparesExactly() throws {
    let third = try #require(Rational(1, over: 3))
    let sixth = try #require(Rational(1, over: 6))
    #expect(third + sixth == Rational(1, over: 2))
    #expect(sixth < third)
    #expect(third - third == .zero)
    #expect((third / sixth) == Rational(2))
    #expect((third / .zero) == nil)
  }

  @Test func staysCloseWhereFractionsNoLongerFit() throws {
    var sum = Rational.zero
    for denominator in 1_000_003..<1_000_063 {
      sum = sum + (try #require(Rational(1, over: Int128(denominator))))
    }
    #expect(sum.decimal(places: 8) == "0.00005999" || sum.decimal(places: 6) == "0.000060")
  }

  @Test(arguments: ["", "-", "1.", ".5", "1,000", "1e3", " 1"])
  func refusesWhatIsNoPlainDecimal(text: String) {
    #expect(Rational(decimal: text) == nil)
  }
}
