/// FNV-1a over 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), the same in every run and on every machine.
enum ByteHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// - Complexity: O(n).
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// Spreads a hash over all bits, for tables whose size is a power of two; MurmurHash3's finaliser.
  static func spread(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}
