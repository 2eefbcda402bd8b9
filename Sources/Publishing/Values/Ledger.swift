import Common
import YAML

/// What stands at a place that is published to.
package struct Ledger: Sendable {
  /// A switch from one release to another.
  package struct Switch: Sendable, Hashable {
    package enum Action: String, Sendable {
      case publish, rollback
      /// Gone back from by itself, because what was read back was not what had been sent.
      case withdrawn
      /// Found live without a note: the program was killed between the switch and the note.
      case found
    }

    package var action: Action
    package var release: ReleaseID?
    package var from: ReleaseID?
    package var at: String
    package var by: String
    /// Why before the hour, or why back.
    package var reason: String?

    package init(
      action: Action, release: ReleaseID?, from: ReleaseID?, at: String, by: String, reason: String? = nil
    ) {
      self.action = action
      self.release = release
      self.from = from
      self.at = at
      self.by = by
      self.reason = reason
    }

    /// One object on one line.
    package var json: [UInt8] {
      var json = JSONWriter()
      json.beginObject()
      json.member("action", action.rawValue)
      json.member("release", release?.description)
      json.member("from", from?.description)
      json.member("at", at)
      json.member("by", by)
      if reason != nil { json.member("reason", reason) }
      json.endObject()
      return json.buffer.bytes + [0x0A]
    }

    init?(json: some Collection<UInt8>) {
      var ignored = Findings()
      guard let node = YAMLParser.parse(json, file: "", findings: &ignored),
        var map = YAMLMapping(node, findings: &ignored),
        let action = map.text("action").flatMap({ Action(rawValue: $0) })
      else { return nil }
      self.action = action
      release = map.text("release").flatMap { ReleaseID($0) }
      from = map.text("from").flatMap { ReleaseID($0) }
      at = map.text("at") ?? ""
      by = map.text("by") ?? ""
      reason = map.text("reason")
    }
  }

  package var live: ReleaseID?
  /// Whole releases, in the order they were made.
  package private(set) var stored: [ReleaseID]
  /// Of releases that were removed too.
  package private(set) var records: [ReleaseID: ReleaseRecord]
  package private(set) var switches: [Switch]

  /// - Parameters:
  ///   - stored: Releases whose folders stand there, in any order.
  ///   - records: The bytes of all records.
  ///   - switches: The lines of all switches; what is no line of ours, as after a full disk, is passed over.
  package init(live: ReleaseID?, stored: [ReleaseID], records: [[UInt8]], switches: [UInt8]) {
    let read = records.compactMap { ReleaseRecord(json: $0) }
    let byRelease = Dictionary(read.map { ($0.release, $0) }, uniquingKeysWith: { $1 })
    self.live = live
    self.records = byRelease
    self.stored = stored.sorted {
      (byRelease[$0]?.sequence ?? 0, $0) < (byRelease[$1]?.sequence ?? 0, $1)
    }
    self.switches = switches.split(separator: 0x0A).compactMap { Switch(json: $0) }
  }

  /// What was live before what is live now, while it is still there.
  package var previous: ReleaseID? {
    let last = switches.last { $0.release != nil && $0.release != live }?.release
    return last.flatMap { stored.contains($0) ? $0 : nil }
  }

  /// The release made before the one that is live.
  package var older: ReleaseID? {
    guard let live, let position = stored.firstIndex(of: live) else { return stored.last }
    return position > 0 ? stored[position - 1] : nil
  }

  package var nextSequence: Int { (records.values.map(\.sequence).max() ?? 0) + 1 }

  /// Whether the last switch that was noted led to what is live.
  var isNoted: Bool { switches.last?.release == live }

  /// The releases to remove so that `keep` stay: the oldest first, never the live one nor the one before it.
  func removable(keeping keep: Int) -> [ReleaseID] {
    let kept = Set([live, previous].compactMap { $0 })
    var left = stored.count
    return stored.filter { release in
      guard left > keep, !kept.contains(release) else { return false }
      left -= 1
      return true
    }
  }
}
