import Testing

@Suite struct AutolinkTests {
  private func html(_ markdown: String) -> String {
    Compiled(markdown).html.replacing("<p>", with: "").replacing("</p>\n", with: "")
      .replacing(" rel=\"noopener\"", with: "")
  }

  private func link(_ address: String) -> String {
    "<a href=\"\(address)\">\(address)</a>"
  }

  @Test(arguments: [
    ("详见https://a.gov.cn/x，谢谢", "详见", "https://a.gov.cn/x", "，谢谢"),
    ("（见https://a.cn）。", "（见", "https://a.cn", "）。"),
    ("https://a.cn/b；https", "", "https://a.cn/b", "；https"),
    ("「https://a.cn/b?c=1」", "「", "https://a.cn/b?c=1", "」"),
    ("https://a.cn/b。", "", "https://a.cn/b", "。"),
    ("到https://a.cn了解", "到", "https://a.cn", "了解"),
    ("https://zh.a.org/wiki/北京、", "", "https://zh.a.org/wiki/%E5%8C%97%E4%BA%AC", "、"),
    ("(https://a.cn/b_(c)).", "(", "https://a.cn/b_(c)", ")."),
    ("https://a.cn/b?!.", "", "https://a.cn/b", "?!."),
    ("https://a.cn/b&hl; x", "", "https://a.cn/b", "&amp;hl; x"),
    ("HTTP://a.cn", "", "HTTP://a.cn", ""),
    ("ftp://a.cn/x y", "", "ftp://a.cn/x", " y"),
  ])
  func linksBareAddressesUpToThePunctuation(markdown: String, before: String, address: String, after: String)
  {
    let shown = address.replacing("%E5%8C%97%E4%BA%AC", with: "北京")
    #expect(html(markdown) == "\(before)<a href=\"\(address)\">\(shown)</a>\(after)")
  }

  @Test(arguments: [
    ("见www.a.gov.cn，", "见<a href=\"http://www.a.gov.cn\">www.a.gov.cn</a>，"),
    ("写信到 wang@a.gov.cn。", "写信到 <a href=\"mailto:wang@a.gov.cn\">wang@a.gov.cn</a>。"),
    ("邮箱wang.li+1@a.cn、电话", "邮箱<a href=\"mailto:wang.li+1@a.cn\">wang.li+1@a.cn</a>、电话"),
    ("**https://a.cn**", "<strong><a href=\"https://a.cn\">https://a.cn</a></strong>"),
    ("| https://a.cn |\n|---|", "https://a.cn</a></th>"),
  ])
  func linksHostsAndMailboxes(markdown: String, expected: String) {
    #expect(html(markdown).contains(expected))
  }

  @Test(arguments: [
    "http://", "www.", "www", "awww.a.cn", "xhttps://a.cn", "a@b", "@a.cn", "a@b.", "a:b", "1:30",
    "https://a_b.c_d", "甲@乙.丙",
    "`https://a.cn`", "    https://a.cn", "wang@",
  ])
  func linksNothingElse(markdown: String) {
    #expect(!Compiled(markdown + "\n").html.contains("<a "))
  }

  @Test func makesNoLinkInALink() {
    #expect(html("[见https://a.cn](b.txt)") == "<a href=\"b.txt\">见https://a.cn</a>")
    #expect(html("<https://a.cn>") == link("https://a.cn"))
  }
}
