import Glibc

/// Trouble with the file system: nothing the content's writers can mend.
package struct OutputError: Error, Sendable, CustomStringConvertible {
  /// What was tried: `open`, `write`, `mkdir` …
  package var action: String
  package var path: String
  /// `errno`.
  package var code: Int32

  package init(action: String, path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }

  package static func last(_ action: String, _ path: String) -> OutputError {
    OutputError(action: action, path: path, code: errno)
  }

  package var description: String {
    "\(action) \(path): \(String(cString: strerror(code)))"
  }
}
