import ArgumentParser
import Common
import Glibc
import Output
import Pages
import Reading

struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Sign a day's bulletin, or take a signature back.",
    discussion: """
      A signature holds for what the bulletin says: its Markdown (daily.md and the day's own file), its number, and every \
      figure on its page. When one of these changes it lapses: check says what changed, the name is no longer printed, and \
      publish refuses a bulletin that must be signed. It stands in content/approvals.yaml and is part of the archive. \
      A bulletin with something wrong in it is not signed.

      Which bulletins must be signed is said in site.yaml, or by approval: required at the head of a day's file:
        bulletin: {approval: required, approval_from: 2020-02-14, roles: [审核, 签发]}

      Examples:
        jianbao approve 2020-02-14 --by 李四
        jianbao approve 2020-02-14 2020-02-15 --by 王五 --role 审核
        jianbao approve 2020-02-14 --role 签发 --revoke
      """)

  @Argument(help: "The bulletins' days (YYYY-MM-DD).")
  var days: [CivilDate]

  @Option(name: .long, help: "The name of who signs, as it is printed.")
  var by: String?

  @Option(
    name: .long, help: "What is signed as; by default the last of the site's roles, 签发 where it names none.")
  var role: String?

  @Flag(name: .long, help: "Take the signature back.")
  var revoke = false

  @OptionGroup var source: SourceOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var workers: JobOptions

  func validate() throws {
    if revoke, by != nil { throw ValidationError("--revoke goes without --by") }
    if !revoke {
      guard let by else { throw ValidationError("name who signs with --by, or use --revoke") }
      if !ApprovalRule.isName(by) {
        throw ValidationError("--by needs a name of at most 40 characters on one line")
      }
    }
    if days.isEmpty { throw ValidationError("name the day of a bulletin") }
  }

  func run() async throws {
    let console = Console(reports)
    var progress = Progress(console)
    var findings = Findings()
    let site = SiteLoader(source: source).load(progress: &progress, findings: &findings)
    if let site, !revoke { await check(site, &progress, &findings) }
    progress.finish()
    let blocking = self.blocking(findings, site)
    guard let site, revoke || blocking.items.isEmpty else {
      console.report(revoke ? findings : blocking)
      console.say(
        "cli.approve.stopped", ["errors": String(blocking.number(of: .error) + blocking.number(of: .warning))]
      )
      throw ExitCode(1)
    }
    let role = self.role ?? site.project.site.bulletin.approval.roles.last ?? "签发"
    var approvals = site.approvals.all
    for day in Set(days).sorted() {
      approvals = try changed(approvals, day, role, site, console)
    }
    let path = site.project.folder.display("approvals.yaml")
    let text = ApprovalsFile.text(approvals, heading: console.catalogue.text("cli.approve.heading"))
    try Writing.run(console) { () throws(OutputError) in
      if access(path, F_OK) == 0 {
        try FileReplacement.write(Array(text.utf8), over: path)
      } else {
        try NewFile.write(Array(text.utf8), to: path)
      }
    }
    for day in Set(days).sorted() { say(day, role, approvals, console) }
  }

  /// Renders every page and looks over the writing, as check does.
  private func check(
    _ site: SiteLoader.Loaded, _ progress: inout Progress, _ findings: inout Findings
  ) async {
    WriterCheck(project: site.project).run(plan: site.renderer.plan, findings: &findings)
    AnchorCheck(plan: site.renderer.plan).run(findings: &findings)
    guard !findings.hasErrors else { return }
    progress.step("cli.progress.checking")
    _ = await SiteBuild(site, jobs: workers.count).draft(findings: &findings)
  }

  /// Every error, and what is wrong in the bulletins that are to be signed.
  private func blocking(_ findings: Findings, _ site: SiteLoader.Loaded?) -> Findings {
    let names = Set(["daily"] + days.map(\.description))
    let files = site?.project.markdown(.bulletin).filter { names.contains($0.name) }.map {
      site?.project.folder.display($0.path)
    }
    var blocking = Findings()
    for finding in findings.items {
      let isOwn = finding.severity == .warning && (files ?? []).contains(finding.location?.file)
      if finding.severity == .error || isOwn { blocking.add(finding) }
    }
    return blocking
  }

  private func changed(
    _ approvals: [Approval], _ day: CivilDate, _ role: String, _ site: SiteLoader.Loaded, _ console: Console
  ) throws -> [Approval] {
    var approvals = approvals
    let place = Location(file: "jianbao approve")
    let roles = site.project.site.bulletin.approval.roles
    var refused = Findings()
    if revoke {
      let before = approvals.count
      approvals.removeAll { $0.bulletin == day && $0.role == role }
      if approvals.count == before {
        refused.add(Diagnostic(.approvalNotThere, at: place, ["day": day.description, "role": role]))
      }
    } else if !site.renderer.plan.context.bulletinDays.contains(day) {
      refused.add(Diagnostic(.approvalOfNothing, at: place, ["day": day.description]))
    } else if !roles.contains(role) {
      refused.add(
        Diagnostic(
          .unknownRole, at: place, ["found": role], suggestions: NearestNames.find(role, in: roles) + roles))
    } else if let by {
      approvals.removeAll { $0.bulletin == day && $0.role == role }
      let seal = ApprovalBook.seal(of: day, plan: site.renderer.plan, project: site.project)
      var approval = Approval(bulletin: day, role: role, by: by, seal: seal, digest: "")
      approval.digest = ApprovalBook.digest(approval)
      approvals.append(approval)
    }
    if refused.items.isEmpty { return approvals }
    console.report(refused)
    throw ExitCode(1)
  }

  private func say(_ day: CivilDate, _ role: String, _ approvals: [Approval], _ console: Console) {
    guard let approval = approvals.first(where: { $0.bulletin == day && $0.role == role }) else {
      return console.say("cli.approve.revoked", ["day": day.description, "role": role])
    }
    console.say(
      "cli.approve.done",
      [
        "day": day.description, "role": role, "by": approval.by,
        "files": String(approval.seal.sources.count),
        "figures": String(approval.seal.figures.count { !$0.name.hasPrefix("dataset:") }),
        "digest": String(approval.digest.prefix(12)),
      ])
  }
}
