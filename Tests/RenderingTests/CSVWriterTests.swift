import Common
import Testing

@testable import Pages
@testable import Rendering

/// RFC 4180, and what keeps a spreadsheet from running text.
@Suite struct CSVWriterTests {
  func line(_ cells: [(text: String, isNumber: Bool)]) -> String {
    var buffer = ByteBuffer()
    CSVWriter.row(cells, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("甲", "甲"), ("a,b", "\"a,b\""), ("他说\"好\"", "\"他说\"\"好\"\"\""), ("一\n二", "\"一\n二\""), ("", ""),
      (" a", " a"),
      ("a\rb", "\"a\rb\""),
    ])
  func quotesWhatHasToBeQuoted(text: String, written: String) {
    #expect(line([(text, false), ("x", false)]) == written + ",x\r\n")
  }

  @Test(arguments: ["=1+1", "+86", "-3", "@a", "\ta", "＝1", "＋1", "－1", "＠a", "=HYPERLINK(\"x\")", "=1,2"])
  func guardsTextThatASpreadsheetWouldRun(text: String) {
    #expect(line([(text, false)]).drop { $0 == "\"" }.hasPrefix("'" + text.prefix(1)))
    #expect(!line([(text, true)]).hasPrefix("'"))
  }

  @Test(arguments: ["1", "a=b", "−3", "—", "6000多", "<0.1"])
  func leavesOtherTextAlone(text: String) {
    #expect(line([(text, false)]) == text + "\r\n")
  }

  @Test func beginsWithAByteOrderMark() {
    let table = TableView(
      id: "t", title: "", subtitle: "", note: "",
      columns: [
        TableView.Column(title: "地点", isNumber: false), TableView.Column(title: "数", isNumber: true),
      ],
      rows: [
        TableView.Row(
          header: LinkText(text: "=甲"), cells: [TableView.Cell(text: "−3", plain: "-3", isNumber: true)])
      ])
    var buffer = ByteBuffer()
    CSVWriter.write(table, into: &buffer)
    #expect(buffer.bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(String(decoding: buffer.bytes.dropFirst(3), as: UTF8.self) == "地点,数\r\n'=甲,-3\r\n")
  }
}
