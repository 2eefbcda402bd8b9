import Digests
import Output

/// A file that is not as its release says.
package struct Difference: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case missing, changed, unexpected
  }

  package var address: String
  package var kind: Kind

  package init(address: String, kind: Kind) {
    self.address = address
    self.kind = kind
  }

  /// What of a release's files is not there as it should be, in byte order.
  ///
  /// Files that never change under their name may stand there from releases before.
  package static func all(of wanted: Manifest, in found: [String: Digest]) -> [Difference] {
    var differences: [Difference] = []
    for (address, entry) in wanted.entries {
      guard let digest = found[address] else {
        differences.append(Difference(address: address, kind: .missing))
        continue
      }
      if digest != entry.digest { differences.append(Difference(address: address, kind: .changed)) }
    }
    for address in found.keys where wanted.entries[address] == nil && !Fingerprint.isIn(address) {
      differences.append(Difference(address: address, kind: .unexpected))
    }
    return differences.sorted { $0.address.utf8.lexicographicallyPrecedes($1.address.utf8) }
  }
}
