import Common
import Testing

@testable import Reading

@Suite struct CSVScannerTests {
  private func scan(_ text: String, separator: CSVSeparator? = nil) -> (
    rows: [[String]], lines: [Int], faults: [CSVFault]
  ) {
    var rows: [[String]] = []
    var lines: [Int] = []
    let faults = Array(text.utf8).withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, separator: separator)
      var record = CSVRecord()
      while scanner.next(into: &record) {
        rows.append(record.fields.map { scanner.text($0) })
        lines.append(record.line)
      }
      return scanner.faults
    }
    return (rows, lines, faults)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("\u{FEFF}社区,户数\n安家嘴,6000多\n", [["社区", "户数"], ["安家嘴", "6000多"]]),
    ("a,\"b,c\",\"\"\n", [["a", "b,c", ""]]),
    ("a,\"he said \"\"no\"\"\"\n", [["a", "he said \"no\""]]),
    ("a,\"two\nlines\"\nb,c\n", [["a", "two\nlines"], ["b", "c"]]),
    ("a,5\" pipe\n", [["a", "5\" pipe"]]),
    ("a,b\n\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1\t2", [["a", "b"], ["1", "2"]]),
    ("\"a,b,c\";d\n1;2", [["a,b,c", "d"], ["1", "2"]]),
    ("日报\na;b\n1;2", [["日报"], ["a", "b"], ["1", "2"]]),
    ("", []),
    ("\n\r\n", []),
    ("a,", [["a", ""]]),
  ])
  func readsRecords(text: String, rows: [[String]]) {
    let result = scan(text)
    #expect(result.rows == rows)
    #expect(result.faults.isEmpty)
  }

  @Test func countsPhysicalLines() {
    #expect(scan("a,b\r\n\r\n\"x\r\ny\nz\",2\r3,4\n5,6").lines == [1, 3, 6, 7])
  }

  @Test func tellsTheLineOfAFieldBehindAQuotedLineBreak() {
    Array("a,\"x\ny\",c".utf8).withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer)
      var record = CSVRecord()
      _ = scanner.next(into: &record)
      #expect(record.fields.map { scanner.line(of: $0, in: record) } == [1, 1, 2])
    }
  }

  @Test func reportsAQuoteThatIsNotClosedAndReadsTheFollowingLines() {
    let result = scan("a,b,c\n1,2,\"x\n4,5,6\n7,8,9\n")
    #expect(result.faults == [CSVFault(kind: .unclosedQuote, line: 2, column: 3)])
    #expect(result.rows.suffix(2) == [["4", "5", "6"], ["7", "8", "9"]])
    #expect(result.lines == [1, 2, 3, 4])
  }

  @Test func reportsTextBehindAClosingQuote() {
    let result = scan("a,b\n\"1\"x,2\n3,\"4\" \n5,6\n")
    #expect(
      result.faults == [
        CSVFault(kind: .textAfterQuote, line: 2, column: 1),
        CSVFault(kind: .textAfterQuote, line: 3, column: 2),
      ])
    #expect(result.rows.last == ["5", "6"])
  }

  @Test func reportsARecordThatIsTooLong() {
    let result = scan("a,b\n" + String(repeating: "x", count: Limits.line + 1) + ",2\n3,4\n")
    #expect(result.faults == [CSVFault(kind: .tooLong, line: 2, column: 2)])
    #expect(result.rows.count == 3)
  }

  @Test func marksOnlyTheFaultyRecord() {
    Array("a\"\n\"b\"c\nd".utf8).withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer)
      var record = CSVRecord()
      var faulty: [Bool] = []
      while scanner.next(into: &record) { faulty.append(record.isFaulty) }
      #expect(faulty == [false, true, false])
    }
  }

  @Test func knowsABlankRecord() {
    Array("a,b\n, \t,\n".utf8).withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer)
      var record = CSVRecord()
      var blank: [Bool] = []
      while scanner.next(into: &record) { blank.append(scanner.isBlank(record)) }
      #expect(blank == [false, true])
    }
  }
}
