import Glibc
import Testing

/// `check --fix`: what it shows, what it writes, and what it leaves alone.
@Suite struct RepairTests {
  private static let slips = "\r\n#小标题\r\n\r\n1.申请\r\n2.核查,再报\r\n"
  private static let repaired = "\r\n# 小标题\r\n\r\n1. 申请\r\n2. 核查，再报\r\n"

  @Test func writesWhatItShowsAndNothingTheSecondTime() throws {
    let site = try StarterSite()
    try Edit.append(StarterSite.story, Self.slips).apply(to: site.folder)
    let path = site.folder.path + "/" + StarterSite.story
    chmod(path, 0o640)
    let before = site.folder.tree("content")

    let first = try site.run("check", "--fix")
    #expect(first.status == 0)
    #expect(first.output.contains("-1.申请"))
    #expect(first.output.contains("+1. 申请"))
    #expect(site.folder.text(StarterSite.story)?.hasSuffix(Self.repaired) == true)
    var info = stat()
    #expect(stat(path, &info) == 0 && info.st_mode & 0o777 == 0o640)

    let after = site.folder.tree("content")
    #expect(after.filter { $0.key != StarterSite.story } == before.filter { $0.key != StarterSite.story })
    let second = try site.run("check", "--fix")
    #expect(!second.output.contains("@@"))
    #expect(site.folder.tree("content") == after)
  }

  @Test func writesNothingWithoutBeingAsked() throws {
    let site = try StarterSite()
    try Edit.append(StarterSite.story, Self.slips).apply(to: site.folder)
    let before = site.folder.tree("content")
    let plain = try site.run("check")
    #expect(plain.errors.contains("linting.heading-space"))
    #expect(site.folder.tree("content") == before)
    let dry = try site.run("check", "--fix", "--dry-run")
    #expect(dry.output.contains("+# 小标题"))
    #expect(site.folder.tree("content") == before)
    #expect(try site.run("check", "--dry-run").status == 64)
  }

  @Test func findsAnAnchorThatIsNotThere() throws {
    let site = try StarterSite()
    try Edit.append(StarterSite.story, "\n## 第一天\n\n见[上文](#第一天)和[下文](#第二天)。\n").apply(to: site.folder)
    let outcome = try site.run("check")
    #expect(outcome.errors.contains("「第二天」"))
    #expect(!outcome.errors.contains("「第一天」"))
    #expect(outcome.status == 0)
  }
}
