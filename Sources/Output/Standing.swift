import Glibc

/// What is found at an address below a folder.
package enum Standing: Equatable {
  case nothing
  /// A plain file: its size in bytes, when its bytes were last written, and when anything about it last changed.
  case file(size: Int, written: Moment, changed: Moment)
  /// A link, a folder or a device; or one of those, or a file, where a folder of the address should be. The value is
  /// its path below the folder.
  case other(String)
}

/// A file's time, to the nanosecond.
package struct Moment: Comparable, Sendable {
  package let seconds: Int
  private let nanoseconds: Int

  init(_ time: timespec) {
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
  }

  package static func < (left: Moment, right: Moment) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
