import Foundation
import Testing

/// Datasets whose rows are a program's output.
@Suite struct CommandSourceTests {
  private static let source = "content/datasets/screening.yaml (command)"

  /// The starter site with its table behind a command.
  private func site(_ command: String, more: String = "") throws -> StarterSite {
    let site = try StarterSite()
    try Edit.replace(StarterSite.dataset, "files: data/screening/*", with: "command: \(command)\(more)")
      .apply(to: site.folder)
    return site
  }

  /// Moves the data where only the command finds it.
  private func hideData(_ site: StarterSite) throws {
    site.folder.write("hidden.csv", try #require(site.folder.bytes(StarterSite.data)))
    try Edit.remove(StarterSite.data).apply(to: site.folder)
  }

  @Test func giveWhatAFileWouldGive() throws {
    let usual = try StarterSite.built()
    let site = try site("[cat, ../hidden.csv]")
    try hideData(site)
    let outcome = try site.run("build", "--allow-commands")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for file in ["public/data/figures.csv", "public/index.html"] {
      #expect(try #require(site.folder.bytes(file)) == usual.folder.bytes(file))
    }
  }

  @Test(arguments: ["check", "build", "explain 排查覆盖率", "new story 张三", "export text index.html"])
  func areRunOnlyWhenAllowed(command: String) throws {
    let site = try site("[touch, ../ran]")
    try hideData(site)
    let words = command.split(separator: " ").map(String.init)
    let outcome = try Program.run(words, in: site.folder)
    #expect(outcome.errors.contains("--allow-commands"), "\(outcome.errors)")
    #expect(outcome.errors.contains("touch ../ran"))
    #expect(site.folder.bytes("ran") == nil)
    _ = try Program.run(words + ["--allow-commands"], in: site.folder)
    #expect(site.folder.bytes("ran") != nil)
  }

  @Test func areRefusedAtTheirPlace() throws {
    let site = try site("[cat, ../hidden.csv]")
    let outcome = try site.run("check")
    #expect(outcome.status == 1)
    #expect(
      PrintedFindings.read(outcome.errors).contains(
        "content/datasets/screening.yaml:3:10 commands.command-not-allowed"))
  }

  @Test(arguments: [
    ("[sh, -c, \"echo 连不上 192.168.1.1 >&2; exit 3\"]", "commands.command-failed", ["连不上", "状态码 3"]),
    (
      "[sh, -c, \"printf '\\\\033[31m错误\\\\033[0m 13800138000\\\\n' >&2; exit 1\"]",
      "commands.command-failed", ["它说：错误 138*** ["]
    ),
    ("[sh, -c, \"kill -TERM $$\"]", "commands.command-killed", ["15"]),
    ("[no-such-program]", "commands.command-not-found", ["no-such-program"]),
    ("[/etc/passwd]", "commands.command-not-permitted", ["/etc/passwd"]),
    ("[\"true\"]", "commands.command-wrote-nothing", ["psql --csv"]),
    ("[sh, -c, \"echo 慢 >&2; sleep 1000\"]\ntimeout: 1s", "commands.command-timed-out", ["1 秒", "慢"]),
  ])
  func sayWhatBecameOfTheProgram(command: String, rule: String, says: [String]) throws {
    let outcome = try site(command).run("check", "--allow-commands")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[\(rule)]"), "\(outcome.errors)")
    for text in says { #expect(outcome.errors.contains(text), "\(outcome.errors)") }
  }

  @Test func showNoMoreOfAProgramsWordsThanAGlanceTakesIn() throws {
    let outcome = try site("[sh, -c, \"yes 很长的错误 | head -n 5000 >&2; echo 原因 >&2; exit 1\"]").run(
      "check", "--allow-commands")
    #expect(outcome.errors.contains("原因"))
    #expect(outcome.errors.count < 2_000)
  }

  @Test func nameTheLineAndColumnOfTheOutput() throws {
    let site = try site("[sed, \"s/1050/很多/\", ../hidden.csv]")
    try hideData(site)
    let outcome = try site.run("check", "--allow-commands")
    #expect(outcome.status == 1)
    #expect(PrintedFindings.read(outcome.errors) == ["\(Self.source):2:4 reading.not-a-number"])
  }

  @Test func areNamedWhereAFigureIsExplained() throws {
    let site = try site("[cat, ../hidden.csv]")
    try hideData(site)
    let text = try site.run("explain", "排查覆盖率", "--allow-commands")
    #expect(text.output.contains("\(Self.source) 第 5-7 行"), "\(text.output)\(text.errors)")
    let json = try site.run("explain", "排查覆盖率", "--allow-commands", "--format", "json")
    #expect(json.output.contains("\"\(Self.source)\""))
  }

  @Test(arguments: [
    ("[cat]\ntimeout: soon", "content/datasets/screening.yaml:4:10 reading.bad-timeout"),
    ("[cat]\ntimeout: 0s", "content/datasets/screening.yaml:4:10 reading.bad-timeout"),
    ("[cat]\ntimeout: 25h", "content/datasets/screening.yaml:4:10 reading.bad-timeout"),
    ("[\"\"]", "content/datasets/screening.yaml:3:10 reading.empty-command"),
  ])
  func haveAProgramAndATime(command: String, finding: String) throws {
    let outcome = try site(command).run("check", "--allow-commands")
    #expect(PrintedFindings.read(outcome.errors).contains(finding), "\(outcome.errors)")
  }

  @Test func haveATimeOnlyWithAProgram() throws {
    let site = try StarterSite()
    try Edit.append(StarterSite.dataset, "timeout: 5m\n").apply(to: site.folder)
    let outcome = try site.run("check")
    #expect(outcome.errors.contains("reading.timeout-without-command"))
  }
}
