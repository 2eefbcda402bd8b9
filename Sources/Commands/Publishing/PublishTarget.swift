import Common
import Output
import Publishing
import Reading

/// A place to publish to, found by its name in `site.yaml` or given as an address.
struct PublishTarget {
  let address: TargetAddress
  let options: PublishDeclaration.Options

  /// - Parameters:
  ///   - wanted: A name, a folder's path, or `ssh://…`; `nil` is the default of `site.yaml`.
  ///   - apart: Folders that the target must not share a path with.
  /// - Returns: `nil` when a finding says why there is none.
  static func find(
    _ wanted: String?, in publish: PublishDeclaration, site: Location, command: Location, apart: [String],
    findings: inout Findings
  ) -> PublishTarget? {
    let name =
      wanted ?? publish.standard?.value ?? (publish.targets.count == 1 ? publish.targets[0].name : nil)
    guard let name else {
      findings.add(Diagnostic(.noPublishTarget, at: publish.targets.isEmpty ? command : site))
      return nil
    }
    if let declared = publish.target(named: name) {
      let place = declared.url?.location ?? declared.path?.location ?? site
      guard
        let address = address(
          declared.url?.value ?? declared.path?.value ?? "", at: place, apart: apart, findings: &findings)
      else { return nil }
      return PublishTarget(address: address, options: declared.options)
    }
    guard name.contains("/") || name == "." || name == ".." else {
      let names = publish.targets.map(\.name)
      findings.add(
        Diagnostic(
          .unknownPublishTarget, at: command, ["found": name],
          suggestions: NearestNames.find(name, in: names) + ["./" + name]))
      return nil
    }
    guard let address = address(name, at: command, apart: apart, findings: &findings) else { return nil }
    return PublishTarget(address: address, options: publish.options)
  }

  /// Says of each place in `site.yaml` that it cannot be meant.
  static func check(_ publish: PublishDeclaration, site: Location, findings: inout Findings) {
    for target in publish.targets {
      guard let place = target.url ?? target.path else { continue }
      _ = address(place.value, at: place.location, apart: [], findings: &findings)
    }
  }

  static func address(
    _ text: String, at place: Location, apart: [String], findings: inout Findings
  ) -> TargetAddress? {
    guard !text.contains("://") else {
      do throws(ServerAddress.Fault) {
        return .server(try ServerAddress(text))
      } catch {
        findings.add(
          Diagnostic(.badServerAddress, at: place, ["found": text, "part": part(error)]))
        return nil
      }
    }
    var path = text
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard !path.isEmpty, path != "/", !path.hasPrefix("~"),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else {
      findings.add(Diagnostic(.badTargetFolder, at: place, ["found": text]))
      return nil
    }
    for other in apart where RealPath.holds(other, path) || RealPath.holds(path, other) {
      findings.add(Diagnostic(.targetInTheWay, at: place, ["found": text, "other": other]))
      return nil
    }
    return .folder(path)
  }

  private static func part(_ fault: ServerAddress.Fault) -> String {
    switch fault {
    case .notSSH: "ssh://"
    case .user: "user"
    case .host: "host"
    case .port: "port"
    case .path: "/path"
    }
  }
}
