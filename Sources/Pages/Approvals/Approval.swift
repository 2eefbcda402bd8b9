import Common

/// A signature under a bulletin, as `approvals.yaml` keeps it: whose it is, and what was signed.
package struct Approval: Sendable, Hashable {
  package var bulletin: CivilDate
  package var role: String
  package var by: String
  package var seal: BulletinSeal
  /// The digest of all of the above, in hexadecimal.
  package var digest: String
  package var location: Location?

  package init(
    bulletin: CivilDate, role: String, by: String, seal: BulletinSeal, digest: String,
    location: Location? = nil
  ) {
    self.bulletin = bulletin
    self.role = role
    self.by = by
    self.seal = seal
    self.digest = digest
    self.location = location
  }

  /// What the digest is taken of: a line for each thing that was signed.
  package static func text(bulletin: CivilDate, role: String, by: String, seal: BulletinSeal) -> String {
    var lines = ["bulletin \(bulletin)", "role \(role)", "by \(by)", "issue \(seal.issue)"]
    lines += seal.sources.map { "source \($0.name) \($0.digest)" }
    lines += seal.figures.map { "figures \($0.name) \($0.digest)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// What a signature stands for: a bulletin's number, the Markdown it was made from, and every figure on it. Words of the
/// theme, its looks and the site's settings are no part of it.
package struct BulletinSeal: Sendable, Hashable {
  package struct Part: Sendable, Hashable {
    package var name: String
    /// Hexadecimal digits.
    package var digest: String

    package init(name: String, digest: String) {
      self.name = name
      self.digest = digest
    }
  }

  /// The number of the issue.
  package var issue: Int
  /// The Markdown files, by path below the content folder, in byte order.
  package var sources: [Part]
  /// By indicator's id, or dataset's name behind `dataset:`, in byte order.
  package var figures: [Part]

  package init(issue: Int, sources: [Part], figures: [Part]) {
    self.issue = issue
    self.sources = sources.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    self.figures = figures.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// What is other, new or gone: names of files and figures.
  package func changes(to other: BulletinSeal) -> (sources: [String], figures: [String], issue: Bool) {
    func changed(_ old: [Part], _ new: [Part]) -> [String] {
      Set(old).symmetricDifference(new).map(\.name).sorted().reduce(into: []) { names, name in
        if names.last != name { names.append(name) }
      }
    }
    return (changed(sources, other.sources), changed(figures, other.figures), issue != other.issue)
  }
}
