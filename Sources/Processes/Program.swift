import Glibc

/// A program to run: no shell reads its arguments.
package struct Program: Hashable, Sendable {
  /// A name that is looked up in `PATH`, or a path; a relative one counts from ``folder``.
  package var name: String
  package var arguments: [String]
  /// Where it runs.
  package var folder: String
  /// How long it may take, in milliseconds.
  package var timeout: Int
  /// The most bytes it may write to its standard output.
  package var outputLimit: Int

  package init(_ name: String, _ arguments: [String], in folder: String, timeout: Int, outputLimit: Int) {
    self.name = name
    self.arguments = arguments
    self.folder = folder
    self.timeout = timeout
    self.outputLimit = outputLimit
  }
}

/// Why a program could not be started.
package enum ProgramTrouble: Error, Hashable, Sendable {
  case notFound
  case notPermitted
  /// An argument or the folder's name holds a NUL byte, and no program can be given one.
  case holdsNUL
  /// `errno`.
  case other(Int32)

  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM, ENOEXEC: self = .notPermitted
    default: self = .other(code)
    }
  }
}

/// What became of a program.
package struct ProgramOutcome: Sendable {
  package enum End: Hashable, Sendable {
    case status(Int32)
    case signal(Int32)
    /// It took longer than it may, and was killed with all it had started.
    case timedOut
    /// It wrote more than it may, and was killed with all it had started.
    case tooMuchOutput
  }

  package var end: End
  package var output: [UInt8]
  /// The last bytes it wrote to its standard error, ``Pipe/errorLimit`` at most.
  package var errors: [UInt8]
}
