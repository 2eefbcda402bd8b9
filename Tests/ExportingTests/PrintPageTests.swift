import Common
import Pages
import Testing

@testable import Exporting

@Suite struct PrintPageTests {
  private func print(_ page: ExportPage) -> (text: String, findings: [Diagnostic]) {
    var findings = Findings()
    let sheet = PrintPage(page, findings: &findings)
    return (sheet.text, findings.items)
  }

  @Test func isABulletinWithHeadAndFoot() throws {
    let (text, findings) = print(try SampleSite().page("2020-01-02"))
    #expect(findings == [])
    let plain = MarkupReader.tree(of: Array(text.utf8)).plainText
    for part in ["临江日报", "第2期", "临江街道工作组2020年1月2日", "报：区工作组。", "送：各科室。", "发：各社区。", "2020年1月2日印发"] {
      #expect(plain.contains(part), "\(part)")
    }
  }

  @Test func needsNoOtherFile() throws {
    for name in ["2020-01-02", "masks", "taoyuan"] {
      let (text, _) = print(try SampleSite().page(name))
      #expect(!text.contains("<script") && !text.contains("<link") && !text.contains("href="))
      #expect(!text.contains("url(") && !text.contains("@import"))
    }
  }

  @Test func hasThePageOfTheStandard() {
    for part in [
      "size: A4; margin: 37mm 26mm 35mm 28mm", "font: 15.75pt/29pt", "FangSong_GB2312, FangSong, STFangsong",
      "table-header-group", "break-inside: avoid", "@page :left", "@page :right",
    ] { #expect(PrintStyle.sheet.contains(part), "\(part)") }
  }

  @Test func signsOnlyWhatIsSigned() throws {
    let page = try SampleSite().page("2020-01-02")
    #expect(!print(page).text.contains("签发"))
    var view = page.view
    view.signatures = [Signature(role: "签发", name: "王五")]
    let signed = ExportPage(view: view, context: page.context, content: page.content, source: page.source)
    #expect(print(signed).text.contains("（签发：王五）"))
  }

  @Test func hasNoListOfReceiversOnAStory() throws {
    let (text, _) = print(try SampleSite().page("masks"))
    #expect(!text.contains("<footer") && text.contains("仓库清点完毕。"))
  }

  @Test func printsAddressesOfLinks() throws {
    let (text, _) = print(try SampleSite.story("见[甲](https://mp.weixin.qq.com/s/1)。"))
    #expect(MarkupReader.tree(of: Array(text.utf8)).plainText.contains("见甲[1]。"))
    #expect(text.contains("[1] https://mp.weixin.qq.com/s/1"))
  }

  @Test func saysWhichPictureCannotBeSetIn() throws {
    let (text, findings) = print(try SampleSite.story("![门口](https://a.example/a.png)"))
    #expect(findings.map(\.rule) == [.unreadableImage] && findings.allSatisfy { $0.severity == .warning })
    #expect(!text.contains("<img") && text.contains("门口"))
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func writesBase64(text: String, wanted: String) {
    #expect(Base64.text(Array(text.utf8)) == wanted)
  }

  @Test(arguments: [("卢沟桥简报", 44), ("北京市丰台区卢沟桥街道社区防控工作简报", 22), ("Daily bulletin", 44), ("社区疫情防控工作情况简报", 32)])
  func fitsTheRedNameIntoItsLine(name: String, size: Int) {
    #expect(RedHead.size(of: name) == size)
  }
}
