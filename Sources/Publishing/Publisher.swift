import Common
import Digests
import Output

/// Sends releases to a store, switches between them, and reads back what is live.
///
/// Nothing that readers see changes before a release is whole; then it changes in one step.
package struct Publisher: Sendable {
  /// Who publishes, when, and what is written down of it.
  package struct Circumstances: Sendable {
    package var now: WallTime
    /// User and machine.
    package var by: String
    package var program: String
    package var hour: ReleaseHour?
    /// Why before the hour, or why back.
    package var reason: String?
    package var approvals: [ReleaseRecord.Approval]

    package init(
      now: WallTime, by: String, program: String, hour: ReleaseHour? = nil, reason: String? = nil,
      approvals: [ReleaseRecord.Approval] = []
    ) {
      self.now = now
      self.by = by
      self.program = program
      self.hour = hour
      self.reason = reason
      self.approvals = approvals
    }
  }

  package struct Outcome: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
      case published
      /// It was live already, every file of it.
      case unchanged
      /// It was live already; so many files were put right.
      case mended(Int)
    }

    package var kind: Kind
    package var release: ReleaseID
    package var previous: ReleaseID?
    package var removed: [ReleaseID]
    /// Whether this was the first release of its day, and after its hour.
    package var missedHour: Bool
  }

  package let circumstances: Circumstances
  /// How many releases stay.
  package let keep: Int
  /// Reads files back by the public address; gives those that are other than the release says.
  package let readBack: (@Sendable (ReleaseID, Manifest) throws(PublishError) -> [Difference])?

  package init(
    circumstances: Circumstances, keep: Int,
    readBack: (@Sendable (ReleaseID, Manifest) throws(PublishError) -> [Difference])? = nil
  ) {
    self.circumstances = circumstances
    self.keep = max(2, keep)
    self.readBack = readBack
  }

  /// Makes a shipment live.
  ///
  /// - Throws: `PublishError`. Only `trouble` and `cutOff` can come after the switch, and only of what follows it: the
  ///   next run goes on with that.
  package func publish(
    _ shipment: Shipment, to store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) -> Outcome {
    let before = try store.ledger()
    let release = shipment.id
    if before.live == release { return try renew(shipment, before, &store) }
    let relatives = Array(Set([before.live, before.stored.last].compactMap { $0 })).filter {
      before.stored.contains($0) && $0 != release
    }.sorted()
    let place = before.stored.contains(release) ? ReleasePlace.whole(release) : .partial(release)
    try bring(shipment, to: place, relatives: relatives, &store)
    let record = self.record(of: shipment, in: before)
    if place == .partial(release) {
      try store.settle(release, shipment.manifest, record: record.json)
    }
    try switchOver(to: release, shipment.manifest, from: before, action: .publish, &store)
    let removed = try tidy(&store)
    return Outcome(
      kind: .published, release: release, previous: before.live, removed: removed,
      missedHour: isMissed(release, before))
  }

  /// Brings what a place lacks, removes what does not belong there, and looks whether all is as it should be.
  ///
  /// - Returns: how many files were not as they should be.
  @discardableResult
  private func bring(
    _ shipment: Shipment, to place: ReleasePlace, relatives: [ReleaseID],
    _ store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) -> Int {
    var wrong = 0
    if case .partial = place {
      try store.send(shipment, to: place, relatives: relatives)
    } else {
      let found = Difference.all(of: shipment.manifest, in: try store.contents(of: place))
      if found.isEmpty { return 0 }
      wrong = found.count
      try store.send(shipment, to: place, relatives: relatives)
    }
    let extra = Difference.all(of: shipment.manifest, in: try store.contents(of: place))
      .filter { $0.kind == .unexpected }.map(\.address)
    if !extra.isEmpty { try store.remove(extra, from: place) }
    let left = Difference.all(of: shipment.manifest, in: try store.contents(of: place))
    guard left.isEmpty else { throw .arrived(left) }
    return wrong
  }

  /// What is live already is looked at, put right where it has suffered, and what a killed publisher left undone is done.
  private func renew(
    _ shipment: Shipment, _ before: Ledger, _ store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) -> Outcome {
    let release = shipment.id
    let wrong: Int
    if before.stored.contains(release) {
      wrong = try bring(shipment, to: .whole(release), relatives: [], &store)
    } else {
      // Somebody took the folder away.
      try bring(shipment, to: .partial(release), relatives: [], &store)
      try store.settle(release, shipment.manifest, record: record(of: shipment, in: before).json)
      wrong = shipment.manifest.entries.count
    }
    let differences = try compare(release, shipment.manifest, &store)
    guard differences.isEmpty else { throw .readBack(differences, backTo: release) }
    if !before.isNoted { try note(.found, release, from: before.previous, &store) }
    let removed = try tidy(&store)
    return Outcome(
      kind: wrong == 0 ? .unchanged : .mended(wrong), release: release, previous: before.previous,
      removed: removed, missedHour: false)
  }

  /// Switches, reads back, and goes back when that is not what was sent.
  func switchOver(
    to release: ReleaseID, _ manifest: Manifest, from before: Ledger, action: Ledger.Switch.Action,
    _ store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) {
    try store.carry(from: before.stored.filter { $0 != release }, into: release)
    try store.activate(release)
    var differences: [Difference]
    do throws(PublishError) {
      differences = try compare(release, manifest, &store)
    } catch {
      try withdraw(release, before, &store)
      throw error
    }
    guard differences.isEmpty else {
      try withdraw(release, before, &store)
      throw .readBack(differences, backTo: before.live)
    }
    try note(action, release, from: before.live, &store)
  }

  private func withdraw(
    _ release: ReleaseID, _ before: Ledger, _ store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) {
    let back = before.live.flatMap { before.stored.contains($0) ? $0 : nil }
    try store.activate(back)
    try note(.withdrawn, back, from: release, &store)
  }

  private func compare(
    _ release: ReleaseID, _ manifest: Manifest, _ store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) -> [Difference] {
    let differences = Difference.all(of: manifest, in: try store.contents(of: .live))
    guard differences.isEmpty, let readBack else { return differences }
    return try readBack(release, manifest)
  }

  func note(
    _ action: Ledger.Switch.Action, _ release: ReleaseID?, from: ReleaseID?,
    _ store: inout some ReleaseStore & ~Copyable
  ) throws(PublishError) {
    let entry = Ledger.Switch(
      action: action, release: release, from: from, at: circumstances.now.description, by: circumstances.by,
      reason: action == .publish || action == .rollback ? circumstances.reason : nil)
    try store.note(entry.json)
  }

  /// Removes what is not kept.
  private func tidy(_ store: inout some ReleaseStore & ~Copyable) throws(PublishError) -> [ReleaseID] {
    let removable = try store.ledger().removable(keeping: keep)
    try store.discard(removable)
    return removable
  }

  private func record(of shipment: Shipment, in ledger: Ledger) -> ReleaseRecord {
    let (release, now) = (shipment.id, circumstances.now)
    return ReleaseRecord(
      release: release, sequence: ledger.nextSequence, manifest: Digest(of: shipment.manifest.bytes).hex,
      files: shipment.manifest.entries.count, bytes: shipment.bytes, program: circumstances.program,
      at: now.description, by: circumstances.by, hour: circumstances.hour?.description,
      timing: circumstances.hour?.timing(of: release.day, at: now),
      delay: circumstances.hour?.delay(of: release.day, at: now), earlyReason: circumstances.reason,
      previous: ledger.live, approvals: circumstances.approvals)
  }

  private func isMissed(_ release: ReleaseID, _ before: Ledger) -> Bool {
    let isFirst = !before.records.keys.contains { $0.day == release.day }
    return isFirst && circumstances.hour?.timing(of: release.day, at: circumstances.now) == .missed
  }
}
