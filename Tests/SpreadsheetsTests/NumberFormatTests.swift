import Testing

@testable import Spreadsheets

@Suite struct NumberFormatTests {
  @Test(arguments: [
    "yyyy-mm-dd", "m/d/yy", "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]aaaa", "[$-F800]dddd, mmmm dd, yyyy",

    "yyyy年m月", "mmm", "[Red]d-mmm", "[$-404]e/m/d",
    "[DBNum1][$-804]m\"月\"d\"日\"",
    "ggge\"年\"",
  ])
  func knowsDates(code: String) {
    #expect(NumberFormat(code: code) == .date)
  }

  @Test(arguments: ["h:mm:ss", "上午/下午h\"时\"mm\"分\"", "YYYY/MM/DD HH:MM", "mm:ss.0", "h:mm AM/PM"])
  func knowsTimes(code: String) {
    #expect(NumberFormat(code: code) == .time)
  }

  @Test(arguments: ["[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[s]"])
  func knowsDurations(code: String) {
    #expect(NumberFormat(code: code) == .duration)
  }

  @Test(arguments: ["0%", "0.00%", "[Red]0.0%;-0.0%", "0.0\\ %"])
  func knowsPercentages(code: String) {
    #expect(NumberFormat(code: code) == .percent)
  }

  @Test(arguments: [
    "General", "0", "#,##0.00", "0.00E+00", "##0.0E-0", "0\"户\"", "\"day\"0", "0\\d", "[Red]-0;[Blue]0", "@",
    "_-* #,##0_-;-* #,##0_-", "[$¥-804]#,##0.00", "# ?/?", "G/通用格式", "General\"年\"", ";;;", "0;yyyy",
    "[>100]0\"h\";0", "",
  ])
  func takesAllElseForPlain(code: String) {
    #expect(NumberFormat(code: code) == .plain)
  }

  @Test func knowsFilledUpNumbers() {
    #expect(NumberFormat(code: "000000") == .digits(6))
  }

  @Test(arguments: [14, 17, 27, 31, 36, 57, 58]) func knowsDatesByNumber(id: Int) {
    #expect(NumberFormat(builtIn: id) == .date)
  }

  @Test func knowsTheOthersByNumber() {
    #expect([18, 22, 32, 35, 45, 47, 55].allSatisfy { NumberFormat(builtIn: $0) == .time })
    #expect([9, 10].map { NumberFormat(builtIn: $0) } == [.percent, .percent])
    #expect(NumberFormat(builtIn: 46) == .duration)
    #expect([0, 1, 4, 11, 37, 44, 48, 49, 164].allSatisfy { NumberFormat(builtIn: $0) == .plain })
  }
}
