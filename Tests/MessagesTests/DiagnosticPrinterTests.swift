import Common
import Testing

@testable import Messages

@Suite struct DiagnosticPrinterTests {
  private let unknown = Diagnostic(
    Rule("yaml.unknown-key"), .warning, at: Location(file: "content/site.yaml", line: 3, column: 5),
    ["key": "titel"], suggestions: ["title", "标题"])
  private let cell = Diagnostic(
    Rule("yaml.not-a-date"), at: Location(file: "数据/a b.xlsx", position: .cell(sheet: "表1", cell: "D17")),
    ["key": "date", "found": "2月30日"])
  private let placeless = Diagnostic(Rule("x.y"), .remark, at: nil)

  private func written(
    _ diagnostics: [Diagnostic], as format: DiagnosticPrinter.Format, _ language: Language = .chinese,
    colour: Bool = false
  ) -> String {
    var buffer = ByteBuffer()
    DiagnosticPrinter(catalogue: .load(language), usesColour: colour, version: "1.2")
      .write(diagnostics, as: format, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func writesTextInChinese() {
    #expect(
      written([unknown, cell, placeless], as: .text) == """
        content/site.yaml:3:5: 警告: 这里没有叫「titel」的项 [yaml.unknown-key]
          最接近：title、标题
          怎么办：改成正确的名字，或删掉它
        数据/a b.xlsx!表1!D17: 错误: 「date」应当是一个存在的日期，写的却是「2月30日」 [yaml.not-a-date]
          怎么办：写成 年-月-日，月和日各两位，例如 2020-02-14
        提示: x.y [x.y]

        """)
  }

  @Test func writesTextInEnglish() {
    #expect(
      written([unknown], as: .text, .english) == """
        content/site.yaml:3:5: warning: There is nothing called “titel” here [yaml.unknown-key]
          nearest: title, 标题
          fix: Correct the name, or delete it

        """)
  }

  @Test func namesAllThatAFindingConcerns() {
    var silent = Diagnostic(placeless.rule, .remark, at: nil)
    silent.names = ["东风社区", "西\u{1B}苑社区"]
    #expect(written([silent], as: .text) == "提示: x.y [x.y]\n  名单：东风社区、西\\u{1B}苑社区\n")
    #expect(written([silent], as: .json).contains(#""names":["东风社区","西\u001B苑社区"]"#))
    #expect(written([silent], as: .sarif, .english).contains("x.y\\nnames: 东风社区, "))
  }

  @Test func writesNothingWithoutFindings() {
    #expect(written([], as: .text).isEmpty)
    #expect(written([], as: .json) == "[]\n")
  }

  @Test func coloursOnlyWhenAsked() {
    let text = written([unknown], as: .text, colour: true)
    #expect(text.contains("\u{1B}[1;33m警告:\u{1B}[0m"))
    #expect(!written([unknown], as: .text).contains("\u{1B}"))
  }

  @Test func letsNoControlCharacterReachTheTerminal() {
    let bad = Diagnostic(
      Rule("yaml.unknown-key"), at: Location(file: "a\u{1B}[2J.yaml"),
      ["key": "x\n\u{1B}]0;\u{7}\u{202E}\u{9B}"],
      suggestions: ["\u{8}"])
    let text = written([bad], as: .text)
    #expect(text.hasPrefix("a\\u{1B}[2J.yaml: "))
    #expect(text.contains("「x\\n\\u{1B}]0;\\u{7}\\u{202E}\\u{9B}」"))
    #expect(text.contains("最接近：\\u{8}\n"))
  }

  @Test func shortensALongValueInTheMiddle() {
    let long = "起" + String(repeating: "长", count: 5_000) + "终"
    let short = PrintableText.make(long)
    #expect(short.count == PrintableText.longest)
    #expect(short.hasPrefix("起长") && short.contains("长…长") && short.hasSuffix("长终"))
    let exact = String(repeating: "长", count: PrintableText.longest)
    #expect(PrintableText.make(exact) == exact)
  }

  @Test func writesJSONWithTheSameMembersForEveryFinding() {
    #expect(
      written([unknown, cell, placeless], as: .json, .english) == """
        [{"rule":"yaml.unknown-key","severity":"warning","file":"content/site.yaml","line":3,"column":5,\
        "sheet":null,"cell":null,"message":"There is nothing called “titel” here",\
        "fix":"Correct the name, or delete it","suggestions":["title","标题"],"names":[],"arguments":{"key":"titel"}},\
        {"rule":"yaml.not-a-date","severity":"error","file":"数据/a b.xlsx","line":null,"column":null,\
        "sheet":"表1","cell":"D17","message":"“date” must be a date that exists, not “2月30日”",\
        "fix":"Write year-month-day, as in 2020-02-14","suggestions":[],"names":[],\
        "arguments":{"key":"date","found":"2月30日"}},\
        {"rule":"x.y","severity":"remark","file":null,"line":null,"column":null,"sheet":null,"cell":null,\
        "message":"x.y","fix":null,"suggestions":[],"names":[],"arguments":{}}]

        """)
  }

  @Test func writesSARIF() {
    let table = Diagnostic(placeless.rule, at: Location(file: "data/x.CSV", line: 12, column: 3))
    #expect(
      written([unknown, cell, placeless, table], as: .sarif, .english) == """
        {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":\
        {"name":"jianbao","version":"1.2","rules":[{"id":"x.y"},\
        {"id":"yaml.not-a-date","shortDescription":{"text":"“…” must be a date that exists, not “…”"},\
        "help":{"text":"Write year-month-day, as in 2020-02-14"}},\
        {"id":"yaml.unknown-key","shortDescription":{"text":"There is nothing called “…” here"},\
        "help":{"text":"Correct the name, or delete it"}}]}},"language":"en-US",\
        "columnKind":"unicodeCodePoints","results":[\
        {"ruleId":"yaml.unknown-key","ruleIndex":2,"level":"warning","message":{"text":"There is nothing called \
        “titel” here\\nnearest: title, 标题\\nfix: Correct the name, or delete it"},"locations":[\
        {"physicalLocation":{"artifactLocation":{"uri":"content/site.yaml"},\
        "region":{"startLine":3,"startColumn":5}}}]},\
        {"ruleId":"yaml.not-a-date","ruleIndex":1,"level":"error","message":{"text":"“date” must be a date that \
        exists, not “2月30日”\\nfix: Write year-month-day, as in 2020-02-14"},"locations":[\
        {"physicalLocation":{"artifactLocation":{"uri":"%E6%95%B0%E6%8D%AE/a%20b.xlsx"}},\
        "logicalLocations":[{"fullyQualifiedName":"表1!D17"}]}]},\
        {"ruleId":"x.y","ruleIndex":0,"level":"note","message":{"text":"x.y"},"locations":[]},\
        {"ruleId":"x.y","ruleIndex":0,"level":"error","message":{"text":"x.y"},"locations":[\
        {"physicalLocation":{"artifactLocation":{"uri":"data/x.CSV"},"region":{"startLine":12}}}]}]}]}

        """)
  }

  @Test(arguments: [
    ("a/b.md", "a/b.md"), ("/a b", "file:///a%20b"), ("C:x", "C%3Ax"), ("100%\n", "100%25%0A"),
  ])
  func makesAReferenceOfAPath(_ path: String, _ expected: String) {
    #expect(ArtifactURI.make(path) == expected)
  }
}
