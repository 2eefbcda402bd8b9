import Common
import YAML

extension SiteDeclaration {
  private enum Zero: String, CaseIterable { case show, hide }

  static func levels(_ map: inout YAMLMapping) -> [RegionLevel] {
    var levels: [RegionLevel] = []
    var taken: Set<String> = []
    for var element in map.mappings("levels", required: true) ?? [] {
      let id = element.locatedString("id", required: true)
      let title = element.string("title") ?? id?.value ?? ""
      if let id {
        for name in Set([id.value, title]).sorted() where !taken.insert(name).inserted {
          element.findings.add(Diagnostic(.nameTwice, at: id.location, ["name": name]))
        }
        levels.append(RegionLevel(id: id.value, title: title))
      }
      element.finish(findings: &map.findings)
    }
    return levels
  }

  static func baseColumns(_ map: inout YAMLMapping) -> [BaseColumnDeclaration] {
    var columns: [BaseColumnDeclaration] = []
    var taken: Set<String> = []
    for var element in map.mappings("base_columns") ?? [] {
      let name = element.locatedString("name", required: true)
      let title = element.string("title") ?? name?.value ?? ""
      let unit = element.string("unit")
      let isApproximate = element.bool("approximate") ?? false
      if let name, Identifier.check(name.value, at: name.location, findings: &element.findings) {
        for heading in Set([name.value, title]).sorted() where !taken.insert(heading).inserted {
          element.findings.add(Diagnostic(.nameTwice, at: name.location, ["name": heading]))
        }
        columns.append(
          BaseColumnDeclaration(name: name.value, title: title, unit: unit, approximate: isApproximate))
      }
      element.finish(findings: &map.findings)
    }
    return columns
  }

  static func disclosure(_ map: inout YAMLMapping) -> Disclosure? {
    guard var rule = map.mapping("disclosure") else { return nil }
    let below = rule.integer("below", required: true)
    let mode = rule.choice("mode", of: Disclosure.Mode.self) ?? .suppress
    let zero = rule.choice("zero", of: Zero.self) ?? .show
    if let below, below < 2 {
      rule.findings.add(
        Diagnostic(.disclosureBelowTwo, at: rule.location(of: "below"), ["found": String(below)]))
    }
    rule.finish(findings: &map.findings)
    return below.map { Disclosure(below: $0, mode: mode, showsZero: zero == .show) }
  }

  static func contacts(_ map: inout YAMLMapping) -> [Contact] {
    var contacts: [Contact] = []
    for var element in map.mappings("contacts") ?? [] {
      let label = element.string("label", required: true)
      let phone = element.string("phone", required: true)
      element.finish(findings: &map.findings)
      if let label, let phone { contacts.append(Contact(label: label, phone: phone)) }
    }
    return contacts
  }

  static func bulletin(_ map: inout YAMLMapping, title: String, publisher: String) -> BulletinHead {
    var head = BulletinHead(name: title, issuer: publisher, reportTo: [], sendTo: [], distributeTo: [])
    guard var bulletin = map.mapping("bulletin") else { return head }
    head.name = bulletin.string("name") ?? title
    head.issuer = bulletin.string("issuer") ?? publisher
    head.reportTo = bulletin.strings("report_to") ?? []
    head.sendTo = bulletin.strings("send_to") ?? []
    head.distributeTo = bulletin.strings("distribute_to") ?? []
    head.approval = approval(&bulletin)
    bulletin.finish(findings: &map.findings)
    return head
  }

  private static func approval(_ map: inout YAMLMapping) -> ApprovalRule {
    var rule = ApprovalRule()
    rule.isRequired = map.choice("approval", of: ApprovalRule.Need.self) == .required
    rule.from = map.date("approval_from")
    var roles: [String] = []
    for role in map.locatedStrings("roles") ?? [] {
      if !ApprovalRule.isName(role.value) {
        map.findings.add(Diagnostic(.badRole, at: role.location, ["found": role.value]))
      } else if roles.contains(role.value) {
        map.findings.add(Diagnostic(.nameTwice, at: role.location, ["name": role.value]))
      } else {
        roles.append(role.value)
      }
    }
    if !roles.isEmpty { rule.roles = roles }
    return rule
  }
}
