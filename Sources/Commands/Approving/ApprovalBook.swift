import Common
import Digests
import Pages
import Reading
import Statistics
import YAML

/// The signatures of a site: which of them hold, and what has not been signed that must be.
struct ApprovalBook: Sendable {
  /// A bulletin that must be signed and is not.
  struct Open: Sendable {
    var day: CivilDate
    var role: String
    var file: Location
  }

  private(set) var all: [Approval] = []
  /// By bulletin, in the order of the site's roles.
  private(set) var valid: [CivilDate: [Signature]] = [:]
  private(set) var open: [Open] = []

  /// Holds every signature against what it was given for. One that no longer fits is a warning that names what changed.
  ///
  /// - Complexity: that of the pages of the bulletins that are signed or must be.
  init(plan: SitePlan, project: Project, findings: inout Findings) {
    if project.hasApprovals, let node = project.folder.readYAML("approvals.yaml", findings: &findings) {
      all = ApprovalsFile.read(node, findings: &findings)
    }
    let (rule, days) = (project.site.bulletin.approval, plan.context.bulletinDays)
    let signed = Dictionary(grouping: all) { $0.bulletin }
    // A bulletin that stays as it was published was signed, or not, as it then stood.
    for day in days where plan.context.history.bulletins[day] == nil {
      let own = plan.bulletinDays[day]?.source.frontMatter.approval
      let approvals = signed[day] ?? []
      let isRequired = rule.isRequired(on: day, own: own)
      guard isRequired || !approvals.isEmpty else { continue }
      let seal = Self.seal(of: day, plan: plan, project: project)
      var holding: [Signature] = []
      for approval in approvals where check(approval, seal, plan.context, &findings) {
        holding.append(Signature(role: approval.role, name: approval.by))
      }
      let roles = rule.roles + holding.map(\.role).filter { !rule.roles.contains($0) }.sorted()
      valid[day] = roles.compactMap { role in holding.first { $0.role == role } }
      guard isRequired else { continue }
      let path = plan.bulletinDays[day]?.source.path ?? plan.bulletin.source.path
      for role in rule.roles where !holding.contains(where: { $0.role == role }) {
        open.append(Open(day: day, role: role, file: Location(file: path)))
      }
    }
    for approval in all where !days.contains(approval.bulletin) && approval.bulletin <= plan.context.cube.asOf
    {
      findings.add(
        Diagnostic(
          .approvalOfNothing, .warning, at: approval.location, ["day": approval.bulletin.description]))
    }
  }

  private func check(
    _ approval: Approval, _ seal: BulletinSeal, _ context: SiteContext, _ findings: inout Findings
  ) -> Bool {
    let values: KeyValuePairs = [
      "day": approval.bulletin.description, "role": approval.role, "by": approval.by,
    ]
    guard Self.digest(approval) == approval.digest else {
      findings.add(Diagnostic(.approvalEdited, at: approval.location, values))
      return false
    }
    let changes = approval.seal.changes(to: seal)
    guard approval.seal != seal else { return true }
    let titles = changes.figures.map { name in
      context.indicators.first { $0.id == name }?.title
        ?? context.datasets.first { "dataset:" + $0.name == name }?.title ?? name
    }
    let number = changes.issue ? ["\(approval.seal.issue) → \(seal.issue)"] : []
    findings.add(
      Diagnostic(
        .approvalLapsed, .warning, at: approval.location,
        [
          "day": approval.bulletin.description, "role": approval.role, "by": approval.by,
          "changed": (changes.sources + titles + number).joined(separator: ", "),
        ]))
    return false
  }

  /// What must be signed before the site is published, as errors or as remarks.
  func openFindings(_ severity: Severity) -> [Diagnostic] {
    open.map {
      Diagnostic(
        .approvalMissing, severity, at: $0.file, ["day": $0.day.description, "role": $0.role])
    }
  }

  static func seal(of day: CivilDate, plan: SitePlan, project: Project) -> BulletinSeal {
    var ignored = Findings()
    let names = ["daily", day.description]
    let sources = project.markdown(.bulletin).filter { names.contains($0.name) }.compactMap { file in
      project.read(file, findings: &ignored).map {
        BulletinSeal.Part(name: file.path, digest: Digest(of: $0.bytes).hex)
      }
    }
    let figures = plan.context.lines(of: plan.answers(behind: day)).map { name, lines in
      BulletinSeal.Part(
        name: name, digest: String(Digest(of: Array(lines.joined(separator: "\n").utf8)).hex.prefix(16)))
    }
    return BulletinSeal(issue: plan.context.issueNumber(of: day), sources: sources, figures: figures)
  }

  static func digest(_ approval: Approval) -> String {
    let text = Approval.text(
      bulletin: approval.bulletin, role: approval.role, by: approval.by, seal: approval.seal)
    return Digest(of: Array(text.utf8)).hex
  }
}
