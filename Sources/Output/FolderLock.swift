import Glibc

/// A lock on a file or folder, held for as long as the value lives; the system gives it back when a program is killed.
package struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// - Parameters:
  ///   - path: A file, which is made when it is not there, or a folder.
  ///   - isFolder: Whether it is a folder.
  ///   - isShared: Whether others may hold it at the same time, when they share it too.
  /// - Throws: `OutputError`, with the code `EWOULDBLOCK` when somebody holds it.
  package init(_ path: String, isFolder: Bool = false, isShared: Bool = false) throws(OutputError) {
    let opened =
      isFolder
      ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      : open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw .last("open", path) }
    guard flock(opened, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
      let error = OutputError.last("lock", path)
      close(opened)
      throw error
    }
    descriptor = opened
  }

  deinit {
    close(descriptor)
  }

  /// Writes into the locked file who holds it.
  package func sign(_ text: String) {
    _ = ftruncate(descriptor, 0)
    _ = Array(text.utf8).withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
  }
}
