import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    ["build", "--nonsense"], ["bulid"], ["build", "--as-of", "2020-02-31"], ["build", "--jobs", "0"],
    ["build", "--jobs", "many"], ["build", "--format", "xml"], ["build", "--language", "fr"], ["explain"],
    ["build", "--output", ""], ["check", "extra"],
  ]) func refusesAWrongCommandLine(_ arguments: [String]) throws {
    let site = try StarterSite()
    let outcome = try Program.run(arguments, in: site.folder)
    #expect(outcome.status == 64)
    #expect(!outcome.errors.isEmpty)
    #expect(site.output.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["build", "--help"], ["check", "--help"], ["explain", "--help"], ["new", "--help"],
    ["new", "site", "--help"], ["new", "story", "--help"], ["new", "bulletin", "--help"],
    ["publish", "--help"], ["approve", "--help"], ["rollback", "--help"],
  ]) func explainsItself(_ arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: Folder())
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: jianbao"))
    if arguments.count > 1 { #expect(outcome.output.contains("Example")) }
  }

  @Test func namesItsVersion() throws {
    let outcome = try Program.run(["--version"], in: Folder())
    #expect(outcome.status == 0)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func saysWhatIsMissingOutsideOfAProject() throws {
    let outcome = try Program.run(["build"], in: Folder())
    #expect(outcome.status == 1)
    #expect(PrintedFindings.read(outcome.errors) == ["content reading.folder-not-found"])
  }

  @Test(
    arguments: [
      (["LANG": "en_US.UTF-8"], []), (["LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"], []),
      ([:], ["--language", "en"]),
      (["LANG": "zh_CN.UTF-8"], ["--language", "en"]),
    ] as [([String: String], [String])])
  func speaksEnglish(_ environment: [String: String], _ options: [String]) throws {
    let site = try StarterSite()
    try Edit.replace(StarterSite.data, "南湖社区", with: "南胡社区").apply(to: site.folder)
    let outcome = try Program.run(["build"] + options, in: site.folder, environment: environment)
    #expect(outcome.errors.contains("\(StarterSite.data):4:1: error: "))
    #expect(outcome.errors.contains("Nearest: 南湖社区") || outcome.errors.contains("nearest: 南湖社区"))
    #expect(outcome.output.contains("Errors: 1"))
  }

  @Test(arguments: ["", "C", "C.UTF-8", "zh_CN.UTF-8", "zh_CN.GB18030"])
  func speaksChineseOtherwise(_ language: String) throws {
    let site = try StarterSite()
    #expect(try site.run("check", environment: ["LANG": language]).output.hasPrefix("检查完毕"))
  }

  @Test func isSilentOnRequest() throws {
    let site = try StarterSite()
    let outcome = try site.run("build", "--quiet")
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
    #expect(!site.output.isEmpty)
  }

  @Test func usesNoColourInAFile() throws {
    let site = try StarterSite()
    try Edit.replace(StarterSite.data, "1050", with: "abc").apply(to: site.folder)
    #expect(!(try site.run("build").errors.contains("\u{1B}")))
  }

  @Test func printsFindingsAsJSON() throws {
    let site = try StarterSite()
    try Edit.replace(StarterSite.data, "南湖社区", with: "南\"胡\t社区").apply(to: site.folder)
    let outcome = try site.run("build", "--format", "json")
    #expect(outcome.status == 1)
    let findings = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    let place = try #require(findings.first { $0["rule"] as? String == "tables.unknown-place" })
    #expect(place["file"] as? String == StarterSite.data)
    #expect(place["line"] as? Int == 4)
    #expect(place["column"] as? Int == 1)
    #expect((place["arguments"] as? [String: String])?["found"] == "南\"胡\t社区")
    #expect(outcome.errors.contains("什么也没有写出"))
  }

  @Test func printsFindingsAsSARIF() throws {
    let site = try StarterSite()
    try Edit.replace(StarterSite.story, "place: 东风社区", with: "place: 东丰社区").apply(to: site.folder)
    let outcome = try site.run("check", "--format", "sarif")
    #expect(outcome.status == 1)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(
      results.contains {
        $0["ruleId"] as? String == "pages.unknown-place" && $0["level"] as? String == "error"
      })
  }

  @Test(arguments: ["json", "sarif"]) func printsNoFindingsAsThatFormatToo(_ format: String) throws {
    let site = try StarterSite()
    let outcome = try site.run("build", "--format", format)
    #expect(outcome.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) }
  }
}
