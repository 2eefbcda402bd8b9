import Common

/// Bytes as text, for pictures inside a page (RFC 4648).
enum Base64 {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var buffer = ByteBuffer(capacity: bytes.count * 4 / 3 + 4)
    var index = 0
    while index < bytes.count {
      let rest = min(3, bytes.count - index)
      var group: UInt32 = 0
      for offset in 0..<3 { group = group << 8 | (offset < rest ? UInt32(bytes[index + offset]) : 0) }
      for place in 0..<4 {
        buffer.write(byte: place <= rest ? digits[Int(group >> UInt32(18 - 6 * place)) & 63] : 0x3D)
      }
      index += 3
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
