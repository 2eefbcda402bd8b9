import Glibc

/// Another program, run to its end in this one's session, with something to read.
package enum AttachedProgram {
  package struct Outcome: Sendable, Hashable {
    /// 128 and the signal's number when one ended it.
    package var status: Int
    package var output: [UInt8]
    package var errors: [UInt8]

    package init(status: Int, output: [UInt8], errors: [UInt8]) {
      self.status = status
      self.output = output
      self.errors = errors
    }
  }

  /// Runs a program and waits for its end.
  ///
  /// - Parameters:
  ///   - words: the program, found by `PATH` unless it has a slash, and its arguments; no shell reads them.
  ///   - input: what it reads from its standard input.
  ///   - seconds: how long it may take until it is killed; without a number as long as it wants.
  ///   - changes: environment variables with other values than here.
  package static func run(
    _ words: [String], input: [UInt8] = [], seconds: Int? = nil, changing changes: [String: String] = [:]
  ) throws(ProgramTrouble) -> Outcome {
    // Files and no pipes: nobody has to read while another writes.
    guard let source = tmpfile(), let output = tmpfile(), let errors = tmpfile() else { throw .other(errno) }
    defer { for file in [source, output, errors] { fclose(file) } }
    guard fwrite(input, 1, input.count, source) == input.count, fflush(source) == 0 else {
      throw .other(errno)
    }
    rewind(source)
    let streams = Spawning.Streams(input: fileno(source), output: fileno(output), errors: fileno(errors))
    let process = try Spawning.start(words, streams, changing: changes)
    let status = try wait(for: process, seconds: seconds)
    return Outcome(status: status, output: contents(output), errors: contents(errors))
  }

  private static func wait(for process: pid_t, seconds: Int?) throws(ProgramTrouble) -> Int {
    var status: Int32 = 0
    guard let seconds else {
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      return Spawning.status(status)
    }
    let end = ContinuousClock.now.advanced(by: .seconds(seconds))
    var pause: UInt32 = 1_000
    while true {
      if waitpid(process, &status, WNOHANG) == process { return Spawning.status(status) }
      guard ContinuousClock.now < end else {
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return Spawning.status(status)
      }
      usleep(pause)
      pause = min(pause * 2, 50_000)
    }
  }

  private static func contents(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}
