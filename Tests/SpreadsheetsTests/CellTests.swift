import HandMade
import Testing

@testable import Spreadsheets

/// What single cells say.
@Suite struct CellTests {
  private func cell(_ cell: HandMadeBook.Cell, in book: HandMadeBook = HandMadeBook()) throws -> String? {
    var book = book
    book.sheets = [HandMadeBook.Sheet("甲", [[cell]])]
    return try cells(book).first.map { String($0.dropFirst(3)) }
  }

  @Test(arguments: [
    ("5", "5"), ("-12.50", "-12.50"), ("0.69999999999999996", "0.7"), ("0.30000000000000004", "0.3"),
    ("9.9999999999999978E-2", "0.1"), ("1E+3", "1000"), ("1.5e-7", "0.00000015"),
    ("123456789012345", "123456789012345"),
    ("1234.9999999999998", "1235"), ("-0.00000000000000001", "-0.00000000000000001"), ("0E0", "0"),
    ("1.2345678901234567E14", "123456789012346"), ("110106001001", "110106001001"), (" 7 ", "7"),
  ])
  func readsNumbersAsProgramsShowThem(written: String, shown: String) throws {
    #expect(try cell(.number(written)) == "number " + shown)
  }

  @Test(arguments: [
    ("110105194912310021", "110105194912310000"), ("1.10105194912310E+17", "110105194912310000"),
    ("6222020200112230", "6222020200112230"), ("-1E15", "-1000000000000000"),
  ])
  func findsNumbersThatHaveLostDigits(written: String, kept: String) throws {
    #expect(try cell(.number(written)) == "imprecise " + kept)
  }

  @Test(arguments: ["NaN", "INF", "abc", "1,5", "1.2.3", "0x10", "--1"])
  func takesWhatIsNoNumberAsText(written: String) throws {
    #expect(try cell(.number(written)) == "text " + written)
  }

  @Test(arguments: [
    ("0.7", "70%"), ("1", "100%"), ("0.98765", "98.765%"), ("0", "0%"), ("-0.05", "-5%"), ("12.5", "1250%"),
    ("0.29", "29%"), ("0.28999999999999998", "29%"), ("0.001", "0.1%"),
  ])
  func readsPercentagesWithTheirSign(written: String, shown: String) throws {
    #expect(try cell(.number(written, format: 2)) == "percent " + shown)
  }

  @Test(arguments: [
    ("43875", "2020-02-14"), ("43875.75", "2020-02-14 18:00"), ("43875.999999999", "2020-02-15"),
    ("43875.000011574", "2020-02-14 00:00:01"), ("0.75", "18:00"), ("61", "1900-03-01"), ("59", "1900-02-28"),
    ("60", "1900-02-29"), ("1", "1900-01-01"), ("2958465", "9999-12-31"),
  ])
  func readsDays(written: String, shown: String) throws {
    #expect(try cell(.number(written, format: 1)) == "date " + shown)
  }

  @Test(arguments: [
    ("43875", "2020-02-14 00:00"), ("43875.75", "2020-02-14 18:00"), ("0.75", "18:00"), ("0", "00:00"),
    ("43875.9999999", "2020-02-15 00:00"),
  ])
  func readsTimesWithAndWithoutTheirDay(written: String, shown: String) throws {
    #expect(try cell(.number(written, format: 3)) == "date " + shown)
  }

  @Test(arguments: ["-1", "2958466", "1e20"])
  func takesNoOtherNumberForADay(written: String) throws {
    #expect(try cell(.number(written, format: 1))?.hasPrefix("date") == false)
  }

  @Test(arguments: [("42413", "2020-02-14"), ("0", "1904-01-01"), ("42413.5", "2020-02-14 12:00")])
  func readsDaysOfTheOtherSystem(written: String, shown: String) throws {
    var book = HandMadeBook()
    book.properties = " date1904=\"1\""
    #expect(try cell(.number(written, format: 1), in: book) == "date " + shown)
  }

  @Test func readsDurationsPastADay() throws {
    var book = HandMadeBook()
    book.formats = ["[h]:mm"]
    #expect(try cell(.number("1.0625"), in: book) == "date 25:30")
  }

  @Test func readsISODates() throws {
    #expect(try cell(.xml("t=\"d\"", "<v>2020-02-14</v>")) == "date 2020-02-14")
    #expect(try cell(.xml("t=\"d\"", "<v>2020-02-14T00:00:00Z</v>")) == "date 2020-02-14")
    #expect(try cell(.xml("t=\"d\"", "<v>2020-02-14T18:05:09.123</v>")) == "date 2020-02-14 18:05:09")
  }

  @Test func readsBooleansAndErrors() throws {
    #expect(try cell(.boolean(true)) == "boolean TRUE")
    #expect(try cell(.boolean(false)) == "boolean FALSE")
    #expect(try cell(.error("#N/A")) == "error #N/A")
  }

  @Test func readsStoredResultsOfFormulas() throws {
    #expect(try cell(.formula("A1+1", value: "5")) == "number 5")
    #expect(try cell(.xml("t=\"str\"", "<f>A1&amp;\"x\"</f><v>文_x000D_\n字</v>")) == "text 文\n字")
    #expect(try cell(.xml("t=\"str\"", "<f>IF(A2=\"\",\"\",A2)</f><v></v>")) == nil)
    #expect(try cell(.xml("", "<f t=\"shared\" si=\"0\"/><v>7</v>")) == "number 7")
    #expect(try cell(.xml("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>")) == "error #DIV/0!")
  }

  @Test func findsFormulasWithoutAResult() throws {
    #expect(try cell(.formula("SUM(A1:A9)", value: nil)) == "uncalculated ")
    #expect(try cell(.formula("SUM(A1:A9)", value: "")) == "uncalculated ")
    #expect(try cell(.xml("", "<f>1+1</f><v/>")) == "uncalculated ")
  }

  /// XlsxWriter computes nothing, stores 0 and has the file computed by who opens it.
  @Test func takesAZeroThatWasNeverComputedForNone() throws {
    var book = HandMadeBook()
    book.calculation = " calcId=\"124519\" fullCalcOnLoad=\"1\""
    #expect(try cell(.formula("SUM(A1:A9)", value: "0"), in: book) == "uncalculated ")
    #expect(try cell(.formula("SUM(A1:A9)", value: "42"), in: book) == "number 42")
    #expect(try cell(.number("0"), in: book) == "number 0")
    #expect(try cell(.formula("SUM(A1:A9)", value: "0")) == "number 0")
  }

  @Test func fillsUpCodesAsTheirFormatDoes() throws {
    var book = HandMadeBook()
    book.formats = ["000000"]
    #expect(try cell(.number("1101"), in: book) == "number 001101")
    #expect(try cell(.number("1101001"), in: book) == "number 1101001")
    #expect(try cell(.number("1.5"), in: book) == "number 1.5")
  }

  @Test func readsInlineTexts() throws {
    #expect(try cell(.text(" 东村 社区\n二行 ")) == "text  东村 社区\n二行 ")
    let runs =
      "<is><r><rPr><b/></rPr><t>东村</t></r><r><t>社区</t></r><rPh sb=\"0\" eb=\"1\"><t>dong</t></rPh></is>"
    #expect(try cell(.xml("t=\"inlineStr\"", runs)) == "text 东村社区")
  }

  @Test(arguments: [
    ("a_x000D_\nb", "a\nb"), ("a_x000D_b", "a\nb"), ("_x0009_a", "\ta"), ("_x005F_x000D_", "_x000D_"),
    ("a_x4E2D_", "a中"), ("_xD83D__xDE00_", "😀"), ("_x00_", "_x00_"), ("a_b_xZZZZ_", "a_b_xZZZZ_"),
    ("_x0000_a_", "a_"),
  ])
  func decodesEscapes(written: String, text: String) throws {
    #expect(try cell(.text(written)) == "text " + text)
  }
}
