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

  /// Reads 64 hexadecimal digits in lower case.
  package init?(hex: some Collection<UInt8>) {
    guard hex.count == 64, let bytes = Hexadecimal.bytes(hex) else { return nil }
    self.bytes = bytes
  }

  /// `nil` unless there are 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  package var hex: String { Hexadecimal.text(bytes) }
}
