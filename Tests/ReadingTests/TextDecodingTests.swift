import Common
import Testing

@testable import Reading

@Suite struct TextDecodingTests {
  private func check(_ bytes: [UInt8]) -> (start: Int?, findings: [Diagnostic]) {
    var findings = Findings()
    let start = TextDecoding.check(bytes, file: "data/x.csv", findings: &findings)
    return (start, findings.items)
  }

  @Test func acceptsUTF8WithAndWithoutMark() {
    #expect(check(Array("社区,户数\n".utf8)).start == 0)
    #expect(check([0xEF, 0xBB, 0xBF] + Array("社区".utf8)).start == 3)
  }

  @Test(arguments: [
    ([], Rule.emptyFile),
    ([0xEF, 0xBB, 0xBF], .emptyFile),
    ([0x20, 0x0A, 0x0D], .emptyFile),
    ([0xFF, 0xFE, 0x61, 0x00], .textInUTF16),
    ([0xFE, 0xFF, 0x00, 0x61], .textInUTF16),
    ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], .spreadsheetByAnotherName),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .spreadsheetByAnotherName),
  ])
  func refusesWhatIsNoText(bytes: [UInt8], rule: Rule) {
    let result = check(bytes)
    #expect(result.start == nil)
    #expect(result.findings.map(\.rule) == [rule])
    #expect(result.findings.first?.location == Location(file: "data/x.csv"))
  }

  @Test func namesTheCharacterOfTheFirstBadByteInProse() {
    let found = check(Array("标题\n复工".utf8) + [0xFF]).findings
    #expect(found.map(\.rule) == [.textNotUTF8])
    #expect(found.first?.location == Location(file: "data/x.csv", line: 2, column: 3))
  }

  @Test func namesThePlaceOfANULByte() {
    let found = check(Array("标题\n1".utf8) + [0x00, 0x0A]).findings
    #expect(found.map(\.rule) == [.binaryFile])
    #expect(found.first?.location == Location(file: "data/x.csv", line: 2, column: 2))
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xBD],
    ] as [[UInt8]])
  func isStrict(bytes: [UInt8]) {
    #expect(TextDecoding.firstInvalidByte(in: [0x61] + bytes) == 1)
  }
}
