import Glibc

/// One event of inotify(7).
struct FileEvent {
  var watch: Int32
  var mask: UInt32
  /// Inside the watched folder; empty for the folder itself.
  var name: String

  func has(_ flag: Int) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }

  var isFolder: Bool { has(Int(IN_ISDIR)) }

  /// What is asked for. Writing itself is not: a file that is still open is not yet what its writer means.
  static let wanted =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM)
    | UInt32(IN_MOVED_TO)
    | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)

  /// Takes what a descriptor has.
  static func read(from descriptor: Int32) -> [FileEvent] {
    let header = MemoryLayout<inotify_event>.size
    var events: [FileEvent] = []
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      guard count > 0 else { return }
      var at = 0
      while at + header <= count {
        let length = Int(buffer.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
        let end = min(at + header + length, count)
        let name = buffer[(at + header)..<end].prefix { $0 != 0 }
        events.append(
          FileEvent(
            watch: buffer.loadUnaligned(fromByteOffset: at, as: Int32.self),
            mask: buffer.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self),
            name: String(decoding: name, as: UTF8.self)))
        at = end
      }
    }
    return events
  }
}
