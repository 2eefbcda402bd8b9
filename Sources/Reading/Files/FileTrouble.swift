import Common
import Glibc

/// Why the file system would not give a file.
enum FileTrouble: Error, Hashable {
  case notFound
  case notPermitted
  case notRegular
  case symbolicLink
  case tooLarge(Int)
  /// `errno`.
  case other(Int32)

  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM: self = .notPermitted
    case ELOOP: self = .symbolicLink
    case EISDIR, ENXIO: self = .notRegular
    default: self = .other(code)
    }
  }

  func diagnostic(path: String, limit: Int = 0) -> Diagnostic {
    let location = Location(file: path)
    return switch self {
    case .notFound: Diagnostic(.fileNotFound, at: location)
    case .notPermitted: Diagnostic(.fileNotPermitted, at: location)
    case .notRegular: Diagnostic(.specialFile, at: location)
    case .symbolicLink: Diagnostic(.symbolicLink, at: location)
    case .tooLarge(let size):
      Diagnostic(.fileTooLarge, at: location, ["found": String(size), "limit": String(limit)])
    case .other(let code): Diagnostic(.fileNotRead, at: location, ["error": "errno \(code)"])
    }
  }
}
