import Common
import Digests
import Glibc
import Output

/// A file of a release in the making.
package struct StagedFile: Sendable, Hashable {
  package var path: BagPath
  package var size: Int
  var sha256: [UInt8]
  var sha512: [UInt8]
  /// Whether it is one file with the release before's.
  package var isShared = false
}

/// A release in the making, in a folder that counts for nothing yet. Workers share it: each writes other files.
package struct Staging: Sendable {
  let folder: String
  let previous: PreviousRelease?

  static let algorithms: [DigestAlgorithm] = [.sha256, .sha512]

  /// Writes a file.
  ///
  /// - Complexity: O(bytes)
  package func write(_ bytes: [UInt8], to path: BagPath) throws(OutputError) -> StagedFile {
    var stream = DigestStream(Self.algorithms)
    bytes.withUnsafeBytes { stream.update($0) }
    let digests = stream.finish()
    let staged = StagedFile(
      path: path, size: bytes.count, sha256: digests[.sha256] ?? [], sha512: digests[.sha512] ?? [])
    if let shared = try shared(staged) { return shared }
    try create(path) { file, name throws(OutputError) in
      try Descriptor.write(bytes, to: file, path: name)
    }
    return staged
  }

  /// Takes a file from elsewhere: by a link where the release before has the same, else by a copy.
  ///
  /// - Complexity: O(bytes)
  package func copy(_ source: String, to path: BagPath) throws(OutputError) -> StagedFile {
    let staged = try digest(FolderListing.path(source), name: source, path)
    if let shared = try shared(staged) { return shared }
    var copied = DigestStream([.sha256])
    try create(path) { file, name throws(OutputError) in
      try FileReading.read(FolderListing.path(source), as: source) { chunk throws(OutputError) in
        copied.update(chunk)
        try Descriptor.write(Array(chunk), to: file, path: name)
      }
    }
    // Somebody writes to the file: what was read first is not what was copied.
    guard copied.finish()[.sha256] == staged.sha256 else {
      throw OutputError(action: "read", path: source, code: EBUSY)
    }
    return staged
  }

  /// Links files of the release before whose contents are wanted again.
  ///
  /// - Parameter wanted: Paths in the new release and digests of their contents.
  /// - Returns: Those that were linked; the others are to be written.
  /// - Complexity: O(bytes): what is linked is read, so that damage is not handed on.
  package func link(_ wanted: [(path: BagPath, digest: Digest)], jobs: Int) async throws(OutputError)
    -> [StagedFile]
  {
    guard let previous else { return [] }
    let candidates = wanted.filter { previous.file($0.digest.bytes) != nil }
    let parts = await Workers.run(items: candidates.count, jobs: jobs) {
      range -> Result<[StagedFile], OutputError> in
      do throws(OutputError) {
        var linked: [StagedFile] = []
        for (path, digest) in candidates[range] {
          if let staged = try self.link(path, digest.bytes, of: previous) { linked.append(staged) }
        }
        return .success(linked)
      } catch {
        return .failure(error)
      }
    }
    var linked: [StagedFile] = []
    for part in parts { linked += try part.get() }
    return linked
  }

  /// Gives a file that was staged already another name in the same release.
  package func alias(_ file: StagedFile, as path: BagPath) throws(OutputError) -> StagedFile {
    var staged = file
    staged.path = path
    let old = FolderListing.path(folder, file.path.bytes)
    return try link(old, as: path) ? staged : copy("\(folder)/\(file.path)", to: path)
  }

  private func link(_ path: BagPath, _ sha256: [UInt8], of previous: PreviousRelease) throws(OutputError)
    -> StagedFile?
  {
    guard let source = previous.file(sha256) else { return nil }
    let old = FolderListing.path(previous.folder, source.bytes)
    // A file that cannot be read is not shared; what is wrong with it, `verify` says.
    guard var staged = try? digest(old, name: previous.folder, path), staged.sha256 == sha256 else {
      return nil
    }
    staged.isShared = true
    return try link(old, as: path) ? staged : nil
  }

  private func shared(_ staged: StagedFile) throws(OutputError) -> StagedFile? {
    guard let previous else { return nil }
    return try link(staged.path, staged.sha256, of: previous)
  }

  /// - Returns: `false` where the file has too many names already, is another user's, or is gone.
  private func link(_ old: [CChar], as path: BagPath) throws(OutputError) -> Bool {
    let new = FolderListing.path(folder, path.bytes)
    try makeFolders(of: path)
    if Glibc.linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0 { return true }
    switch errno {
    case EMLINK, EPERM, EACCES, ENOENT, EXDEV, ENOTSUP: return false
    default: throw .last("link", "\(folder)/\(path)")
    }
  }

  private func digest(_ file: [CChar], name: String, _ path: BagPath) throws(OutputError) -> StagedFile {
    var stream = DigestStream(Self.algorithms)
    try FileReading.read(file, as: name) { stream.update($0) }
    let size = stream.count
    let digests = stream.finish()
    return StagedFile(path: path, size: size, sha256: digests[.sha256] ?? [], sha512: digests[.sha512] ?? [])
  }

  private func create(
    _ path: BagPath, _ body: (Int32, String) throws(OutputError) -> Void
  ) throws(OutputError) {
    let name = "\(folder)/\(path)"
    try makeFolders(of: path)
    let file = open(
      FolderListing.path(folder, path.bytes), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .last("create", name) }
    defer { close(file) }
    try body(file, name)
    // Many releases share the file: nobody should write to it by mistake.
    guard fchmod(file, 0o444) == 0 else { throw .last("chmod", name) }
  }

  /// Makes the folders of a path, whatever the user's own mask is.
  private func makeFolders(of path: BagPath) throws(OutputError) {
    let parts = path.bytes.split(separator: 0x2F).dropLast()
    guard !parts.isEmpty else { return }
    // Most often it is there, by the file before.
    let whole = FolderListing.path(folder, Array(parts.joined(separator: [0x2F])))
    if access(whole, F_OK) == 0 { return }
    for count in 1...parts.count {
      let made = FolderListing.path(folder, Array(parts.prefix(count).joined(separator: [0x2F])))
      if mkdir(made, 0o755) == 0 {
        chmod(made, 0o755)
      } else if errno != EEXIST {
        throw .last("mkdir", folder)
      }
    }
  }
}
