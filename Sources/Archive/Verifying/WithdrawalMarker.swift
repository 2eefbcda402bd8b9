import Common
import Digests
import Output

/// `withdrawn.txt`: says that a bag's payload was taken away, and why.
///
/// It names the bag by the digest of its tag manifest, so that it holds for no other.
package struct WithdrawalMarker: Sendable, Equatable {
  static let name = "withdrawn.txt"
  static let pageName = "withdrawn.html"
  /// What a withdrawal adds to a bag.
  static let files: Set<String> = [name, pageName]

  package var release: String
  /// Of `tagmanifest-sha256.txt`.
  package var digest: Digest
  package var reason: String
  /// The day it was withdrawn on, where it was given.
  package var day: CivilDate?
  /// Who withdrew it, where it was given.
  package var person: String?

  var bytes: [UInt8] {
    var info = BagInfo()
    info.add("Withdrawn-Release", release)
    info.add("Tagmanifest-SHA256", digest.hex)
    info.add("Withdrawn-Date", day?.description ?? "")
    info.add("Withdrawn-By", person ?? "")
    info.add("Reason", reason)
    return info.bytes
  }

  init(release: String, digest: Digest, reason: String, day: CivilDate?, person: String?) {
    self.release = release
    self.digest = digest
    self.reason = reason
    self.day = day
    self.person = person
  }

  /// `nil` without a reason.
  package init?(_ release: ArchivedRelease, reason: String, day: CivilDate? = nil, person: String? = nil) {
    guard let digest = Digest(hex: release.digest.utf8) else { return nil }
    self.init(
      release: release.name.description, digest: digest, reason: reason, day: day, person: person)
    // In the form in which it will be read again.
    guard let marker = WithdrawalMarker(bytes) else { return nil }
    self = marker
  }

  /// `nil` when the bytes are no marker, to the letter.
  init?(_ bytes: [UInt8]) {
    let info = BagInfo(TagText(utf8: bytes))
    guard let release = info["Withdrawn-Release"].first, let reason = info["Reason"].first,
      let digest = info["Tagmanifest-SHA256"].first.flatMap({ Digest(hex: $0.utf8) })
    else { return nil }
    self.init(
      release: release, digest: digest, reason: reason,
      day: info["Withdrawn-Date"].first.flatMap { CivilDate(iso: $0) }, person: info["Withdrawn-By"].first)
    guard self.bytes == bytes else { return nil }
  }

  /// A bag's marker; one that cannot be read is a finding.
  static func read(
    from source: some BagSource, _ bag: Bag, findings: inout Findings
  ) throws(OutputError) -> WithdrawalMarker? {
    guard bag.isOurs, let entry = bag.files[BagPath(name)] else { return nil }
    let marker = try source.bytes(of: entry, limit: 1 << 20).flatMap { WithdrawalMarker($0) }
    if marker == nil { findings.add(Diagnostic(.withdrawalBroken, at: bag.place(name))) }
    return marker
  }

  /// Holds a withdrawn bag against its marker.
  func check(against digest: Digest?, _ bag: Bag, findings: inout Findings) {
    let place = bag.place(Self.name)
    if digest != self.digest { findings.add(Diagnostic(.withdrawalBroken, at: place)) }
    if !bag.payload.isEmpty {
      findings.add(Diagnostic(.withdrawalUnfinished, at: place, ["files": String(bag.payload.count)]))
    }
    findings.add(Diagnostic(.withdrawn, .warning, at: Location(file: bag.name), ["reason": reason]))
  }
}
