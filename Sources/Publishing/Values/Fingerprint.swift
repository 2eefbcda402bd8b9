/// Files that never change under their name, because the name says what they hold.
///
/// They stay reachable after a switch: a page that is still open asks for those it was made with.
package enum Fingerprint {
  /// What a server may keep for ever, as a regular expression over the address: a theme's `assets/style.0a1b2c3d4e.css`
  /// and the parts of the search's index, `search/a/bcdefg.js`.
  package static let pattern =
    #"(^|/)(assets/.*\.[0-9a-f]{10}\.[a-z0-9]+|search/[a-z2-7]/[a-z2-7]{6}\.js)(\.gz)?$"#

  /// Whether an address, compressed or not, is such a file's.
  package static func isIn(_ address: String) -> Bool {
    let plain = address.hasSuffix(".gz") ? address.dropLast(3) : address[...]
    let parts = plain.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let name = parts.last else { return false }
    if parts[0] == "assets" {
      let pieces = name.split(separator: ".", omittingEmptySubsequences: false)
      return pieces.count >= 3 && isToken(pieces[pieces.count - 2], of: 10, isHex)
        && !pieces[pieces.count - 1].isEmpty
        && pieces[pieces.count - 1].utf8.allSatisfy { isSmall($0) || isDigit($0) }
    }
    return parts.count == 3 && parts[0] == "search" && name.hasSuffix(".js")
      && isToken(parts[1], of: 1, isBase32) && isToken(name.dropLast(3), of: 6, isBase32)
  }

  private static func isToken(_ text: Substring, of length: Int, _ holds: (UInt8) -> Bool) -> Bool {
    text.utf8.count == length && text.utf8.allSatisfy(holds)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || (0x61...0x66).contains(byte) }
  private static func isBase32(_ byte: UInt8) -> Bool { isSmall(byte) || (0x32...0x37).contains(byte) }
}
