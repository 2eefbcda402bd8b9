/// A number that differs when bytes differ: FNV-1a, 64 bits. It tells one's own saves apart and guards nothing.
package struct PageVersion: Hashable, Sendable, CustomStringConvertible {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    // Where one file ends and the next begins counts too.
    state = (state ^ 0x100) &* 0x100_0000_01B3
  }

  package var description: String { String(state, radix: 16) }
}
