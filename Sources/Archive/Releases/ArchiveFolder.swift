import Common
import Digests
import Glibc
import Output

/// The archive: one folder for each release, and the chain.
///
/// What has been published is never written again, but for withdrawals. A new release is made aside, below ``stateFolder``,
/// and becomes one by a single rename; then the chain is replaced, by a rename too. Between the two a note in the
/// state folder says what is under way, so that whoever comes next finishes it.
package struct ArchiveFolder: Sendable {
  static let stateFolder = ".jianbao"
  /// Below the state folder: a release in the making.
  static let staging = "new"
  /// Below the state folder: names the release that becomes one.
  static let publishing = "publishing"
  /// Below the state folder: the marker of a withdrawal that is under way.
  static let withdrawing = "withdrawing"

  package let path: String

  package init(path: String) {
    self.path = path
  }

  package var exists: Bool { access(path, F_OK) == 0 }

  var statePath: String { path + "/" + Self.stateFolder }

  package func path(of release: ReleaseName) -> String { "\(path)/\(release)" }

  /// The chain as it stands; empty where there is none.
  func chain() throws(OutputError) -> Chain {
    try SmallFile.read(path + "/" + Chain.name).map { Chain($0) } ?? Chain()
  }

  /// What has been archived, by the chain alone. No lock is needed: the chain is replaced in one step.
  ///
  /// - Complexity: O(releases)
  package func index() throws(OutputError) -> ArchiveIndex {
    try chain().index
  }

  /// The lines of the chain that are of some releases.
  package func chain(of releases: Set<ReleaseName>) throws(OutputError) -> [UInt8] {
    try chain().only(releases).bytes
  }

  /// Why a release was withdrawn; `nil` when it was not.
  package func reason(of release: ReleaseName) throws(OutputError) -> WithdrawalMarker? {
    try SmallFile.read(path(of: release) + "/" + WithdrawalMarker.name).flatMap { WithdrawalMarker($0) }
  }

  /// The folders that are named as releases, in order.
  func releaseFolders() throws(OutputError) -> [ReleaseName] {
    guard access(path, F_OK) == 0 else { return [] }
    return try FolderListing.names(in: FolderListing.path(path)).compactMap { name in
      ReleaseName(String(decoding: name, as: UTF8.self))
    }.sorted()
  }
}
