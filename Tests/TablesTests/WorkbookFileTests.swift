import Common
import HandMade
import Reading
import Testing

@testable import Tables

/// Files named as workbooks that are none, or none to be read.
@Suite struct WorkbookFileTests {
  private func read(_ bytes: [UInt8], path: String = "data/a.xlsx") -> [String] {
    Sample().read([SourceFile(path: path, bytes: bytes)]).said
  }

  private static let book = HandMadeBook([HandMadeBook.Sheet("甲", [[.text("社区")]])])

  @Test func saysThatAWorkbookHasAPassword() {
    var bytes: [UInt8] =
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
    #expect(read(bytes) == ["error tables.old-spreadsheet data/a.xlsx"])
    bytes += "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] } + [UInt8](repeating: 0, count: 96)
    #expect(read(bytes) == ["error tables.workbook-encrypted data/a.xlsx"])
  }

  @Test(arguments: [
    "<html><table><tr><td>社区</td></tr></table></html>", "社区,日期\n", "", "PK\u{5}\u{6}",
    "\u{FEFF}<?xml version=\"1.0\"?>",
  ])
  func saysThatAFileIsAnotherKind(text: String) {
    let said = read(Array(text.utf8))
    #expect(said.count == 1)
    #expect(
      ["error tables.not-a-workbook data/a.xlsx", "error tables.workbook-damaged data/a.xlsx"].contains(
        said[0]))
  }

  @Test func saysThatAWorkbookIsDamagedOrHarmful() {
    #expect(read(Array(Self.book.bytes.dropLast(30))) == ["error tables.workbook-damaged data/a.xlsx"])
    var broken = Self.book
    broken.parts["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData>"
    #expect(read(broken.bytes) == ["error tables.workbook-damaged data/a.xlsx"])
    var typed = Self.book
    typed.parts["xl/workbook.xml"] = "<!DOCTYPE x><workbook/>"
    #expect(read(typed.bytes) == ["error tables.workbook-unsafe data/a.xlsx"])
    var leaving = Self.book
    leaving.parts["../../evil.xml"] = "<a/>"
    #expect(read(leaving.bytes) == ["error tables.workbook-unsafe data/a.xlsx"])
    var bomb = Self.book.zip
    bomb.entries.removeAll { String(decoding: $0.name, as: UTF8.self).hasSuffix("sheet1.xml") }
    bomb.add("xl/worksheets/sheet1.xml", zeros: 100)
    #expect(read(bomb.bytes) == ["error tables.workbook-damaged data/a.xlsx"])
  }

  @Test func readsAWorkbookWithMacros() {
    let said = read(Self.book.bytes, path: "data/a.xlsm")
    #expect(said.allSatisfy { $0.contains("required-column-missing") })
  }

  @Test func refusesOtherSpreadsheets() {
    for name in ["a.xls", "a.xlsb", "a.ods", "a.et"] {
      #expect(read([1], path: "data/" + name) == ["error tables.old-spreadsheet data/" + name])
    }
  }
}
