import Common
import Digests
import Output

extension PackedFiles {
  /// What each compressed file was made from.
  struct Index: Sendable {
    struct Line: Sendable {
      var address: String
      /// The digest of the file that was compressed.
      var source: Digest
      /// `nil` where compressing made it no smaller.
      var packed: Manifest.Entry?
    }

    /// By the address of what was compressed.
    var lines: [String: Line] = [:]

    init() {}

    /// Reads lines of `digest  line of a manifest`; others are passed over.
    init(bytes: [UInt8]) {
      for text in bytes.split(separator: 0x0A) {
        guard text.count > 66, let source = Digest(hex: text.prefix(64)) else { continue }
        // An empty file is never compressed: it stands for none.
        for (address, entry) in Manifest(bytes: Array(text.dropFirst(66))).entries {
          lines[address] = Line(address: address, source: source, packed: entry.size == 0 ? nil : entry)
        }
      }
    }

    var bytes: [UInt8] {
      var buffer = ByteBuffer(capacity: lines.count * 180)
      for line in lines.values.sorted(by: { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }) {
        buffer.write(string: line.source.hex)
        buffer.write("  ")
        let entry = line.packed ?? Manifest.Entry(digest: line.source, size: 0)
        buffer.write(Manifest(entries: [line.address: entry]).bytes)
      }
      return buffer.bytes
    }
  }
}
