import Testing

/// Signatures under bulletins, from `approve` to the page and to `publish`.
@Suite struct ApproveTests {
  private static let required =
    "\nbulletin: {name: 简报, approval: required, approval_from: 2020-02-14, roles: [审核, 签发]}\n"

  private func site(_ bulletin: String = required) throws -> StarterSite {
    let site = try StarterSite()
    let yaml = site.folder.text("content/site.yaml") ?? ""
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    // Whatever the starter says of bulletins, in however many lines.
    var kept: [Substring] = []
    var isInside = false
    for line in lines {
      if line.hasPrefix("bulletin:") {
        isInside = true
      } else if isInside, !line.hasPrefix(" ") {
        isInside = false
      }
      if !isInside { kept.append(line) }
    }
    site.folder.write("content/site.yaml", Array((kept.joined(separator: "\n") + bulletin).utf8))
    return site
  }

  private func page(_ site: StarterSite, _ day: String = "2020-02-14") -> String {
    site.folder.text("public/bulletins/\(day).html") ?? ""
  }

  @Test func isPrintedWhenGivenAndNeverInvented() throws {
    let site = try site()
    #expect(try site.run("build").status == 0)
    #expect(!page(site).contains("签发：") && !page(site).contains("审核："))
    let outcome = try site.run("approve", "2020-02-14", "--by", "李四")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("签发 李四"))
    #expect(try site.run("approve", "2020-02-14", "--by", "王五", "--role", "审核").status == 0)
    #expect(try site.run("build").status == 0)
    #expect(page(site).contains("<p class=\"sign\">审核：王五</p>\n<p class=\"sign\">签发：李四</p>"))
    #expect(!page(site, "2020-02-13").contains("李四"))
    #expect(try site.run("check", "--strict").status == 0)
  }

  @Test func isNeededBeforeTheSiteIsPublished() throws {
    let site = try site()
    let refused = try site.run("publish", "./www")
    #expect(refused.status == 1)
    #expect(
      PrintedFindings.read(refused.errors)
        == Array(repeating: "content/bulletins/daily.md pages.approval-missing", count: 2))
    #expect(!site.folder.names().contains("www") && !site.folder.names().contains("public"))
    // For a check and a build it is worth saying, and no more.
    #expect(try site.run("check", "--strict").status == 0)
    #expect(try site.run("check").errors.contains("jianbao approve 2020-02-14 --by"))
    #expect(try site.run("approve", "2020-02-14", "--by", "李四").status == 0)
    #expect(try site.run("publish", "./www").status == 1)
    #expect(try site.run("approve", "2020-02-14", "--by", "王五", "--role", "审核").status == 0)
    #expect(try site.run("publish", "./www").status == 0)
    #expect(try site.run("publish", "--list", "./www").output.contains("签发：李四"))
    #expect(try site.run("approve", "2020-02-14", "--revoke").status == 0)
    #expect(try site.run("publish", "./www").status == 1)
    #expect(try site.run("approve", "2020-02-14", "--revoke").status == 1)
  }

  @Test(
    arguments: [
      ("content/bulletins/daily.md", "bulletins/daily.md"),
      (StarterSite.data, "排查覆盖率"),
    ])
  func lapsesWhenTextOrDataChange(_ file: String, _ named: String) throws {
    let site = try site("\nbulletin: {approval: required, approval_from: 2020-02-14}\n")
    #expect(try site.run("approve", "2020-02-14", "--by", "李四").status == 0)
    #expect(try site.run("publish", "./www").status == 0)
    let before = site.folder.text("www/current/index.html")
    if file == StarterSite.data {
      try Edit.replace(file, "1050", with: "1049").apply(to: site.folder)
    } else {
      try Edit.append(file, "\n又一句。\n").apply(to: site.folder)
    }
    let check = try site.run("check")
    #expect(check.status == 0)
    #expect(
      PrintedFindings.read(check.errors).contains("content/approvals.yaml:2:3 pages.approval-lapsed warning"))
    #expect(check.errors.contains(named))
    #expect(try site.run("publish", "./www").status == 1)
    #expect(site.folder.text("www/current/index.html") == before)
    #expect(try site.run("build").status == 0)
    #expect(!page(site).contains("李四"))
    #expect(try site.run("approve", "2020-02-14", "--by", "李四").status == 0)
    #expect(try site.run("publish", "./www").status == 0)
  }

  @Test func outlastsWhatDoesNotConcernIt() throws {
    let site = try site("\nbulletin: {approval: required, approval_from: 2020-02-14}\n")
    #expect(try site.run("approve", "2020-02-14", "--by", "李四").status == 0)
    let signed = site.folder.text("content/approvals.yaml")
    // The next day's data, another page's text, the theme's words and looks, the site's title.
    let rows = (site.folder.text(StarterSite.data) ?? "").split(separator: "\n").filter {
      $0.contains("2020-02-14")
    }
    let later = rows.map { $0.replacing("2020-02-14", with: "2020-02-15") }.joined(separator: "\n")
    try Edit.append(StarterSite.data, later + "\n").apply(to: site.folder)
    try Edit.append("content/pages/about.md", "\n又一句。\n").apply(to: site.folder)
    site.folder.write("themes/mine/theme.yaml", Array("name: mine\ntitle: 我的\n".utf8))
    site.folder.write("themes/mine/strings/zh-Hans.yaml", Array("notReported: 没有报\n".utf8))
    let check = try site.run("check", "--theme", "themes/mine")
    #expect(!check.errors.contains("approval-lapsed"), "\(check.errors)")
    #expect(try site.run("build", "--theme", "themes/mine").status == 0)
    #expect(page(site).contains("签发：李四"))
    // Signing again what has not changed changes nothing.
    #expect(try site.run("approve", "2020-02-14", "--by", "李四", "--theme", "themes/mine").status == 0)
    #expect(site.folder.text("content/approvals.yaml") == signed)
  }

  @Test func isAskedForByADaysOwnFileToo() throws {
    let site = try site("\n")
    #expect(try site.run("publish", "./www").status == 0)
    try Edit.text("content/bulletins/2020-02-14.md", "---\napproval: required\n---\n\n## 做法\n\n照旧。\n").apply(
      to: site.folder)
    #expect(try site.run("publish", "./www").status == 1)
    #expect(try site.run("approve", "2020-02-14", "--by", "李四").status == 0)
    #expect(try site.run("publish", "./www").status == 0)
    try Edit.text("content/bulletins/2020-02-14.md", "---\n签批: 不需要\n---\n\n## 做法\n\n不同了。\n").apply(
      to: site.folder)
    #expect(try site.run("publish", "./www").status == 0)
  }

  @Test func isNotGivenToABulletinWithSomethingWrong() throws {
    let site = try site()
    try Edit.append("content/bulletins/daily.md", "\n1.没有空格\n").apply(to: site.folder)
    let outcome = try site.run("approve", "2020-02-14", "--by", "李四")
    #expect(outcome.status == 1 && outcome.output.contains("没有签"))
    #expect(site.folder.text("content/approvals.yaml") == nil)
    let broken = try self.site()
    try Edit.replace(StarterSite.data, "南湖社区", with: "南胡社区").apply(to: broken.folder)
    #expect(try broken.run("approve", "2020-02-14", "--by", "李四").status == 1)
    #expect(broken.folder.text("content/approvals.yaml") == nil)
  }

  @Test(
    arguments: [
      (["2020-02-14"], 64), (["--by", "李四"], 64), (["2020-02-14", "--by", ""], 64),
      (["2020-02-14", "--by", "李\n四"], 64), (["2020-02-14", "--by", "李四", "--revoke"], 64),
      (["2020-01-01", "--by", "李四"], 1), (["2020-02-14", "--by", "李四", "--role", "站长"], 1),
    ] as [([String], Int)])
  func refusesWhatCannotBeMeant(_ arguments: [String], _ status: Int) throws {
    let site = try site()
    #expect(try Program.run(["approve"] + arguments, in: site.folder).status == status)
    #expect(site.folder.text("content/approvals.yaml") == nil)
  }

  @Test func findsWhatWasWrittenByHand() throws {
    let site = try site()
    #expect(try site.run("approve", "2020-02-14", "2020-02-13", "--by", "李四").status == 0)
    try Edit.replace("content/approvals.yaml", "李四", with: "王五").apply(to: site.folder)
    let check = try site.run("check")
    #expect(check.status == 1)
    #expect(PrintedFindings.read(check.errors).contains { $0.hasSuffix("pages.approval-edited") })
    #expect(try site.run("build").status == 1)
  }
}
