import Common
import Testing

@testable import Exporting

@Suite struct WeChatCheckTests {
  private func check(_ html: String, images: [UploadItem] = []) -> [Diagnostic] {
    var findings = Findings()
    WeChatCheck.run(Array(html.utf8), images: images, file: "a.html", findings: &findings)
    return findings.items
  }

  @Test(
    arguments: [
      "<section style=\"color:#b3141b\"><p>一</p><ul><li>二</li><ul><li>三</li></ul></ul></section>\n",
      "<section><a href=\"https://mp.weixin.qq.com/s/abc\">前文</a></section>",
      "<section><table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table></section>",
      "<section><svg viewBox=\"0 0 640 300\"><rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#fff\"/></svg></section>",
      "<section><img src=\"https://mmbiz.qpic.cn/x/640\" alt=\"\"></section>",
      "<section><!-- 说明 --><p>说明</p></section>",
    ])
  func takesWhatTheEditorTakes(html: String) {
    #expect(check(html) == [])
  }

  @Test(
    arguments: [
      ("<section><script>alert(1)</script></section>", Rule.articleElement, "script"),
      ("<section><style>p{}</style></section>", .articleElement, "style"),
      ("<section><iframe></iframe></section>", .articleElement, "iframe"),
      ("<section><svg><use href=\"#a\"/></svg></section>", .articleElement, "use"),
      ("<section class=\"a\"></section>", .articleAttribute, "class"),
      ("<section><p id=\"a\">x</p></section>", .articleAttribute, "id"),
      ("<section><p onclick=\"a()\">x</p></section>", .articleAttribute, "onclick"),
      ("<section><p style=\"color:var(--red)\">x</p></section>", .articleStyle, "var("),
      ("<section><p style=\"background: URL (a.png)\">x</p></section>", .articleStyle, "url("),
      ("<section><p style=\"position : fixed\">x</p></section>", .articleStyle, "position:"),
      ("<section><svg><rect fill=\"url(#h)\"/></svg></section>", .articleStyle, "url("),
      ("<section><a href=\"https://example.org/\">x</a></section>", .articleLink, "https://example.org/"),
      (
        "<section><a href=\"https://mp.weixin.qq.com.evil.org/\">x</a></section>", .articleLink,
        "https://mp.weixin.qq.com.evil.org/"
      ),
      ("<section><a href=\"../a.html\">x</a></section>", .articleLink, "../a.html"),
      ("<section><img src=\"static/b.png\"></section>", .articleImage, "static/b.png"),
      ("<section><ul><li>a<p><ol><li>b</li></ol></p></li></ul></section>", .articleNestedList, "ol"),
      ("<p>a</p>", .articleSections, "1"), ("<section></section><section></section>", .articleSections, "2"),
      ("<section></section>后记", .articleSections, "2"), ("", .articleSections, "0"),
      ("<section><p>a</section>", .articleMarkup, "p"), ("<section></b></section>", .articleMarkup, "/b"),
    ])
  func refuses(html: String, rule: Rule, found: String) {
    let findings = check(html)
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.first?.arguments.first { $0.name == "found" }?.value == found)
  }

  @Test func namesThePlace() {
    let finding = check("<section>\n  <p>一</p><p class=\"a\">二</p>\n</section>").first
    #expect(finding?.location == Location(file: "a.html", line: 2, column: 11))
  }

  @Test func findsEachBreach() {
    #expect(check("<section id=\"a\" class=\"b\"><p id=\"c\">x</p></section>").count == 3)
  }

  @Test func takesAPictureOfTheList() {
    let html = "<section><img src=\"https://example.org/a.png\"></section>"
    let item = UploadItem(file: "content/static/a.png", address: "https://example.org/a.png")
    #expect(check(html, images: [item]) == [])
    #expect(check(html).map(\.rule) == [.articleImage])
  }

  @Test func hasFewerThanTwentyThousandCharacters() {
    func html(_ count: Int) -> String {
      "<section><p>\(String(repeating: "字", count: count))</p>\n</section>"
    }
    #expect(check(html(19_999)) == [])
    #expect(check(html(20_000)).map(\.rule) == [.articleTooLong])
  }

  @Test func hasLessThanAMegabyte() {
    func html(_ bytes: Int) -> String {
      let frame = "<section><p style=\"\">x</p></section>"
      return
        "<section><p style=\"\(String(repeating: " ", count: bytes - frame.utf8.count))\">x</p></section>"
    }
    #expect(check(html((1 << 20) - 1)) == [])
    #expect(check(html(1 << 20)).map(\.rule) == [.articleTooLarge])
  }

  @Test func readsAListOfUploadsAsItWasWritten() {
    let item = UploadItem(file: "content/stories/门 → 口.png", address: "https://example.org/a.png")
    #expect(UploadItem.list("标题：一天\n要上传的图片（本机文件 → 文中地址）：\n\(item.line)\n").last == item)
    #expect(UploadItem.list("没有要上传的图片。").isEmpty)
  }
}
