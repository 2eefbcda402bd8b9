import Glibc
import Output

/// Reads files piece by piece.
enum FileReading {
  /// - Parameters:
  ///   - path: Ended by zero.
  ///   - name: Named in the error.
  ///   - body: Is lent each piece.
  /// - Complexity: O(bytes)
  static func read(
    _ path: [CChar], as name: String, _ body: (UnsafeRawBufferPointer) throws(OutputError) -> Void
  ) throws(OutputError) {
    // A pipe in the file's place would otherwise wait for its other end.
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .last("open", name) }
    defer { close(file) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = Glibc.read(file, room.baseAddress, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last("read", name) }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }
}

/// The names in a folder, as the system has them: bytes.
enum FolderListing {
  /// In byte order, without `.` and `..`.
  static func names(in path: [CChar]) throws(OutputError) -> [[UInt8]] {
    guard let stream = opendir(path) else {
      throw .last("open", String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// A folder's path and one below it, as the system takes it.
  static func path(_ folder: String, _ relative: [UInt8] = []) -> [CChar] {
    let below = relative.isEmpty ? [] : [0x2F] + relative
    return (Array(folder.utf8) + below + [0]).map { CChar(bitPattern: $0) }
  }
}
