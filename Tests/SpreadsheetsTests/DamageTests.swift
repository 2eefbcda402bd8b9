import HandMade
import Testing

@testable import Spreadsheets

/// A workbook with bytes changed at random, by a fixed seed: it may be refused, and nothing else may happen.
@Suite struct DamageTests {
  /// Marsaglia's xorshift64.
  private struct Random {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
  }

  private static let book: HandMadeBook = {
    var book = HandMadeBook([
      HandMadeBook.Sheet(
        "入户排查",
        [
          [.text("社区"), .text("日期"), .text("户数"), .text("率")],
          [
            .xml("t=\"s\"", "<v>0</v>"), .number("43875.5", format: 3), .number("110105194912310021"),
            .number("0.7", format: 2),
          ],
          [.xml("t=\"s\"", "<v>1</v>"), .formula("B2", value: nil), .error("#N/A"), .boolean(true)],
        ], merges: ["A5:C7"], hiddenRows: [2], hiddenColumns: [3]),
      HandMadeBook.Sheet("参数", state: "hidden", [[.text("x_x000D_")]]),
    ])
    book.sharedStrings = ["<t>东村社区</t>", "<r><t>西</t></r><r><t>村</t></r>"]
    book.properties = " date1904=\"1\""
    return book
  }()

  private func damage(_ bytes: inout [UInt8], _ random: inout Random) {
    switch random.next(below: 5) {
    case 0: bytes[random.next(below: bytes.count)] ^= 1 << UInt8(random.next(below: 8))
    case 1: bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
    case 2: bytes.removeLast(random.next(below: bytes.count))
    case 3: bytes.remove(at: random.next(below: bytes.count))
    default:
      let start = random.next(below: bytes.count)
      let end = min(bytes.count, start + random.next(below: 40))
      bytes.insert(contentsOf: bytes[start..<end], at: random.next(below: bytes.count))
    }
  }

  @Test func survivesDamageToTheFile() {
    let whole = Self.book.bytes
    var random = Random(state: 20_200_214)
    var refused = 0
    for _ in 0..<1500 {
      var bytes = whole
      for _ in 0...random.next(below: 3) where bytes.count > 1 { damage(&bytes, &random) }
      if case .failure = read(bytes) { refused += 1 }
    }
    #expect(refused > 500)
  }

  /// The parts are packed again with right checksums, so that the damage reaches the readers of each.
  @Test func survivesDamageToItsParts() {
    var random = Random(state: 37)
    var readable = 0
    for round in 0..<1500 {
      var zip = Self.book.zip
      let part = round % zip.entries.count
      let name = String(decoding: zip.entries[part].name, as: UTF8.self)
      var bytes = zip.entries[part].packed
      for _ in 0...random.next(below: 2) where bytes.count > 1 { damage(&bytes, &random) }
      zip.entries.remove(at: part)
      zip.add(name, bytes)
      if case .success(let sheets) = read(zip.bytes) {
        readable += 1
        for sheet in sheets { _ = described(sheet) }
      }
    }
    #expect(readable > 50)
  }
}
