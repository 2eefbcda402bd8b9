import Common
import Linting
import Markdown
import Pages
import Reading

/// The linter and the numbers audit over a project's Markdown, and the repairs of `check --fix`.
struct WriterCheck {
  let project: Project

  /// The files as they are on the disk. One that cannot be read is reported where the site is read.
  private var files: [(file: MarkdownFile, source: SourceFile)] {
    var ignored = Findings()
    return project.markdown.compactMap { file in
      project.folder.read(file.path, limit: Limits.data, findings: &ignored).map { (file, $0) }
    }
  }

  /// A file that `--fix` would change.
  struct Repair {
    var path: String
    var old: [UInt8]
    var new: [UInt8]
  }

  func repairs() -> [Repair] {
    files.compactMap { file, source in
      guard source.bytes.count <= Limits.markdown, let fixed = Fixer.fixed(source) else { return nil }
      return Repair(path: source.path, old: source.bytes, new: fixed)
    }
  }

  /// - Parameter plan: `nil` where the site has errors: then only the Markdown itself is looked at.
  func run(plan: SitePlan?, findings: inout Findings) {
    let audit = plan.map { NumbersAudit(site: $0.context) }
    for (file, source) in files where source.bytes.count <= Limits.markdown {
      guard let linter = Linter(source) else { continue }
      findings.add(contentsOf: linter.lint().findings)
      if let audit, let plan, let scope = scope(file, path: source.path, plan) {
        findings.add(contentsOf: audit.check(linter, scope: scope))
      }
    }
  }

  /// Whose numbers a file speaks of; `nil` for one that becomes many pages, or is not shown.
  private func scope(_ file: MarkdownFile, path: String, _ plan: SitePlan) -> NumbersAudit.Scope? {
    switch file.kind {
    case .dashboard:
      return file.name == "index" ? NumbersAudit.Scope(place: plan.context.root, day: nil) : nil
    case .bulletin:
      guard let day = CivilDate(iso: file.name), plan.bulletinDays[day] != nil else { return nil }
      return NumbersAudit.Scope(place: plan.context.root, day: day, fixesDay: true)
    case .story, .page:
      let documents = file.kind == .story ? plan.stories : plan.documents
      guard let document = documents.first(where: { $0.source.path == path }) else { return nil }
      return NumbersAudit.Scope(place: document.place, day: document.source.frontMatter.date)
    }
  }
}
