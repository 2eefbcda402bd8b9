import Common

/// The files that Jianbao wrote into a folder, with their digests: what is ours there.
package struct Manifest: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
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
      let rest = String(decoding: line.dropFirst(66), as: UTF8.self)
      guard let gap = rest.firstIndex(of: " "), let size = Int(rest[..<gap]) else { continue }
      let address = String(rest[gap...].drop { $0 == " " })
      guard SafeAddress.isSafe(address) else { continue }
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

/// Which addresses may be written below a folder.
package enum SafeAddress {
  /// Relative, no empty, `.` or `..` part, no part with a leading dot, no backslash, NUL or colon.
  package static func isSafe(_ address: String) -> Bool {
    guard !address.isEmpty, !address.utf8.contains(where: { $0 == 0 || $0 == 0x5C || $0 == 0x0A || $0 == 0x3A })
    else { return false }
    return address.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.first != "."
    }
  }
}
