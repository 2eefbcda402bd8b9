import CommonMark
import Testing

@Suite struct MarkdownTreeTests {
  private func html(_ text: String, unsafe: Bool = false) throws -> String {
    String(decoding: try renderCommonMarkHTML(Array(text.utf8), unsafe: unsafe), as: UTF8.self)
  }

  private func trace(_ text: String) throws -> [String] {
    var lines: [String] = []
    try MarkdownTree(Array(text.utf8)).forEach { event in
      let literal = event.withLiteral { String(decoding: $0, as: UTF8.self) }
      lines.append("\(event.isEntering ? "+" : "-")\(event.kind.rawValue) \(literal)")
    }
    return lines
  }

  @Test(arguments: [
    ("# 标题\n", "<h1>标题</h1>\n"),
    ("\"你好\" -- 安家嘴\n", "<p>&quot;你好&quot; -- 安家嘴</p>\n"),
    ("- 甲\n- 乙\n", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n"),
    ("", ""),
  ])
  func rendersAsLibcmarkDoes(markdown: String, expected: String) throws {
    #expect(try html(markdown) == expected)
  }

  @Test func leavesRawHTMLOutUnlessAskedForIt() throws {
    #expect(try html("a <b>c</b>\n").contains("<b>") == false)
    #expect(try html("a <b>c</b>\n", unsafe: true) == "<p>a <b>c</b></p>\n")
  }

  @Test func walksInDocumentOrderWithoutCustomNodes() throws {
    let expected = [
      "+document ", "+paragraph ", "+text 甲", "+strong ", "+text 乙", "-strong ", "+softBreak ", "+code 丙",
      "-paragraph ", "-document ",
    ]
    #expect(try trace("甲**乙**\n`丙`\n") == expected)
  }

  @Test func showsWhatEachKindOfNodeHolds() throws {
    let text = "### 三\n\n3) 甲\n\n   乙\n\n```chart 近七日\na: 1\n```\n\n[子](x.md \"题\") ![图](a.png)\n"
    var seen: [String] = []
    try MarkdownTree(Array(text.utf8)).forEach { event in
      guard event.isEntering else { return }
      func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
      switch event.kind {
      case .heading: seen.append("h\(event.headingLevel) \(event.line):\(event.column)")
      case .list: seen.append("list \(event.isOrderedList) \(event.listStart) \(event.isTightList)")
      case .codeBlock:
        seen.append("code \(text(event.info)) \(event.line)-\(event.endLine) \(event.isTopLevel)")
      case .link: seen.append("link \(text(event.url)) \(text(event.title)) \(event.line):\(event.column)")
      case .image: seen.append("image \(text(event.url))")
      case .paragraph: seen.append("p \(event.isInTightList) \(event.isTopLevel)")
      default: break
      }
    }
    #expect(
      seen == [
        "h3 1:1", "list true 3 false", "p false false", "p false false", "code chart 近七日 7-9 true",
        "p false true",
        "link x.md 题 11:1", "image a.png",
      ])
  }

  @Test func visitsOnlyWhatIsInsideANode() throws {
    var inside: [String] = []
    try MarkdownTree(Array("# 甲 *乙*\n\n丙\n".utf8)).forEach { event in
      guard event.kind == .heading, event.isEntering else { return }
      event.forEachInside { inside.append("\($0.isEntering ? "+" : "-")\($0.kind.rawValue)") }
    }
    #expect(inside == ["+text", "+emphasis", "+text", "-emphasis"])
  }

  @Test func saysWhatABlockBeginsWith() throws {
    var seen: [String] = []
    try MarkdownTree(Array("![a](b)\n\n- `c` d\n\n# e *f*\n\n***\n".utf8)).forEach { event in
      guard event.isEntering, [.paragraph, .item, .heading, .thematicBreak].contains(event.kind) else {
        return
      }
      let (first, only) = (event.firstChild?.rawValue ?? "-", event.onlyChild?.rawValue ?? "-")
      seen.append("\(event.kind.rawValue) \(first) \(only) \(event.beginsWithText)")
    }
    #expect(
      seen == [
        "paragraph image image true", "item paragraph paragraph false", "paragraph code - false",
        "heading text - true", "thematicBreak - - false",
      ])
  }

  @Test func refusesATextOverTheLimit() {
    let bytes = [UInt8](repeating: 0x61, count: MarkdownTree.sizeLimit + 1)
    #expect(throws: MarkdownTree.Refusal.tooLarge(bytes: bytes.count)) {
      try renderCommonMarkHTML(bytes, unsafe: false)
    }
  }

  @Test func refusesTheOneInputThatTakesQuadraticTime() {
    let hostile = Array(("第一段\n\n" + String(repeating: "![[]()", count: 17_000)).utf8)
    #expect(throws: MarkdownTree.Refusal.tooManyImages(line: 3)) {
      try renderCommonMarkHTML(hostile, unsafe: false)
    }
  }

  @Test func takesManyImagesInAnHonestPage() throws {
    let page = String(repeating: "![图](a.png) [链接](b.md)\n\n", count: 20_000)
    #expect(try renderCommonMarkHTML(Array(page.utf8), unsafe: false).count > page.utf8.count)
  }

  @Test(arguments: [">", "- ", "[", "*a_ ", "`a``", "<!--", "\\", "&#", "![", "|a"])
  func survivesAHundredKilobytesOf(unit: String) throws {
    let text = String(repeating: unit, count: 100_000 / unit.utf8.count)
    var depth = 0
    try MarkdownTree(Array(text.utf8)).forEach { _ in depth += 1 }
    #expect(depth > 0)
  }
}
