/// A zip put together byte by byte, so that a test can break any part of it. Data are stored unless given as deflated.
package struct HandMadeZip {
  package struct Entry {
    package var name: [UInt8]
    /// As it stands in the file.
    package var packed: [UInt8]
    package var method: UInt16 = 0
    package var checksum: UInt32
    package var size: UInt32
    /// Bit 0: encrypted; bit 11: the name is UTF-8.
    package var flags: UInt16 = 0x0800
  }

  package var entries: [Entry] = []

  package init() {}

  package mutating func add(_ name: String, _ data: [UInt8]) {
    entries.append(
      Entry(
        name: Array(name.utf8), packed: data, checksum: Self.checksum(data), size: UInt32(data.count)))
  }

  /// Adds zeros, deflated by the fixed code: a literal and copies of 258 bytes in 13 bits each.
  package mutating func add(_ name: String, zeros copies: Int) {
    var bits = BitWriter()
    bits.add(0b1, 1)
    bits.add(0b01, 2)
    bits.addCode(0b0011_0000, 8)
    for _ in 0..<copies {
      bits.addCode(0b1100_0101, 8)
      bits.addCode(0b0_0000, 5)
    }
    bits.addCode(0, 7)
    let size = 1 + copies * 258
    entries.append(
      Entry(
        name: Array(name.utf8), packed: bits.bytes, method: 8,
        checksum: Self.checksum([UInt8](repeating: 0, count: size)), size: UInt32(size)))
  }

  package var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = result.count
      let common = Self.common(entry)
      result += [0x50, 0x4B, 3, 4] + common + [0, 0] + entry.name + entry.packed
      directory += [0x50, 0x4B, 1, 2, 20, 3] + common + [0, 0, 0, 0, 0, 0, 0, 0]
      directory += Self.little(0, 4) + Self.little(UInt32(offset), 4) + entry.name
    }
    let count = Self.little(UInt32(entries.count), 2)
    let end = Self.little(UInt32(directory.count), 4) + Self.little(UInt32(result.count), 4) + [0, 0]
    return result + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + end
  }

  /// From the version needed to the length of the name: the same in both headers.
  private static func common(_ entry: Entry) -> [UInt8] {
    [20, 0] + little(UInt32(entry.flags), 2) + little(UInt32(entry.method), 2) + [0, 0, 0x21, 0]
      + little(entry.checksum, 4) + little(UInt32(entry.packed.count), 4) + little(entry.size, 4)
      + little(UInt32(entry.name.count), 2)
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  /// CRC-32 of ISO 3309.
  static func checksum(_ data: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in data {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB8_8320 }
    }
    return ~crc
  }
}

/// Bits from the lowest of each byte on, as deflate has them.
private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var used = 8

  mutating func add(_ bits: Int, _ count: Int) {
    for index in 0..<count {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8((bits >> index) & 1) << UInt8(used)
      used += 1
    }
  }

  /// A Huffman code stands with its highest bit first.
  mutating func addCode(_ code: Int, _ count: Int) {
    for index in (0..<count).reversed() { add((code >> index) & 1, 1) }
  }
}
