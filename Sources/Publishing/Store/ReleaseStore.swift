import Digests
import Output

/// A place on the disk of a web server: releases below `releases/`, and `current`, a link to the one that is live.
///
/// Whoever has a store holds its lock: nobody else publishes there meanwhile.
package protocol ReleaseStore: ~Copyable {
  /// What stands there. Leftovers of publishers that were killed are cleared away.
  mutating func ledger() throws(PublishError) -> Ledger

  /// Brings a release's files to a place; those that are there already stay.
  ///
  /// Nothing of it can be seen from outside while the place is a partial release; in a whole one each file is replaced
  /// in one step.
  /// - Parameter relatives: Whole releases to share unchanged files with.
  mutating func send(
    _ shipment: Shipment, to place: ReleasePlace, relatives: [ReleaseID]
  ) throws(PublishError)

  /// The digests of all files that stand at a place, by address.
  mutating func contents(of place: ReleasePlace) throws(PublishError) -> [String: Digest]

  /// Removes files from a place.
  mutating func remove(_ addresses: [String], from place: ReleasePlace) throws(PublishError)

  /// The files that a whole release is made of; `nil` when nobody knows.
  mutating func manifest(of release: ReleaseID) throws(PublishError) -> Manifest?

  /// Makes a partial release whole, with its record and its list of files. All is on the disk when this returns.
  mutating func settle(_ release: ReleaseID, _ manifest: Manifest, record: [UInt8]) throws(PublishError)

  /// Lets files that never change under their name be reached in another release too.
  mutating func carry(from others: [ReleaseID], into release: ReleaseID) throws(PublishError)

  /// Makes a release live, in one step; with `nil` nothing is.
  mutating func activate(_ release: ReleaseID?) throws(PublishError)

  /// Notes a switch.
  mutating func note(_ line: [UInt8]) throws(PublishError)

  /// Removes whole releases; their records stay.
  mutating func discard(_ releases: [ReleaseID]) throws(PublishError)
}

/// A folder of a store.
package enum ReleasePlace: Sendable, Hashable {
  /// Being sent.
  case partial(ReleaseID)
  case whole(ReleaseID)
  /// By the link, as a web server goes.
  case live

  /// Below the store's folder.
  var path: String {
    switch self {
    case .partial(let release): "releases/\(release).partial"
    case .whole(let release): "releases/\(release)"
    case .live: "current"
    }
  }

  /// The release that the link `current` names; `nil` for a link that is none of ours.
  static func release(of link: String) -> ReleaseID? {
    link.hasPrefix("releases/") ? ReleaseID(link.dropFirst(9)) : nil
  }
}

/// The names of what stands in a store beside the releases.
enum StoreName {
  static let releases = "releases"
  static let live = "current"
  static let lock = "releases/.lock"
  static let switches = "releases/switches.jsonl"
  /// Where a transfer keeps files that are not whole yet.
  static let incoming = "releases/.incoming"
  /// What is being removed begins so.
  static let gone = ".gone-"
  /// A switch that was not finished.
  static let newLink = ".current.new"

  static func record(of release: ReleaseID) -> String { "releases/\(release).json" }
  static func manifest(of release: ReleaseID) -> String { "releases/\(release).manifest" }
}
