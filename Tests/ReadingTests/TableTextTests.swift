import Common
import Testing

@testable import Reading

@Suite struct TableTextTests {
  private func read(_ bytes: [UInt8]) -> (text: String?, findings: [Diagnostic]) {
    var findings = Findings()
    let text = TableText.read(SourceFile(path: "data/x.csv", bytes: bytes), findings: &findings)
    return (text.map { String(decoding: $0, as: UTF8.self) }, findings.items)
  }

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  private static func place(_ line: Int, _ column: Int) -> Location {
    Location(file: "data/x.csv", line: line, column: column)
  }

  @Test func readsUTF8AsItIs() {
    for text in ["社区,户数\n", "\u{FEFF}社区,户数\n", "date,n\n", "é,ü\n"] {
      let result = read(Array(text.utf8))
      #expect(result.text == text)
      #expect(result.findings == [])
    }
  }

  @Test(arguments: [false, true]) func readsUTF16ByItsMark(bigEndian: Bool) {
    let text = "社区,备注\r\n𠮷村,好\r\n"
    let result = read(Self.utf16(text, bigEndian: bigEndian))
    #expect(result.text == text)
    #expect(result.findings == [])
  }

  @Test func readsGB18030WithARemark() {
    // 社区,户数 ⏎ 东村,5
    let bytes: [UInt8] =
      [0xC9, 0xE7, 0xC7, 0xF8, 0x2C, 0xBB, 0xA7, 0xCA, 0xFD, 0x0A, 0xB6, 0xAB, 0xB4, 0xE5, 0x2C, 0x35]
    let result = read(bytes)
    #expect(result.text == "社区,户数\n东村,5")
    #expect(result.findings.map(\.rule) == [.readAsGB18030])
    #expect(result.findings.map(\.severity) == [.remark])
  }

  /// Four bytes each: 㐀 (extension A), 𠂉 and 𠮷 (the second plane), and U+10FFFF.
  @Test(
    arguments: [
      ([0x81, 0x39, 0xEE, 0x39], "㐀"), ([0x95, 0x32, 0x90, 0x33], "𠂉"), ([0x95, 0x34, 0xB2, 0x35], "𠮷"),
      ([0xE3, 0x32, 0x9A, 0x35], "\u{10FFFF}"),
    ] as [([UInt8], String)])
  func readsFourByteCharacters(bytes: [UInt8], text: String) {
    // With 村 before it, so that the text is no UTF-8.
    let result = read([0xB4, 0xE5] + bytes + [0x0A])
    #expect(result.text == "村\(text)\n")
  }

  @Test func readsLongGB18030TextAcrossBuffers() {
    let rows = 30_000
    let row: [UInt8] = [0xB6, 0xAB, 0xB4, 0xE5, 0x2C, 0x95, 0x32, 0x90, 0x33, 0x2C, 0x35, 0x0A]
    let text = read(Array(repeating: row, count: rows).flatMap { $0 }).text
    #expect(text == String(repeating: "东村,𠂉,5\n", count: rows))
  }

  @Test(
    arguments: [
      // A byte that begins no character, a pair with a wrong second byte, a character cut off at the end.
      ([0xC9, 0xE7, 0x2C, 0x35, 0x0A, 0x35, 0x2C, 0xFF, 0x0A], 7, (2, 2)),
      ([0xC9, 0xE7, 0x2C, 0xC7, 0x20, 0x0A], 3, (1, 2)),
      ([0xC9, 0xE7, 0x0A, 0x81, 0x39, 0xEE], 3, (2, 1)),
    ] as [([UInt8], Int, (Int, Int))])
  func refusesWhatIsNeitherAtItsByte(bytes: [UInt8], offset: Int, at: (line: Int, column: Int)) {
    let result = read(bytes)
    #expect(result.text == nil)
    #expect(result.findings.map(\.rule) == [.tableNotDecodable])
    #expect(result.findings.first?.arguments == [.init(name: "offset", value: String(offset))])
    #expect(result.findings.first?.location == Self.place(at.line, at.column))
  }

  @Test func takesDamagedUTF8ForNothingElse() {
    let good = Array("社区,户数\n东村社区,".utf8)
    // Cut in the middle of a character, and with a pair of GB18030 in it, which would be mojibake and no fault.
    for tail in [[0xE4, 0xB8], [0xC9, 0xE7, 0x0A]] as [[UInt8]] {
      let result = read(good + tail)
      #expect(result.text == nil)
      #expect(result.findings.map(\.rule) == [.tableDamagedUTF8])
      #expect(result.findings.first?.arguments == [.init(name: "offset", value: String(good.count))])
      #expect(result.findings.first?.location == Self.place(2, 2))
    }
    #expect(read([0xEF, 0xBB, 0xBF, 0xC9, 0xE7]).findings.map(\.rule) == [.tableDamagedUTF8])
  }

  @Test(
    arguments: [
      // Half a unit at the end, a high surrogate before a letter, a low one by itself.
      ([0x61, 0x00, 0x2C, 0x00, 0x62], 6), ([0x61, 0x00, 0x2C, 0x00, 0x3D, 0xD8, 0x62, 0x00], 6),
      ([0x61, 0x00, 0x2C, 0x00, 0x00, 0xDC, 0x62, 0x00], 6), ([0x61, 0x00, 0x2C, 0x00, 0x3D, 0xD8], 6),
    ] as [([UInt8], Int)])
  func refusesDamagedUTF16(units: [UInt8], offset: Int) {
    let result = read([0xFF, 0xFE] + units)
    #expect(result.text == nil)
    #expect(result.findings.map(\.rule) == [.tableDamagedUTF16])
    #expect(result.findings.first?.arguments == [.init(name: "offset", value: String(offset))])
    #expect(result.findings.first?.location == Self.place(1, 2))
  }

  @Test func refusesNULsInAnyEncoding() {
    for bytes in [Array("a,b\n1,\0\n".utf8), Self.utf16("a,b\n1,\0\n", bigEndian: true)] {
      let result = read(bytes)
      #expect(result.findings.map(\.rule) == [.binaryFile])
      #expect(result.findings.first?.location == Self.place(2, 2))
    }
  }

  @Test(
    arguments: [
      ([], Rule.emptyFile), ([0xEF, 0xBB, 0xBF], .emptyFile), ([0x20, 0x0A, 0x0D], .emptyFile),
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .spreadsheetByAnotherName),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .spreadsheetByAnotherName),
      (Array("\n<HTML><table>".utf8), .htmlByAnotherName),
    ] as [([UInt8], Rule)])
  func refusesWhatIsNoText(bytes: [UInt8], rule: Rule) {
    let result = read(bytes)
    #expect(result.text == nil)
    #expect(result.findings.map(\.rule) == [rule])
    #expect(result.findings.first?.location == Location(file: "data/x.csv"))
  }
}
