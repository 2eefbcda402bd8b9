import Testing

@Suite struct MarkdownCommandTests {
  private func run(_ text: String, _ options: String...) throws -> Program.Outcome {
    let folder = Folder()
    folder.write("a.md", Array(text.utf8))
    return try Program.run(["markdown", "a.md"] + options, in: folder, environment: ["LANG": "zh_CN.UTF-8"])
  }

  @Test func writesTheFragmentInOurDialect() throws {
    let outcome = try run("**注意：**请看{{复工率}}[^1]\n\n[^1]: 注\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("<p><strong>注意：</strong>请看<code>{{复工率}}</code><sup"))
    #expect(outcome.errors == "")
  }

  @Test func writesCommonMarkAndNothingElse() throws {
    let outcome = try run("**注意：**请 <b>看</b>\n", "--commonmark")
    #expect(outcome.status == 0)
    #expect(outcome.output == "<p>**注意：**请 <b>看</b></p>\n")
  }

  @Test func namesThePlaceOfAnError() throws {
    let outcome = try run("甲[^9]\n")
    #expect(outcome.status == 1)
    #expect(outcome.output == "<p>甲[^9]</p>\n")
    #expect(outcome.errors.contains("a.md:1:2"))
  }

  @Test(arguments: [[], ["--commonmark"]])
  func refusesHostileText(options: [String]) throws {
    let folder = Folder()
    folder.write("a.md", Array(String(repeating: "![[]()", count: 20_000).utf8))
    let outcome = try Program.run(["markdown", "a.md"] + options, in: folder, environment: ["LANG": "en"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("a.md:1:1"))
  }

  @Test func saysThatAFileIsMissing() throws {
    let outcome = try Program.run(["markdown", "none.md"], in: Folder())
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("none.md"))
  }
}
