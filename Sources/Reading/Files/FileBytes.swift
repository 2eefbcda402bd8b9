import Glibc

/// Reads files whole, by their paths.
enum FileBytes {
  /// The bytes of a regular file; links are not followed.
  static func read(_ path: String, limit: Int) throws(FileTrouble) -> [UInt8] {
    // Without O_NONBLOCK opening a pipe would wait for a writer.
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileTrouble(errno: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileTrouble(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(size) }
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if let failure { throw FileTrouble(errno: failure) }
    return bytes
  }
}
