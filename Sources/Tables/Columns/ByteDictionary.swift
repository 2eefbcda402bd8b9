/// Texts that rows repeat, as codes from 0 in the order in which they were first met.
///
/// A text is looked up by its bytes, so that no `String` is made for a cell.
struct ByteDictionary: Sendable {
  private var arena: [UInt8] = []
  /// Where each text ends in the arena.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// A code or -1; a power of two of them, at most half in use.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

  var count: Int { ends.count }

  var names: [String] { (0..<count).map { name(of: Int32($0)) } }

  func name(of code: Int32) -> String {
    String(decoding: arena[range(of: Int(code))], as: UTF8.self)
  }

  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let code = slots[slot(of: bytes, hash: ByteHash.hash(bytes))]
    return code < 0 ? nil : code
  }

  /// The text's code, a new one when it is met for the first time.
  ///
  /// - Complexity: O(n) in the text's bytes.
  mutating func code(for bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = ByteHash.hash(bytes)
    let slot = slot(of: bytes, hash: hash)
    if slots[slot] >= 0 { return slots[slot] }
    let code = Int32(ends.count)
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
    hashes.append(hash)
    slots[slot] = code
    if ends.count * 2 > slots.count { grow() }
    return code
  }

  /// The slot that holds the text, or the free one where it belongs.
  private func slot(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: ByteHash.spread(hash)) & (slots.count - 1)
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), to: bytes, hash: hash) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func isEqual(_ code: Int, to bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Bool {
    guard hashes[code] == hash else { return false }
    let range = range(of: code)
    guard range.count == bytes.count else { return false }
    for offset in 0..<bytes.count where arena[range.lowerBound + offset] != bytes[offset] { return false }
    return true
  }

  private func range(of code: Int) -> Range<Int> {
    (code == 0 ? 0 : ends[code - 1])..<ends[code]
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: ByteHash.spread(hash)) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code)
    }
  }
}
