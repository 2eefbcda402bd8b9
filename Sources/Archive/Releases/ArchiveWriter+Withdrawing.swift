import Common
import Digests
import Glibc
import Output

extension ArchiveFolder {
  /// Below the state folder: the page of a withdrawal that is under way.
  static let withdrawingPage = "withdrawing.html"
  /// Below the state folder: a payload on its way out.
  static let gone = "gone"
}

extension ArchiveWriter {
  /// Takes a release's payload away for good. Its tag files and digests stay, so that the chain holds; a marker and a
  /// page say what happened.
  ///
  /// Contents that other releases share stay in those.
  ///
  /// - Parameters:
  ///   - page: HTML for those who open the release.
  /// - Throws: `OutputError`; what was begun is then finished by the next writer.
  package mutating func withdraw(_ marker: WithdrawalMarker, page: [UInt8]) throws(OutputError) {
    let state = archive.statePath
    try SmallFile.replace(state + "/" + ArchiveFolder.withdrawingPage, with: page)
    try SmallFile.replace(state + "/" + ArchiveFolder.withdrawing, with: marker.bytes)
    try finishWithdrawing()
  }

  /// Does what a note in the state folder says; each step may have been done before.
  mutating func finishWithdrawing() throws(OutputError) {
    let note = archive.statePath + "/" + ArchiveFolder.withdrawing
    let notedPage = archive.statePath + "/" + ArchiveFolder.withdrawingPage
    try FolderTree.remove(archive.statePath + "/" + ArchiveFolder.gone)
    if let bytes = try SmallFile.read(note), let marker = WithdrawalMarker(bytes),
      let name = ReleaseName(marker.release), let page = try SmallFile.read(notedPage)
    {
      let folder = archive.path(of: name)
      try SmallFile.replace(folder + "/" + WithdrawalMarker.pageName, with: page)
      try SmallFile.replace(folder + "/" + WithdrawalMarker.name, with: bytes)
      chain.extend(
        name,
        [
          (WithdrawalMarker.pageName, Digest(of: page)), (WithdrawalMarker.name, Digest(of: bytes)),
        ])
      try SmallFile.replace(archive.path + "/" + Chain.name, with: chain.bytes)
      let gone = archive.statePath + "/" + ArchiveFolder.gone
      // Out of sight in one step; only then file by file.
      guard rename(folder + "/data", gone) == 0 || errno == ENOENT else { throw .last("rename", folder) }
      try FolderSync.sync(folder)
      try FolderTree.remove(gone)
    }
    try SmallFile.remove(note)
    try SmallFile.remove(notedPage)
    try FolderSync.sync(archive.statePath)
  }
}
