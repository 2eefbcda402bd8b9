import Common
import Reading
import YAML

/// Reads and writes `approvals.yaml`: an entry for each bulletin and role.
package enum ApprovalsFile {
  /// Entries with something wrong are findings and left out.
  package static func read(_ node: YAMLNode, findings: inout Findings) -> [Approval] {
    guard let items = node.sequence else {
      findings.add(
        Diagnostic(.yamlNotSequence, at: node.location, ["key": "approvals", "found": node.summary]))
      return []
    }
    var approvals: [Approval] = []
    for item in items {
      guard let approval = approval(item, findings: &findings) else { continue }
      if approvals.contains(where: { $0.bulletin == approval.bulletin && $0.role == approval.role }) {
        findings.add(
          Diagnostic(
            .approvalTwice, at: item.location,
            ["day": approval.bulletin.description, "role": approval.role]))
      } else {
        approvals.append(approval)
      }
    }
    return approvals
  }

  private static func approval(_ item: YAMLNode, findings: inout Findings) -> Approval? {
    guard var entry = YAMLMapping(item, findings: &findings) else { return nil }
    let bulletin = entry.date("bulletin", required: true)
    let role = name(&entry, "role")
    let by = name(&entry, "by")
    let issue = entry.integer("issue", required: true)
    let sources = parts(&entry, "sources")
    let figures = parts(&entry, "figures")
    let digest = entry.string("digest", required: true)
    entry.finish(findings: &findings)
    guard let bulletin, let role, let by, let issue, let sources, let figures, let digest else { return nil }
    return Approval(
      bulletin: bulletin, role: role, by: by,
      seal: BulletinSeal(issue: issue, sources: sources, figures: figures), digest: digest,
      location: item.location)
  }

  private static func name(_ entry: inout YAMLMapping, _ key: String) -> String? {
    entry.value(key, required: true, orElse: .approvalBroken) { node in
      node.scalar.flatMap { ApprovalRule.isName($0) ? $0 : nil }
    }
  }

  /// `name=digits name=digits`
  private static func parts(_ entry: inout YAMLMapping, _ key: String) -> [BulletinSeal.Part]? {
    entry.value(key, required: true, orElse: .approvalBroken) { node in
      guard let text = node.scalar else { return nil }
      let words = text.split(separator: " ")
      let parts = words.compactMap { word -> BulletinSeal.Part? in
        guard let equals = word.lastIndex(of: "=") else { return nil }
        return BulletinSeal.Part(
          name: String(word[..<equals]), digest: String(word[word.index(after: equals)...]))
      }
      return parts.count == words.count ? parts : nil
    }
  }

  /// The file's text: sorted by bulletin and role, so that the same signatures give the same bytes.
  package static func text(_ approvals: [Approval], heading: String) -> String {
    let sorted = approvals.sorted {
      $0.bulletin == $1.bulletin
        ? $0.role.utf8.lexicographicallyPrecedes($1.role.utf8) : $0.bulletin < $1.bulletin
    }
    let lines = sorted.map { approval in
      """
      - bulletin: \(approval.bulletin)
        role: \(quoted(approval.role))
        by: \(quoted(approval.by))
        issue: \(approval.seal.issue)
        sources: \(quoted(text(approval.seal.sources)))
        figures: \(quoted(text(approval.seal.figures)))
        digest: \(approval.digest)

      """
    }
    return "# " + heading + "\n" + (lines.isEmpty ? "[]\n" : lines.joined())
  }

  private static func text(_ parts: [BulletinSeal.Part]) -> String {
    parts.map { "\($0.name)=\($0.digest)" }.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }
}
