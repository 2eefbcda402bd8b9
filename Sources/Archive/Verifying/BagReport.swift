import Digests

/// What became of a bag's verification.
package struct BagReport: Sendable, Equatable {
  package enum State: String, Sendable {
    case valid
    /// Something is missing, changed, unexpected or not as BagIt wants it.
    case invalid
    /// Its payload was taken away on purpose; what is left is whole.
    case withdrawn
  }

  /// The release that a release of ours says it comes after.
  package struct Previous: Sendable, Equatable {
    package var release: String
    package var digest: String
  }

  /// As the user named it.
  package var name: String
  package var state: State
  /// Of BagIt.
  package var version: String?
  /// Payload files that are there.
  package var files = 0
  /// Their bytes.
  package var bytes = 0
  /// With which the payload was checked.
  package var algorithms: [DigestAlgorithm] = []
  /// Of `tagmanifest-sha256.txt`: it stands for the whole bag.
  package var digest: Digest?
  package var previous: Previous?

  package init(name: String, state: State) {
    self.name = name
    self.state = state
  }
}
