import Common
import Digests

/// The files that Jianbao wrote into a folder, with their digests: what is ours there.
package struct Manifest: Sendable, Equatable {
  package struct Entry: Sendable, Hashable {
    package var digest: Digest
    package var size: Int

    package init(digest: Digest, size: Int) {
      self.digest = digest
      self.size = size
    }
  }

  /// By address.
  package var entries: [String: Entry]

  package init(entries: [String: Entry] = [:]) {
    self.entries = entries
  }

  /// Reads lines of `digest  size  address`; a line of another form is passed over, and so is one that leaves the folder.
  package init(bytes: [UInt8]) {
    entries = [:]
    for line in bytes.split(separator: 0x0A) {
      guard line.count > 68, let digest = Digest(hex: line.prefix(64)) else { continue }
      let rest = line.dropFirst(66)
      let digits = rest.prefix { $0 != 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self)), size >= 0,
        rest[digits.endIndex...].starts(with: [0x20, 0x20]),
        let address = String(validating: rest[(digits.endIndex + 2)...], as: UTF8.self),
        SafeAddress.isSafe(address)
      else { continue }
      entries[address] = Entry(digest: digest, size: size)
    }
  }

  /// In byte order of the addresses, so that the same files give the same bytes.
  package var bytes: [UInt8] {
    var buffer = ByteBuffer(capacity: entries.count * 110)
    for (address, entry) in entries.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      buffer.write(string: entry.digest.hex)
      buffer.write("  ")
      buffer.write(number: entry.size)
      buffer.write("  ")
      buffer.write(string: address)
      buffer.write("\n")
    }
    return buffer.bytes
  }
}
