import Common
import Digests
import Output

/// The name of a release: its reporting day and twelve digits of its manifest's digest, `2020-03-31-0a1b2c3d4e5f`.
///
/// The same pages have the same name, whoever sends them and whenever.
package struct ReleaseID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let day: CivilDate
  let digits: String

  package init(day: CivilDate, manifest: Manifest) {
    self.day = day
    digits = String(Digest(of: manifest.bytes).hex.prefix(12))
  }

  /// `nil` for anything that is no such name.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 23, text.utf8.dropFirst(10).first == 0x2D,
      let day = CivilDate(iso: text.prefix(10)),
      Hexadecimal.bytes(text.utf8.dropFirst(11)) != nil
    else { return nil }
    self.day = day
    digits = String(text.dropFirst(11))
  }

  package var description: String { "\(day)-\(digits)" }

  package static func < (left: ReleaseID, right: ReleaseID) -> Bool {
    (left.day, left.digits) < (right.day, right.digits)
  }
}
