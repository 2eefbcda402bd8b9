internal import CCrypto

/// Digests of bytes that come piece by piece, several algorithms in one pass.
package struct DigestStream: ~Copyable {
  private var states: [(algorithm: DigestAlgorithm, context: OpaquePointer)] = []
  /// Bytes taken in so far.
  package private(set) var count = 0

  /// - Parameter algorithms: each once; an algorithm that this machine's library refuses, as MD5 under FIPS, has no
  ///   digest in the end.
  package init(_ algorithms: some Sequence<DigestAlgorithm>) {
    for algorithm in algorithms {
      guard let context = EVP_MD_CTX_new() else { continue }
      if EVP_DigestInit_ex(context, algorithm.method, nil) == 1 {
        states.append((algorithm, context))
      } else {
        EVP_MD_CTX_free(context)
      }
    }
  }

  deinit {
    for state in states { EVP_MD_CTX_free(state.context) }
  }

  /// - Complexity: O(bytes) for each algorithm.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    for state in states { EVP_DigestUpdate(state.context, bytes.baseAddress, bytes.count) }
    count += bytes.count
  }

  /// Ends the stream.
  package consuming func finish() -> [DigestAlgorithm: [UInt8]] {
    var digests: [DigestAlgorithm: [UInt8]] = [:]
    for state in states {
      var digest = [UInt8](repeating: 0, count: state.algorithm.size)
      if EVP_DigestFinal_ex(state.context, &digest, nil) == 1 { digests[state.algorithm] = digest }
    }
    return digests
  }
}
