import Testing

@testable import Tables

@Suite struct ByteDictionaryTests {
  private func code(_ text: String, _ dictionary: inout ByteDictionary) -> Int32 {
    Array(text.utf8).withUnsafeBufferPointer { dictionary.code(for: $0) }
  }

  @Test func numbersTextsInTheOrderTheyAreMet() {
    var dictionary = ByteDictionary()
    #expect(["口罩", "", "消毒液", "口罩", ""].map { code($0, &dictionary) } == [0, 1, 2, 0, 1])
    #expect(dictionary.names == ["口罩", "", "消毒液"])
  }

  @Test func keepsItsCodesWhileItGrows() {
    var dictionary = ByteDictionary()
    for number in 0..<1000 { #expect(code("第\(number)", &dictionary) == Int32(number)) }
    for number in 0..<1000 { #expect(code("第\(number)", &dictionary) == Int32(number)) }
    #expect(dictionary.name(of: 999) == "第999")
    let unknown = Array("第1000".utf8).withUnsafeBufferPointer { dictionary.find($0) }
    #expect(unknown == nil)
  }

  @Test func hashesByFNV1a() {
    #expect(Array("a".utf8).withUnsafeBufferPointer { ByteHash.hash($0) } == 0xAF63_DC4C_8601_EC8C)
  }

  @Test(arguments: [
    ("  a b\t", "a b"), ("\u{3000}社区\u{00A0}", "社区"), ("\u{200B}", ""), ("", ""), ("\u{FEFF}甲\n", "甲"),
    ("。", "。"),
  ])
  func trimsBlanksOfEveryWidth(text: String, trimmed: String) {
    let result = Array(text.utf8).withUnsafeBufferPointer {
      String(decoding: CellText.trimmed($0), as: UTF8.self)
    }
    #expect(result == trimmed)
  }
}
