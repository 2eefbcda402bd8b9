import Glibc

/// An open file of the system.
package enum Descriptor {
  /// Writes all bytes where the file stands, however many calls that takes.
  ///
  /// - Parameter path: Named in the error.
  package static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(OutputError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .last("write", path) }
      written += count
    }
  }
}
