/// Names files by what they hold, so that a cache keeps what did not change.
struct ShardNames {
  private var taken: [String: UInt64] = [:]

  /// Seven letters and digits of base 32, of the content's FNV-1a hash.
  ///
  /// Two contents that share a name get different ones; the same content always has the name it had.
  mutating func name(of content: [UInt8]) -> (name: String, isNew: Bool) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in content { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let whole = hash
    while true {
      let name = Self.text(hash ^ hash >> 32)
      guard let other = taken[name] else {
        taken[name] = whole
        return (name, true)
      }
      if other == whole { return (name, false) }
      hash = hash &* 0x100_0000_01B3 &+ 1
    }
  }

  private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

  private static func text(_ hash: UInt64) -> String {
    String(decoding: (0..<7).map { digits[Int(hash >> (5 * UInt64($0)) & 31)] }, as: UTF8.self)
  }
}
