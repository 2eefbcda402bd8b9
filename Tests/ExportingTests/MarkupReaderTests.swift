import Common
import Testing

@testable import Exporting

@Suite struct MarkupReaderTests {
  private func written(_ text: String) -> String {
    var buffer = ByteBuffer()
    MarkupWriter.write(MarkupReader.tree(of: Array(text.utf8)), into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ("<p>一 &amp; 二 &lt;三&gt;</p>", "<p>一 &amp; 二 &lt;三&gt;</p>"),
      ("<P Class='a'>x<br />y</P>", "<p Class=\"a\">x<br>y</p>"),
      ("<img src=a.png alt=\"甲&quot;乙\">", "<img src=\"a.png\" alt=\"甲&quot;乙\">"),
      ("a < b，1<2", "a &lt; b，1&lt;2"),
      ("<!-- <p> --><b>x</b>", "<b>x</b>"),
      ("<svg><rect x=\"1\"/><text>a</text></svg>", "<svg><rect x=\"1\"/><text>a</text></svg>"),
      ("&#20013;&#x6587;&unknown;", "中文&amp;unknown;"),
      ("<p>没有结尾", "<p>没有结尾</p>"),
      ("<p a=1 a=2>x</p>", "<p a=\"1\">x</p>"),
      ("<p", "<p></p>"), ("<p title=\"a", "<p title=\"a\"></p>"), ("</", ""), ("", ""),
    ])
  func readsWhatItMayMeet(source: String, wanted: String) {
    #expect(written(source) == wanted)
  }

  @Test func setsNodesInBetweenRuns() {
    var reader = MarkupReader()
    reader.read(Array("<p>覆盖率".utf8))
    reader.append(.text("95.4%"))
    reader.read(Array("，很高</p>".utf8))
    let tree = reader.finish()
    #expect(tree.count == 1 && tree.plainText == "覆盖率95.4%，很高")
    #expect(reader.faults.isEmpty)
  }

  @Test func saysWhereATagHasNoPartner() {
    var reader = MarkupReader()
    reader.read(Array("<p>一\n二<b>三</p>\n</i>".utf8))
    _ = reader.finish()
    #expect(
      reader.faults == [
        MarkupReader.Fault(tag: "b", line: 2, column: 2), MarkupReader.Fault(tag: "/i", line: 3, column: 1),
      ])
  }

  @Test func keepsTheTextOfWhatIsNestedTooDeeply() {
    let deep =
      String(repeating: "<blockquote>", count: 20_000) + "底"
      + String(repeating: "</blockquote>", count: 20_000)
    #expect(MarkupReader.tree(of: Array(deep.utf8)).plainText == "底")
  }

  @Test func takesAScriptsTextForNoMarkup() {
    let tree = MarkupReader.tree(of: Array("<script>if (a<b) { x('<p>') }</SCRIPT><p>y</p>".utf8))
    #expect(tree.count == 2)
    #expect(tree.last == .make("p", "", "y") || tree.last?.plainText == "y")
  }
}
