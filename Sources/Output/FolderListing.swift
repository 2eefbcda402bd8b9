import Glibc

/// The names in a folder, as the system has them: bytes.
package enum FolderListing {
  /// In byte order, without `.` and `..`.
  package static func names(in path: [CChar]) throws(OutputError) -> [[UInt8]] {
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
  package static func path(_ folder: String, _ relative: [UInt8] = []) -> [CChar] {
    let below = relative.isEmpty ? [] : [0x2F] + relative
    return (Array(folder.utf8) + below + [0]).map { CChar(bitPattern: $0) }
  }
}
