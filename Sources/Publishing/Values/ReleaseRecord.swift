import Common
import YAML

/// What is written down of a release beside its folder, `releases/<id>.json`: who sent what, when, and who signed.
package struct ReleaseRecord: Sendable, Hashable {
  /// A bulletin's valid signature at the time.
  package struct Approval: Sendable, Hashable {
    package var bulletin: CivilDate
    package var role: String
    package var by: String

    package init(bulletin: CivilDate, role: String, by: String) {
      self.bulletin = bulletin
      self.role = role
      self.by = by
    }
  }

  package var release: ReleaseID
  /// The order in which releases were made at this place, from 1.
  package var sequence: Int
  /// The SHA-256 of the list of its files, in hexadecimal.
  package var manifest: String
  package var files: Int
  package var bytes: Int
  /// The program that sent it, with its version.
  package var program: String
  package var at: String
  /// Who sent it: user and machine.
  package var by: String
  package var hour: String?
  package var timing: ReleaseHour.Timing?
  /// Minutes since the release hour began.
  package var delay: Int?
  /// Why it went out before its hour.
  package var earlyReason: String?
  /// What was live before.
  package var previous: ReleaseID?
  package var approvals: [Approval]

  /// One object on one line.
  package var json: [UInt8] {
    var json = JSONWriter()
    write(to: &json)
    return json.buffer.bytes + [0x0A]
  }

  package func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("release", release.description)
    json.member("day", release.day.description)
    json.member("sequence", sequence)
    json.member("manifest_sha256", manifest)
    json.member("files", files)
    json.member("bytes", bytes)
    json.member("program", program)
    json.member("at", at)
    json.member("by", by)
    json.member("release_hour", hour)
    json.member("timing", timing?.rawValue)
    json.member("minutes_after_hour", delay)
    json.member("early_reason", earlyReason)
    json.member("previous", previous?.description)
    json.key("approvals")
    json.beginArray()
    for approval in approvals {
      json.beginObject()
      json.member("bulletin", approval.bulletin.description)
      json.member("role", approval.role)
      json.member("by", approval.by)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}

extension ReleaseRecord {
  /// Reads a record as this program writes it; `nil` for anything else.
  package init?(json: [UInt8]) {
    var ignored = Findings()
    // JSON is YAML: one reader serves both.
    guard let node = YAMLParser.parse(json, file: "", findings: &ignored),
      var map = YAMLMapping(node, findings: &ignored),
      let release = map.string("release").flatMap({ ReleaseID($0) }), let sequence = map.integer("sequence"),
      let manifest = map.string("manifest_sha256")
    else { return nil }
    self.release = release
    self.sequence = sequence
    self.manifest = manifest
    files = map.integer("files") ?? 0
    bytes = map.integer("bytes") ?? 0
    program = map.string("program") ?? ""
    at = map.string("at") ?? ""
    by = map.string("by") ?? ""
    hour = map.text("release_hour")
    timing = map.text("timing").flatMap { ReleaseHour.Timing(rawValue: $0) }
    delay = map.text("minutes_after_hour").flatMap { Int($0) }
    earlyReason = map.text("early_reason")
    previous = map.text("previous").flatMap { ReleaseID($0) }
    approvals = (map.mappings("approvals") ?? []).compactMap { entry in
      var entry = entry
      guard let bulletin = entry.date("bulletin"), let role = entry.string("role"),
        let by = entry.string("by")
      else { return nil }
      return Approval(bulletin: bulletin, role: role, by: by)
    }
  }
}

extension YAMLMapping {
  /// A member's text; `nil` for `null` too.
  mutating func text(_ key: String) -> String? {
    guard let value = take(key)?.value, value.content != .scalar("null", isPlain: true) else { return nil }
    return value.scalar
  }
}
