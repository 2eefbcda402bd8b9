import Common
import YAML

extension SiteDeclaration {
  /// `publish: {default: office, keep: 7, release_hour: "17:00", targets: {office: {path: /srv/www/site}}}`
  static func publish(_ map: inout YAMLMapping) -> PublishDeclaration {
    var publish = PublishDeclaration()
    guard var mapping = map.mapping("publish") else { return publish }
    publish.standard = mapping.locatedString("default")
    publish.options = Self.options(&mapping)
    publish.openReleases = mapping.integer("open_releases")
    if let open = publish.openReleases, open < 0 {
      mapping.findings.add(
        Diagnostic(
          .negativeAmount, at: mapping.location(of: "open_releases"),
          ["key": "open_releases", "found": String(open)]))
    }
    if var targets = mapping.mapping("targets") {
      for entry in targets.takeRest() {
        guard Identifier.check(entry.key, at: entry.keyLocation, findings: &targets.findings),
          let target = target(entry, defaults: publish.options, findings: &targets.findings)
        else { continue }
        publish.targets.append(target)
      }
      targets.finish(findings: &mapping.findings)
    }
    if let standard = publish.standard, publish.target(named: standard.value) == nil {
      mapping.findings.add(
        Diagnostic(
          .unknownPublishTarget, at: standard.location, ["found": standard.value],
          suggestions: NearestNames.find(standard.value, in: publish.targets.map(\.name))))
    }
    mapping.finish(findings: &map.findings)
    return publish
  }

  private static func target(
    _ entry: YAMLEntry, defaults: PublishDeclaration.Options, findings: inout Findings
  ) -> PublishDeclaration.Target? {
    guard var mapping = YAMLMapping(entry.value, findings: &findings) else { return nil }
    let path = mapping.locatedString("path")
    let url = mapping.locatedString("url")
    var options = Self.options(&mapping)
    options.keep = options.keep ?? defaults.keep
    options.releaseMinutes = options.releaseMinutes ?? defaults.releaseMinutes
    options.check = options.check ?? defaults.check
    options.compress = options.compress ?? defaults.compress
    let isWhole = (path == nil) != (url == nil)
    if !isWhole {
      mapping.findings.add(Diagnostic(.publishTargetPlace, at: entry.keyLocation, ["name": entry.key]))
    }
    mapping.finish(findings: &findings)
    return isWhole
      ? PublishDeclaration.Target(name: entry.key, path: path, url: url, options: options) : nil
  }

  private static func options(_ map: inout YAMLMapping) -> PublishDeclaration.Options {
    let keep = map.integer("keep")
    if let keep, keep < 2 {
      map.findings.add(Diagnostic(.publishKeepsTooFew, at: map.location(of: "keep"), ["found": String(keep)]))
    }
    let hour = map.value("release_hour", orElse: .badTimeOfDay) { node in
      node.scalar.flatMap { TimeOfDay.minutes($0) }
    }
    return PublishDeclaration.Options(
      keep: keep, releaseMinutes: hour, check: address(&map, "check"), compress: map.bool("compress"))
  }
}
