import Common
import Digests
import Output

/// Where a bag's files come from: a folder, or an archive of one.
package protocol BagSource: Sendable {
  /// As findings name the bag: the path the user gave.
  var name: String { get }

  /// Everything below the bag's folder, in byte order of the paths.
  ///
  /// - Parameter findings: What is wrong with the container itself.
  func entries(findings: inout Findings) throws(OutputError) -> [BagEntry]

  /// The bytes of one file.
  ///
  /// - Returns: `nil` when it has more than `limit`.
  func bytes(of entry: BagEntry, limit: Int) throws(OutputError) -> [UInt8]?

  /// Reads files and takes their digests.
  ///
  /// - Returns: One result for each that was wanted, in their order.
  /// - Complexity: O(bytes)
  func digests(_ wanted: [WantedDigest], jobs: Int) async -> [DigestOutcome]
}

/// A file whose digests are wanted.
package struct WantedDigest: Sendable {
  package var entry: BagEntry
  package var algorithms: [DigestAlgorithm]

  package init(entry: BagEntry, algorithms: [DigestAlgorithm]) {
    self.entry = entry
    self.algorithms = algorithms
  }
}

package enum DigestOutcome: Sendable {
  /// Of as many bytes.
  case read([DigestAlgorithm: [UInt8]], count: Int)
  /// In the system's words.
  case unreadable(String)
}
