internal import CCrypto

/// A SHA-256 digest (FIPS 180-4), by OpenSSL's libcrypto.
package struct Digest: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// - Complexity: O(bytes)
  package init(of data: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: 32)
    data.withUnsafeBytes { input in
      _ = EVP_Digest(input.baseAddress, input.count, &digest, nil, EVP_sha256(), nil)
    }
    bytes = digest
  }

  /// Reads 64 hexadecimal digits.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in hex {
      let value: UInt8
      switch character {
      case 0x30...0x39: value = character - 0x30
      case 0x61...0x66: value = character - 0x61 + 10
      default: return nil
      }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
