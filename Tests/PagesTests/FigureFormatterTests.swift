import Common
import Reading
import Statistics
import Testing

@testable import Pages

/// Rules 2, 3, 14 and 15: how a figure becomes text.
@Suite struct FigureFormatterTests {
  static let here = Location(file: "indicators/a.yaml", line: 1, column: 1)
  static let sum = Formula.measure(Measure(verb: .sum, dataset: 0, field: 0))
  static let ratio = Formula.ratio(
    .measure(Measure(verb: .sum, dataset: 0, field: 0)), .measure(Measure(verb: .sum, dataset: 0, field: 1)))

  static func indicator(
    _ formula: Formula = sum, form: IndicatorDeclaration.Form = .number, decimals: Int = 0,
    unit: String? = nil,
    zeroDenominator: String? = nil
  ) -> IndicatorDeclaration {
    IndicatorDeclaration(
      id: "a", title: "A", topic: "a", formula: formula, form: form, decimals: decimals, unit: unit,
      zeroDenominator: zeroDenominator, location: here)
  }

  static let percent = indicator(ratio, form: .percent, decimals: 1)

  static func formatter(_ indicators: [IndicatorDeclaration], _ language: String = "zh-Hans") throws
    -> FigureFormatter
  {
    FigureFormatter(words: try SampleSite.words(language), indicators: indicators)
  }

  static func figure(
    _ value: String?, state: FigureState = .value, exactness: Exactness = .exact, written: String? = nil
  ) -> Figure {
    Figure(
      indicator: 0, region: 0, day: CivilDate(dayNumber: 0), value: value.flatMap { Rational(decimal: $0) },
      numerator: nil, denominator: nil, state: state, exactness: exactness, written: written, reported: 1,
      expected: 1, meetsThreshold: true)
  }

  static func change(_ difference: String?, earlier: String = "0.9") -> Change {
    Change(
      from: CivilDate(dayNumber: 0), to: CivilDate(dayNumber: 1),
      difference: difference.flatMap { Rational(decimal: $0) },
      units: 1, earlier: Rational(decimal: earlier))
  }

  @Test(
    arguments: [
      ("1", "100"), ("0", "0"), ("0.9996", "99.9"), ("0.99999999", "99.9"), ("0.9994", "99.9"),
      ("0.0004", "<0.1"),
      ("0.0005", "0.1"), ("1.0004", "100.1"), ("1.25", "125.0"), ("0.9615", "96.2"), ("0.96149", "96.1"),
      ("0.5", "50.0"), ("12.345", "1,234.5"),
    ])
  func printsHundredAndZeroPercentOnlyWhenExact(value: String, printed: String) throws {
    let text = try Self.formatter([Self.percent]).text(Self.figure(value))
    #expect(text.number == printed)
    #expect(text.text == printed + "%")
    #expect(text.mark == nil)
  }

  @Test(arguments: [("0.996", "99"), ("0.004", "<1"), ("1.004", "101"), ("0.5", "50")])
  func staysHonestWithoutDecimalsToo(value: String, printed: String) throws {
    let indicator = Self.indicator(Self.ratio, form: .percent, decimals: 0)
    #expect(try Self.formatter([indicator]).text(Self.figure(value)).number == printed)
  }

  @Test(
    arguments: [
      ("2.5", 0, "3"), ("-2.5", 0, "−3"), ("2.45", 1, "2.5"), ("-2.45", 1, "−2.5"), ("1127", 0, "1,127"),
      ("1234567.891", 2, "1,234,567.89"), ("999", 0, "999"), ("-1000", 0, "−1,000"), ("0", 0, "0"),
      ("-0.04", 1, "0.0"),
    ])
  func roundsHalfAwayFromZeroAndGroupsByThree(value: String, decimals: Int, printed: String) throws {
    let indicator = Self.indicator(decimals: decimals)
    #expect(try Self.formatter([indicator]).text(Self.figure(value)).number == printed)
  }

  @Test(
    arguments: [
      ("6000", Exactness.moreThan, "6000多" as String?, "6000多户"), ("73000", .about, "7.3万左右", "7.3万户左右"),
      ("400", .about, "约400", "约400户"), ("6400", .about, nil, "约6,400户"),
      ("6400", .moreThan, nil, "超过6,400户"),
    ])
  func printsOneValueAsItsSourceWroteItAndMarksSums(
    value: String, exactness: Exactness, written: String?, printed: String
  ) throws {
    let figure = Self.figure(value, exactness: exactness, written: written)
    #expect(try Self.formatter([Self.indicator(unit: "户")]).text(figure).text == printed)
  }

  @Test func tellsTheStatesApart() throws {
    let formatter = try Self.formatter([Self.indicator(Self.ratio, unit: "件", zeroDenominator: "无受理")])
    #expect(formatter.text(Self.figure("0", state: .zero)) == FigureText(number: "0", unit: "件"))
    #expect(
      formatter.text(Self.figure(nil, state: .notReported))
        == FigureText(number: "未报", unit: "", mark: Mark(kind: .miss, text: "未报")))
    #expect(
      formatter.text(Self.figure(nil, state: .notApplicable))
        == FigureText(number: "无受理", unit: "", mark: Mark(kind: .na, text: "无受理")))
    #expect(
      formatter.text(Self.figure(nil, state: .suppressed))
        == FigureText(number: "已隐去", unit: "", mark: Mark(kind: .hid, text: "已隐去")))
    #expect(
      formatter.text(Self.figure("3", state: .provisional))
        == FigureText(number: "3", unit: "件", mark: Mark(kind: .prov, text: "暂定")))
    let plain = try Self.formatter([Self.indicator()])
    #expect(plain.text(Self.figure(nil, state: .notApplicable)).text == "不适用")
  }

  @Test(
    arguments: [
      ("0.01", "上升1.0个百分点", "+1.0", "1"), ("-0.006", "下降0.6个百分点", "−0.6", "-0.6"), ("0", "持平", "0", "0"),
      ("0.0004", "基本持平", "0.0", "0.04"), ("-0.0004", "基本持平", "0.0", "-0.04"),
      ("-0.00051", "下降0.1个百分点", "−0.1", "-0.051"),
    ])
  func writesTheChangeOfAPercentageInPoints(difference: String, words: String, signed: String, plain: String)
    throws
  {
    let text = try Self.formatter([Self.percent]).text(Self.change(difference), of: 0)
    #expect(text.words == words)
    #expect(text.signed == signed)
    #expect(text.plain == plain)
    #expect(text.earlier == "90.0%")
  }

  @Test func comparesWithNothingWhenYesterdayIsMissing() throws {
    let text = try Self.formatter([Self.percent]).text(Self.change(nil), of: 0)
    #expect(text.words == "无可比数据")
    #expect(text.direction == .unknown)
    #expect(text.plain == nil)
  }

  @Test func saysThatCountsIncreaseAndRatesRise() throws {
    let count = Self.indicator(unit: "户")
    let difference = Self.indicator(.difference(.indicator(0), .indicator(0)), unit: "户")
    let mean = Self.indicator(.measure(Measure(verb: .mean, dataset: 0, field: 0)), decimals: 1, unit: "件")
    let days = Self.indicator(Self.ratio, decimals: 1, unit: "天")
    let ofRates = Self.indicator(.difference(.indicator(3), .indicator(3)), decimals: 1)
    let formatter = try Self.formatter([count, difference, mean, days, ofRates])
    #expect(formatter.text(Self.change("-5"), of: 0).words == "减少5户")
    #expect(formatter.text(Self.change("1234"), of: 1).words == "增加1,234户")
    #expect(formatter.text(Self.change("1.2"), of: 2).words == "上升1.2件")
    #expect(formatter.text(Self.change("-1.2"), of: 3).words == "下降1.2天")
    #expect(formatter.text(Self.change("1.2"), of: 4).words == "上升1.2")
  }

  @Test func aDifferenceOfPercentagesIsInPointsItself() throws {
    let indicator = Self.indicator(.difference(.indicator(0), .indicator(0)), form: .percent, decimals: 1)
    let formatter = try Self.formatter([indicator])
    #expect(formatter.text(Self.figure("-0.032")).text == "−3.2个百分点")
    #expect(formatter.text(Self.figure("1")).text == "100.0个百分点")
    #expect(formatter.unit(of: indicator) == "个百分点")
    let english = try Self.formatter([indicator], "en")
    #expect(english.text(Self.figure("0.032")).text == "3.2 percentage points")
    #expect(english.unit(of: indicator) == "percentage points")
  }

  @Test func theChangeOfWhatIsNotExactIsAbout() throws {
    let formatter = try Self.formatter([Self.indicator(unit: "户")])
    let text = formatter.text(Self.change("200", earlier: "400"), of: 0, exactness: .moreThan)
    #expect(text.words == "增加约200户")
    #expect(text.earlier == "约400户")
  }

  @Test func saysHowFarATargetIs() throws {
    let formatter = try Self.formatter([Self.percent])
    func distance(_ value: String) throws -> String {
      formatter.distance(
        try #require(Rational(decimal: value)), to: try #require(Rational(98, over: 100)), of: Self.percent)
    }
    #expect(try distance("0.962") == "1.8个百分点")
    #expect(try distance("0.97996") == "<0.1个百分点")
    #expect(try formatter.threshold(#require(Rational(98, over: 100)), of: Self.percent) == "98%")
  }

  @Test func englishPutsASpaceBeforeAWordAndNoneBeforeASign() throws {
    let formatter = try Self.formatter([Self.indicator(unit: "households"), Self.percent], "en")
    #expect(formatter.text(Self.figure("1127")).text == "1,127 households")
    #expect(formatter.text(Self.change("-5"), of: 0).words == "down by 5 households")
    #expect(formatter.text(Self.change("0.01"), of: 1).words == "up 1.0 percentage points")
    #expect(formatter.threshold(Rational(1127), of: Self.indicator(unit: "households")) == "1,127 households")
    #expect(formatter.text(Self.figure("6400", exactness: .moreThan)).text == "more than 6,400 households")
  }
}
