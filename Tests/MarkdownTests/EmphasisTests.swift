import Testing

/// Emphasis beside Chinese, Japanese and Korean: the rule of tats-u/markdown-cjk-friendly, in words of our own.
@Suite struct EmphasisTests {
  private func html(_ markdown: String) -> String {
    Compiled(markdown).html.replacing("<p>", with: "").replacing("</p>\n", with: "")
  }

  @Test(arguments: [
    ("**通知：**今天开会", "<strong>通知：</strong>今天开会"),
    ("出现**“发热”**症状", "出现<strong>“发热”</strong>症状"),
    ("排查**98%**的住户", "排查<strong>98%</strong>的住户"),
    ("口罩**（一次性）**发放", "口罩<strong>（一次性）</strong>发放"),
    ("*通知：*今天", "<em>通知：</em>今天"),
    ("***通知：***今天", "<em><strong>通知：</strong></em>今天"),
    ("甲**乙……**丙", "甲<strong>乙……</strong>丙"),
    ("甲**—乙—**丙", "甲<strong>—乙—</strong>丙"),
    ("App**（苹果版）**下载", "App<strong>（苹果版）</strong>下载"),
    ("下载**\"App\"**即可", "下载<strong>&quot;App&quot;</strong>即可"),
    ("第**①**条", "第<strong>①</strong>条"),
    ("**一**、**二**。", "<strong>一</strong>、<strong>二</strong>。"),
    ("**甲，** 乙", "<strong>甲，</strong> 乙"),
    ("𠮷**(吉)**野", "𠮷<strong>(吉)</strong>野"),
    ("**甲：**\n乙", "<strong>甲：</strong>乙"),
  ])
  func worksBesideChinesePunctuation(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("**重要。**だから読む", "<strong>重要。</strong>だから読む"),
    ("彼は**「はい」**と言う", "彼は<strong>「はい」</strong>と言う"),
    ("コスト**￥500**です", "コスト<strong>￥500</strong>です"),
    ("カナ**(ｶﾅ)**ﾃｽﾄ", "カナ<strong>(ｶﾅ)</strong>ﾃｽﾄ"),
    ("あ**(a)**い", "あ<strong>(a)</strong>い"),
    ("**보기(example)**입니다", "<strong>보기(example)</strong>입니다"),
    ("실행: **`make`**를 입력", "실행: <strong><code>make</code></strong>를 입력"),
    ("**\"안녕\"**하고", "<strong>&quot;안녕&quot;</strong>하고"),
    ("\u{1161}**(a)**", "\u{1161}<strong>(a)</strong>"),
    ("\u{3131}**(g)**\u{3131}", "\u{3131}<strong>(g)</strong>\u{3131}"),
    ("㊗**!**㊙", "㊗<strong>!</strong>㊙"),
  ])
  func worksInJapaneseAndKorean(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("看**[通知](a.txt)**吧", "看<strong><a href=\"a.txt\">通知</a></strong>吧"),
    ("看**`代码`**吧", "看<strong><code>代码</code></strong>吧"),
    ("看**![图](a.png)**吧", "看<strong><img src=\"a.png\" alt=\"图\" loading=\"lazy\" /></strong>吧"),
    ("**{{复工率}}。**今天", "<strong>⟦复工率⟧。</strong>今天"),
    ("今天**（{{复工率}}）**好", "今天<strong>（⟦复工率⟧）</strong>好"),
    ("**甲*乙。*丙**丁", "<strong>甲<em>乙。</em>丙</strong>丁"),
    ("**\\~甲。**乙", "<strong>~甲。</strong>乙"),
    ("~~**甲：**~~乙", "<del><strong>甲：</strong></del>乙"),
  ])
  func holdsLinksCodeImagesAndFigures(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    // An ideographic selector, which belongs to the ideograph before it.
    ("葛\u{E0100}**(かつら)**城", "葛\u{E0100}<strong>(かつら)</strong>城"),
    // A standard one behind an ideograph and behind CJK punctuation.
    ("塚\u{FE00}**(つか)** a", "塚\u{FE00}<strong>(つか)</strong> a"),
    ("**好。\u{FE01}**abc", "<strong>好。\u{FE01}</strong>abc"),
    ("〽\u{FE0E}**(x)**は", "〽\u{FE0E}<strong>(x)</strong>は"),
    // Full-width quotation marks.
    ("**“\u{FE01}Git”\u{FE01}**Hub", "<strong>“\u{FE01}Git”\u{FE01}</strong>Hub"),
    // Punctuation that is no CJK does not become a letter by a selector.
    ("**a.\u{FE00}**b", "**a.\u{FE00}**b"),
    // `_` needs punctuation before it, and a selector does not hide it.
    ("字。\u{FE01}_Tra._", "字。\u{FE01}<em>Tra.</em>"),
    ("字\u{FE01}_tra_", "字\u{FE01}_tra_"),
  ])
  func seesThroughVariationSelectors(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("a**b.**c", "a**b.**c"), ("a**(b)**c", "a**(b)**c"), ("甲_乙。_丙", "甲_乙。_丙"),
    ("甲 ** 乙 ** 丙", "甲 ** 乙 ** 丙"),
    ("**甲 **乙", "**甲 **乙"), ("a*😀*b", "a<em>😀</em>b"), ("a**.😀**b", "a**.😀**b"), ("\\*甲。*乙", "*甲。*乙"),
    ("`**甲：**乙`", "<code>**甲：**乙</code>"), ("2*3*4甲", "2<em>3</em>4甲"),
  ])
  func leavesTheRestToCommonMark(markdown: String, expected: String) {
    #expect(html(markdown) == expected)
  }
}
