import Common
import Output
import Publishing
import Reading

/// What is to be published where, once all that forbids it has been looked for.
struct PublishOrder {
  let target: PublishTarget
  let day: CivilDate
  let hour: ReleaseHour?
  private let now: WallTime
  private let publisher: Publisher
  private let compresses: Bool
  private let place: PlaceOptions

  /// - Returns: `nil` when findings say why it must not be published.
  /// - Throws: `PublishError` where a program is missing that is needed.
  init?(site: SiteLoader.Loaded, findings: inout Findings, command: PublishCommand) throws(PublishError) {
    let declaration = site.project.site
    let file = Location(file: site.project.folder.display("site.yaml"))
    let here = Location(file: "jianbao publish")
    guard
      let target = PublishTarget.find(
        command.target, in: declaration.publish, site: file, command: here,
        apart: [command.folder.output, command.source.source, command.source.theme], findings: &findings)
    else { return nil }
    for open in site.approvals.openFindings(.error) { findings.add(open) }
    self.target = target
    place = command.place
    day = site.cube.asOf
    now = place.time(zone: declaration.timeZoneMinutes)
    hour = target.options.releaseMinutes.map { ReleaseHour(minutes: $0) }
    let isEarly = hour?.timing(of: day, at: now) == .early
    if let hour, isEarly, command.early == nil {
      findings.add(
        Diagnostic(
          .beforeReleaseHour, at: here,
          ["day": day.description, "hour": hour.description, "now": now.description]))
      return nil
    }
    compresses = command.compress ?? target.options.compress ?? true
    let readBack = try (command.url ?? target.options.check).map { address throws(PublishError) in
      try ReadBack(address: address).differences
    }
    publisher = Publisher(
      circumstances: .init(
        now: now, by: PlaceOptions.operatorName, program: "jianbao " + Version.text, hour: hour,
        reason: isEarly ? command.early : nil,
        approvals: (site.approvals.valid[day] ?? []).map {
          .init(bulletin: site.cube.asOf, role: $0.role, by: $0.name)
        }),
      keep: command.keep ?? target.options.keep ?? 5,
      readBack: readBack)
  }

  /// Sends what stands in the output folder, if it is a finished build and what the site gives.
  ///
  /// - Returns: `nil` when findings say why nothing was sent.
  func run(
    _ prepared: PreparedSite, jobs: Int, findings: inout Findings
  ) async throws -> Publisher.Outcome? {
    let folder = prepared.folder
    // Held to the end: no build writes meanwhile.
    let lock = try folder.lockForReading()
    let outcome = try await send(folder, prepared.draft.manifest, jobs: jobs, findings: &findings)
    _ = consume lock
    return outcome
  }

  private func send(
    _ folder: OutputFolder, _ wanted: Manifest, jobs: Int, findings: inout Findings
  ) async throws -> Publisher.Outcome? {
    guard
      let manifest = Self.finished(
        try await folder.condition(jobs: jobs), wanted: wanted, folder: folder.path,
        findings: &findings)
    else { return nil }
    let shipment = try await Shipment(
      of: folder, pages: manifest, day: day, compresses: compresses, jobs: jobs)
    switch target.address {
    case .folder(let path):
      var store = try FolderStore(path: path, owner: place.owner(at: now))
      return try publisher.publish(shipment, to: &store)
    case .server(let address):
      var store = try ServerStore(address, place.shell(address), owner: place.owner(at: now))
      return try publisher.publish(shipment, to: &store)
    }
  }

  /// The files of a folder that may be published; `nil` when a finding says why it may not.
  private static func finished(
    _ condition: OutputFolder.Condition, wanted: Manifest, folder: String, findings: inout Findings
  ) -> Manifest? {
    let place = Location(file: folder)
    switch condition {
    case .finished(wanted): return wanted
    case .finished(let manifest):
      let addresses = Set(manifest.entries.keys).union(wanted.entries.keys)
      let other = addresses.filter { manifest.entries[$0] != wanted.entries[$0] }
      findings.add(
        Diagnostic(
          .otherBuild, at: place,
          ["folder": folder, "count": String(other.count), "first": other.min() ?? ""]))
    case .noBuild: findings.add(Diagnostic(.noBuild, at: place, ["folder": folder]))
    case .unfinished: findings.add(Diagnostic(.unfinishedBuild, at: place, ["folder": folder]))
    case .missingParts(let parts):
      findings.add(
        Diagnostic(.missingParts, at: place, ["folder": folder, "parts": parts.joined(separator: " ")]))
    case .altered(let addresses):
      for address in addresses {
        findings.add(
          Diagnostic(.alteredFile, at: Location(file: folder + "/" + address), ["address": address]))
      }
    }
    return nil
  }
}
