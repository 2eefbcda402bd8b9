import Glibc

/// A program that is asked and answers, line by line, for as long as the value lives.
package struct Conversation: ~Copyable {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private let errors: UnsafeMutablePointer<FILE>
  private var received: [UInt8] = []
  private var start = 0

  /// - Parameter words: the program, found by `PATH` unless it has a slash, and its arguments; no shell reads them.
  package init(_ words: [String], changing changes: [String: String] = [:]) throws(ProgramTrouble) {
    var (toProgram, fromProgram): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard let errors = tmpfile() else { throw .other(errno) }
    guard Self.pipe(&toProgram), Self.pipe(&fromProgram) else {
      let code = errno
      fclose(errors)
      for end in toProgram + fromProgram where end >= 0 { close(end) }
      throw .other(code)
    }
    defer {
      close(toProgram[0])
      close(fromProgram[1])
    }
    do throws(ProgramTrouble) {
      process = try Spawning.start(
        words, Spawning.Streams(input: toProgram[0], output: fromProgram[1], errors: fileno(errors)),
        changing: changes)
    } catch {
      fclose(errors)
      close(toProgram[1])
      close(fromProgram[0])
      throw error
    }
    input = toProgram[1]
    output = fromProgram[0]
    self.errors = errors
  }

  /// A pipe that other programs do not inherit, or they would keep it open.
  private static func pipe(_ ends: inout [Int32]) -> Bool {
    Glibc.pipe(&ends) == 0 && ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
  }

  deinit {
    close(input)
    close(output)
    // What waits for the other end's answer, as ssh does, must not keep this program waiting.
    kill(process, SIGTERM)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    fclose(errors)
  }

  /// Sends a line.
  ///
  /// - Returns: `false` when the program reads no more.
  package func send(_ line: String) -> Bool {
    let bytes = Array((line + "\n").utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(input, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// The next line, without its end.
  ///
  /// - Returns: `nil` when the program has nothing more to say.
  package mutating func receive() -> [UInt8]? {
    var searched = start
    while true {
      if let end = received[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(received[start..<end])
      }
      received.removeFirst(start)
      searched = received.count
      start = 0
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      received += chunk[..<count]
    }
  }

  /// What the program has complained about so far.
  package borrowing func complaints() -> String {
    rewind(errors)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while case let count = fread(&chunk, 1, chunk.count, errors), count > 0 { bytes += chunk[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
