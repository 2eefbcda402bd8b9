internal import CCrypto

/// A digest that a manifest may be made with.
///
/// We write SHA-256 and SHA-512 (FIPS 180-4). The others are for reading what other programs wrote: MD5 (RFC 1321) and
/// SHA-1 show an accident, no attack.
package enum DigestAlgorithm: String, Sendable, CaseIterable, Comparable {
  case md5, sha1, sha224, sha256, sha384, sha512

  /// By its name in lower case and without punctuation, as in the names of manifests (RFC 8493, section 2.4).
  package init?(name: some StringProtocol) {
    let letters = name.lowercased().unicodeScalars.filter {
      ("a"..."z").contains($0) || ("0"..."9").contains($0)
    }
    self.init(rawValue: String(String.UnicodeScalarView(letters)))
  }

  /// Bytes of a digest.
  package var size: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha224: 28
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Whether two different files of one digest are out of reach.
  package var resistsAttack: Bool { self >= .sha224 }

  package static func < (left: DigestAlgorithm, right: DigestAlgorithm) -> Bool { left.size < right.size }

  var method: OpaquePointer? {
    switch self {
    case .md5: EVP_md5()
    case .sha1: EVP_sha1()
    case .sha224: EVP_sha224()
    case .sha256: EVP_sha256()
    case .sha384: EVP_sha384()
    case .sha512: EVP_sha512()
    }
  }
}
