/// Numbers keys in the order they first come: a hash table with open addressing, as there is one look-up a character.
struct KeyTable {
  private(set) var keys: [SearchKey] = []
  /// Number of the key plus one; 0 where free. The count is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)

  /// The key's number; a new key gets the next.
  ///
  /// - Complexity: O(1), amortised.
  mutating func number(of key: SearchKey) -> Int {
    var slot = Self.hash(key) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if keys[number] == key { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    keys.append(key)
    slots[slot] = UInt32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return keys.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, key) in keys.enumerated() {
      var slot = Self.hash(key) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
  private static func hash(_ key: SearchKey) -> Int {
    Int(truncatingIfNeeded: (key.packed &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
