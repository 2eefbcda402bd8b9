import Common
import Glibc
import Output
import Packing

/// Packs a release into one file: the same bytes whoever does it, wherever and whenever.
///
/// The bag's folder is in it, under the release's name, its files in byte order; their time is the bagging date's midnight.
package struct ReleasePacker {
  private let reader: ReleaseReader
  private let release: ReleaseName

  package init(_ archive: ArchiveFolder, _ release: ReleaseName) throws(OutputError) {
    reader = try ReleaseReader(archive, release)
    self.release = release
  }

  /// Writes the file aside and puts it in its place when it is whole.
  ///
  /// - Complexity: O(bytes)
  package func pack(_ format: PackedFormat, to path: String) throws(OutputError) {
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try OutputFolder.createFolders(String(path[..<slash]))
    }
    let aside = path + ".part"
    guard unlink(aside) == 0 || errno == ENOENT else { throw .last("remove", aside) }
    let file = open(aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("create", aside) }
    do throws(OutputError) {
      defer { close(file) }
      try write(format, to: file, aside)
      guard fsync(file) == 0 else { throw .last("write", aside) }
    } catch {
      unlink(aside)
      throw error
    }
    guard rename(aside, path) == 0 else { throw .last("rename", path) }
  }

  private func write(_ format: PackedFormat, to file: Int32, _ path: String) throws(OutputError) {
    let day = reader.info["Bagging-Date"].first.flatMap { CivilDate(iso: $0) } ?? release.day
    do throws(PackedTrouble) {
      var writer = try PackedFileWriter(to: file, format: format, seconds: Int(day.dayNumber) * 86_400)
      for (name, size) in reader.files { try pack(name, size, into: &writer) }
      try writer.finish()
    } catch {
      throw OutputError(error, action: "write", path: path)
    }
  }

  private func pack(_ path: BagPath, _ size: Int, into writer: inout PackedFileWriter) throws(PackedTrouble) {
    try writer.begin("\(release)/\(path)", size: size)
    let name = "\(reader.name)/\(path)"
    var failure: PackedTrouble?
    do throws(OutputError) {
      try FileReading.read(FolderListing.path(reader.name, path.bytes), as: name) {
        chunk throws(OutputError) in
        guard failure == nil else { return }
        do throws(PackedTrouble) { try writer.write(chunk) } catch { failure = error }
      }
    } catch {
      throw PackedTrouble(code: error.code, text: name)
    }
    if let failure { throw failure }
  }
}

extension OutputError {
  /// Trouble with a packed file; where the system has no number for it, it is the file's own.
  init(_ trouble: PackedTrouble, action: String, path: String) {
    self.init(action: action, path: path, code: trouble.code == 0 ? EBADMSG : trouble.code)
  }
}
