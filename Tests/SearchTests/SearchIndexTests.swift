import Common
import Foundation
import Testing

@testable import Search

@Suite struct SearchIndexTests {
  private static func page(_ title: String, _ text: String, number: Int = 0) -> SearchDocument {
    SearchDocument(
      title: title, address: "stories/\(number).html", kind: "故事", place: "东风社区", date: "2020年2月1日",
      text: text)
  }

  @Test(arguments: [
    ("长江大桥", ["大桥", "桥", "江大", "长江"]),
    ("ct机", ["ct机", "t机", "机"]),
    ("ok", ["k", "ok"]),
    ("covid", ["cov", "d", "id", "ovi", "vid"]),
    ("第1街", ["1街", "第1", "街"]),
    ("桥，大", ["大", "桥"]),
    ("", []),
  ])
  func looksUpPairsAndThreesOfLetters(text: String, keys: [String]) throws {
    let entries = try BuiltIndex([Self.page("", text)]).entries()
    #expect(
      entries.map(\.key).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
        == entries.map(\.key))
    #expect(Set(entries.map(\.key)) == Set(keys))
  }

  @Test func standsAllTextsInOneRowWithTheirTitles() throws {
    let index = try BuiltIndex([Self.page("大桥", "桥大桥", number: 1), Self.page("江", "大桥", number: 2)])
    #expect(BuiltIndex.numbers(try index.text("pages")) == [2, 3, 1, 2])
    let bridge = try #require(try index.entries().first { $0.key == "大桥" })
    // 大桥⏎桥大桥⏎江⏎大桥⏎
    #expect(bridge.texts == [0, 4, 9])
  }

  @Test func cutsALongTextIntoPiecesThatOverlap() throws {
    var sizes = SearchSizes()
    (sizes.chunk, sizes.before, sizes.after) = (100, 5, 10)
    let text = String((0..<250).map { Character(Unicode.Scalar(0x4E00 + UInt32($0)) ?? "一") })
    let index = try BuiltIndex([Self.page("长", text)], sizes: sizes)
    let chunks = try index.names("chunks").map { try #require(try index.content($0) as? [String]) }
    #expect(chunks.count == 3)
    #expect(chunks.allSatisfy { $0[0] == "长" && $0[1] == "stories/0.html" && $0[4] == "2020年2月1日" })
    let scalars = Array(text)
    #expect(
      chunks.map { $0[5] } == [
        String(scalars[0..<110]), String(scalars[95..<210]), String(scalars[195..<250]),
      ])
  }

  @Test func showsTheTextAsItIsPrintedAndNotAsItIsFolded() throws {
    let index = try BuiltIndex([Self.page("Ａ", "  ＣＴ室 \"3号\"\\ \n\n  完\t了 ")])
    let chunk = try #require(try index.content(try index.names("chunks")[0]) as? [String])
    #expect(chunk[0] == "Ａ")
    #expect(chunk[5] == "ＣＴ室 \"3号\"\\\n完 了")
  }

  @Test func notesAPlaceOnceForEachFile() throws {
    let places = (0..<130).map {
      SearchPlace(name: "东风东风\($0)社区", address: "regions/\($0).html", within: "第1街道")
    }
    let index = try BuiltIndex([], places: places)
    #expect(try index.names("places").count == 3)
    #expect(try index.entries().first { $0.key == "东风" }?.places == [1, 2, 3])
    #expect(try index.entries().first { $0.key == "129" }?.places == [3])
    let file = try #require(try index.content(try index.names("places")[2]) as? [String])
    #expect(file.suffix(3) == ["东风东风129社区", "regions/129.html", "第1街道"])
  }

  @Test func givesTheSameBytesTwiceAndNamesFilesByWhatTheyHold() throws {
    let pages = (0..<40).map {
      Self.page("第\($0)篇", "东风里的灯亮到很晚，\($0)盏。" + String(repeating: "社区。", count: $0), number: $0)
    }
    let first = try BuiltIndex(pages)
    let second = try BuiltIndex(pages)
    #expect(first.files == second.files)
    #expect(first.order == second.order)
    // A page more: the files of the others stay.
    let more = try BuiltIndex(pages + [Self.page("新", "新的一篇", number: 40)])
    let texts = try Set(first.names("chunks"))
    #expect(texts.isSubset(of: try Set(more.names("chunks"))))
  }

  @Test func writesFilesOfOneContentOnce() throws {
    var sizes = SearchSizes()
    (sizes.chunk, sizes.before, sizes.after) = (10, 0, 0)
    let index = try BuiltIndex([Self.page("同", String(repeating: "东风里的灯亮到很晚。", count: 5))], sizes: sizes)
    #expect(try index.names("chunks").count == 5)
    #expect(Set(try index.names("chunks")).count == 1)
    #expect(index.order.count == Set(index.order).count)
  }

  @Test func splitsPostingsIntoFilesOfABoundedSizeInOrder() throws {
    var sizes = SearchSizes()
    sizes.shard = 200
    let text = String((0..<300).map { Character(Unicode.Scalar(0x4E00 + UInt32($0 * 7 % 300)) ?? "一") })
    let index = try BuiltIndex([Self.page("长", text)], sizes: sizes)
    let shards = try index.names("shards").map { try #require(try index.content($0) as? String) }
    #expect(shards.count > 10)
    #expect(shards.allSatisfy { $0.utf8.count <= 200 })
    #expect(
      try index.text("keys").split(separator: "|").map(String.init)
        == shards.map { String($0.prefix { $0 != "\t" }) })
  }

  @Test func encodesNumbersOfAnySize() {
    for number in [0, 1, 45, 46, 2115, 2116, 97_335, 97_336, 4_477_456, 1 << 40] {
      var bytes: [UInt8] = []
      Number.append(number, to: &bytes)
      #expect(BuiltIndex.numbers(String(decoding: bytes, as: UTF8.self)) == [number])
    }
    #expect(Number.characters.count == 92)
  }
}
