import Common
import Testing

@testable import Reading

@Suite struct NumberReaderTests {
  @Test(arguments: [
    ("0", 0), ("-5", -5), ("+5", 5), (" 12 ", 12), ("1,234", 1234), ("1,234,567", 1_234_567),
    ("1,234.0", 1234), ("1，234", 1234),
    ("１２３", 123), ("12户", 12), ("12 户", 12), ("9223372036854775807", Int64.max), ("007", 7), ("\u{3000}7", 7),
    ("−3", -3),
  ])
  func readsAWholeNumber(text: String, value: Int64) throws {
    let read = try NumberReader(form: .integer, unit: "户").read(text)
    #expect(read == NumberValue(mantissa: value))
  }

  @Test(
    arguments: [
      ("1.25", 125, 2), ("-0.5", -5, 1), ("３．５", 35, 1), ("1,000.50", 100_050, 2),
      ("0.985714285714286", 985_714_285_714_286, 15),
    ] as [(String, Int64, Int)])
  func readsADecimal(text: String, mantissa: Int64, places: Int) throws {
    #expect(try NumberReader(form: .number).read(text) == NumberValue(mantissa: mantissa, places: places))
  }

  @Test(arguments: [
    ("1.2万", 12_000), ("3亿", 300_000_000), ("23万", 230_000), ("5千", 5000), ("3百万", 3_000_000),
    ("1.25万户", 12_500),
  ])
  func flagsARoundedNumber(text: String, value: Int64) throws {
    #expect(
      try NumberReader(form: .integer, unit: "户").read(text) == NumberValue(mantissa: value, isRounded: true))
  }

  @Test(arguments: [
    ("70%", "0.7"), ("70％", "0.7"), ("98.5 %", "0.985"), ("0%", "0"), ("105%", "1.05"), ("0.7", "0.7"),
    ("1", "1"),
  ])
  func keepsAPercentageAsAFraction(text: String, value: String) throws {
    let read = try NumberReader(form: .percent).read(text)
    #expect(read.rational == Rational(decimal: value))
    #expect(read.hasPercentSign == (text.last == "%" || text.last == "％"))
  }

  @Test(arguments: [
    ("约30", "30", Exactness.about, "约30"), ("近400", "400", .about, "近400"),
    ("6000多", "6000", .moreThan, "6000多"),
    ("6000多户", "6000", .moreThan, "6000多"), ("1万余", "10000", .moreThan, "1万余"),
    ("2.4万余户", "24000", .moreThan, "2.4万余"),
    ("近百", "100", .about, "近百"), ("30左右", "30", .about, "30左右"), ("30户左右", "30", .about, "30左右"),
    ("30左右户", "30", .about, "30左右"), ("超过150", "150", .moreThan, "超过150"), ("150多", "150", .moreThan, "150多"),
    ("30多万", "300000", .moreThan, "30多万"), ("约1,200户", "1200", .about, "约1,200"),
    ("百余", "100", .moreThan, "百余"),
    ("５０以上", "50", .moreThan, "50以上"), ("约23万多", "230000", .about, "约23万多"), ("大约 50", "50", .about, "大约 50"),
  ])
  func keepsTheWordsOfAnApproximateNumber(text: String, value: String, exactness: Exactness, written: String)
    throws
  {
    let read = try NumberReader(form: .integer, isApproximate: true, unit: "户").read(text)
    #expect(
      read.amount
        == Amount(value: try #require(Rational(decimal: value)), exactness: exactness, written: written))
    #expect(!read.isRounded)
    #expect(throws: ValueRefusal.approximate) { try NumberReader(form: .integer, unit: "户").read(text) }
  }

  @Test func readsAnApproximatePercentage() throws {
    let read = try NumberReader(form: .percent, isApproximate: true).read("约50%")
    #expect(
      read.amount == Amount(value: try #require(Rational(1, over: 2)), exactness: .about, written: "约50%"))
  }

  @Test func readsAnExactNumberInAnApproximateColumn() throws {
    #expect(
      try NumberReader(form: .integer, isApproximate: true).read("2697").amount
        == Amount(value: Rational(2697)))
  }

  @Test func stripsAUnitThatHoldsAPowerOfTen() throws {
    #expect(try NumberReader(form: .number, unit: "万元").read("1.2万元") == NumberValue(mantissa: 12, places: 1))
    #expect(
      try NumberReader(form: .number, unit: "元").read("1.2万元")
        == NumberValue(mantissa: 12_000, isRounded: true))
  }

  @Test(arguments: [
    ("", ValueRefusal.notANumber), ("无", .notANumber), ("/", .notANumber), ("-", .notANumber),
    ("万", .notANumber),
    ("1.5", .notAnInteger), ("1.23456万", .notAnInteger), ("12,34", .badGrouping), ("1,2345", .badGrouping),
    ("1234,567", .badGrouping),
    ("9223372036854775808", .overflow), ("9999999999999亿", .overflow), ("1.1E+17", .scientificNotation),
    ("1e5", .scientificNotation),
    ("70%", .percentSign), ("30多", .approximate), ("12人", .otherUnit), ("12.", .notANumber),
    ("1 234", .notANumber),
    ("12-15", .notANumber), ("1.2.3", .notANumber), ("--5", .notANumber), (",123", .notANumber),
    ("(12)", .notANumber),
  ])
  func refusesWithAReason(text: String, reason: ValueRefusal) {
    #expect(throws: reason) { try NumberReader(form: .integer, unit: "户").read(text) }
  }

  @Test func refusesAPercentageWithoutSignAboveOne() {
    #expect(throws: ValueRefusal.percentSignMissing) { try NumberReader(form: .percent).read("70") }
  }

  @Test(
    arguments: [
      (125, 2, 1, 13, false), (-125, 2, 1, -13, false), (124, 2, 1, 12, false), (12, 0, 2, 1200, true),
      (120, 2, 1, 12, true),
    ] as [(Int64, Int, Int, Int64, Bool)])
  func scalesWithHalfAwayFromZero(mantissa: Int64, places: Int, wanted: Int, value: Int64, isExact: Bool)
    throws
  {
    let scaled = try #require(NumberValue(mantissa: mantissa, places: places).scaled(toPlaces: wanted))
    #expect(scaled == (value, isExact))
  }

  @Test func doesNotScaleBeyond64Bits() {
    #expect(NumberValue(mantissa: .max).scaled(toPlaces: 6) == nil)
  }

  @Test func marksDroppedDigits() throws {
    let read = try NumberReader(form: .number).read("0.12345678901234567891234")
    #expect(read.isRounded && read.places == 18)
  }
}
