import Common
import Reading
import Testing

@testable import Tables

/// Tables as spreadsheet programs save them, read to the end.
@Suite struct EncodingTests {
  private static let path = "data/a.csv"

  private func read(_ bytes: [UInt8]) -> Sample.Outcome {
    Sample().read([SourceFile(path: Self.path, bytes: bytes)])
  }

  @Test func readsATabSeparatedTableInUTF16() {
    let text = "社区\t日期\t应排查户数\t已排查户数\r\n东村社区\t2020-02-14\t5\t多\r\n西村\t2020-02-14\t6\t4\r\n"
    let outcome = read(([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(outcome.said == ["error reading.not-a-number data/a.csv:2:4"])
    #expect(outcome.table?.regions == [4])
  }

  @Test func readsGB18030AndSaysSo() {
    // 社区,日期,应排查户数 ⏎ 西村,2020-02-14,5
    let header: [UInt8] = [
      0xC9, 0xE7, 0xC7, 0xF8, 0x2C, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xD3, 0xA6, 0xC5, 0xC5, 0xB2, 0xE9, 0xBB,
      0xA7, 0xCA, 0xFD, 0x0D, 0x0A,
    ]
    let outcome = read(header + [0xCE, 0xF7, 0xB4, 0xE5] + Array(",2020-02-14,5\r\n".utf8))
    #expect(outcome.said == ["remark reading.read-as-gb18030 data/a.csv"])
    #expect(outcome.table?.regions == [4])
    #expect(outcome.table?.numbers(2) == [5])
  }

  /// Characters of four bytes, among them one beyond the basic plane.
  @Test func readsFourByteCharactersOfGB18030() {
    var sample = Sample()
    sample.fields = Array(sample.fields.prefix(3)) + [Sample.field("note", "备注", .string)]
    // 社区,日期,应排查户数,备注 ⏎ 西村,2020-02-14,5,𠮷祥里㐂 ⏎ 𠮷村,2020-02-14,5, ⏎
    let header: [UInt8] = [
      0xC9, 0xE7, 0xC7, 0xF8, 0x2C, 0xC8, 0xD5, 0xC6, 0xDA, 0x2C, 0xD3, 0xA6, 0xC5, 0xC5, 0xB2, 0xE9, 0xBB,
      0xA7, 0xCA, 0xFD, 0x2C, 0xB1, 0xB8, 0xD7, 0xA2, 0x0D, 0x0A,
    ]
    let day = Array(",2020-02-14,5,".utf8)
    let note: [UInt8] = [0x95, 0x34, 0xB2, 0x35, 0xCF, 0xE9, 0xC0, 0xEF, 0x81, 0x39, 0xEF, 0x31, 0x0D, 0x0A]
    let unknown: [UInt8] = [0x95, 0x34, 0xB2, 0x35, 0xB4, 0xE5]
    let outcome = sample.read([
      SourceFile(
        path: "data/a.csv", bytes: header + [0xCE, 0xF7, 0xB4, 0xE5] + day + note + unknown + day + [0x0A])
    ])
    #expect(
      outcome.said == [
        "remark reading.read-as-gb18030 data/a.csv", "error tables.unknown-place data/a.csv:3:1",
      ])
    #expect(outcome.table?.names(3) == ["𠮷祥里㐂"])
    #expect(outcome.findings.last?.arguments.contains { $0.value == "𠮷村" } == true)
  }
}
