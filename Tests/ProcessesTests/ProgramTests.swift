import Glibc
import Testing

@testable import Processes

@Suite struct ProgramTests {
  private func shell(_ script: String, timeout: Int = 20_000, outputLimit: Int = 1 << 20) throws
    -> ProgramOutcome
  {
    try Program("sh", ["-c", script], in: "/", timeout: timeout, outputLimit: outputLimit).run()
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func collectsOutputErrorsAndTheStatus() throws {
    let outcome = try shell("echo out; echo err >&2; exit 3")
    #expect(outcome.end == .status(3))
    #expect(text(outcome.output) == "out\n")
    #expect(text(outcome.errors) == "err\n")
  }

  @Test func runsInTheFolderWithoutAShell() throws {
    let outcome = try Program("pwd", [], in: "/usr", timeout: 20_000, outputLimit: 100).run()
    #expect(text(outcome.output) == "/usr\n")
    let argument = "$(echo a); * \"'"
    let printed = try Program("printf", ["%s", argument], in: "/", timeout: 20_000, outputLimit: 100).run()
    #expect(text(printed.output) == argument)
  }

  @Test func findsAProgramOfTheFolderItRunsIn() throws {
    let outcome = try Program("./env", ["printf", "x"], in: "/usr/bin", timeout: 20_000, outputLimit: 100)
      .run()
    #expect(text(outcome.output) == "x")
  }

  @Test func passesOnTheEnvironment() throws {
    let path = try #require(getenv("PATH"))
    #expect(text(try shell("printf %s \"$PATH\"").output) == String(cString: path))
  }

  @Test func takesMoreThanAPipeHolds() throws {
    let outcome = try shell("yes 0123456789 | head -c 900000; yes err | head -n 300000 >&2")
    #expect(outcome.end == .status(0))
    #expect(outcome.output.count == 900_000)
    #expect(outcome.errors.count == OutputCollector.errorLimit)
    #expect(text(outcome.errors).hasSuffix("err\n"))
  }

  @Test func saysWhichSignalEndedIt() throws {
    #expect(try shell("kill -TERM $$").end == .signal(SIGTERM))
  }

  @Test func hasNothingToReadAndNoTerminal() throws {
    let outcome = try shell("cat; read line || echo end; ( : < /dev/tty ) 2>/dev/null || echo no terminal")
    #expect(text(outcome.output) == "end\nno terminal\n")
  }

  @Test func inheritsNoOpenFile() throws {
    let file = open("/dev/null", O_RDONLY)
    defer { close(file) }
    // `ls` itself opens one more to read the folder.
    let outcome = try shell("ls /proc/self/fd")
    #expect(text(outcome.output) == "0\n1\n2\n3\n")
  }

  @Test func hasNoSignalIgnored() throws {
    // A writer whose reader has gone is ended by the signal, though the tests may ignore it.
    #expect(text(try shell("(yes; echo $? >&2) | head -n 1").errors) != "1\n")
  }

  @Test func killsWhatTakesTooLongWithAllItStarted() throws {
    let outcome = try shell("sleep 1000 & sleep 1000 & echo $$; wait", timeout: 300)
    #expect(outcome.end == .timedOut)
    let session = try #require(Int32(text(outcome.output).dropLast()))
    #expect(try isGone(group: session))
  }

  @Test func doesNotWaitForWhatItLeftBehind() throws {
    let outcome = try shell("sleep 1000 & echo $$")
    #expect(outcome.end == .status(0))
    #expect(try isGone(group: #require(Int32(text(outcome.output).dropLast()))))
  }

  @Test func endsAProgramThatClosedItsOutputAndGoesOn() throws {
    let outcome = try shell("echo $$; exec >&- 2>&-; sleep 1000", timeout: 300)
    #expect(outcome.end == .timedOut)
    #expect(try isGone(group: #require(Int32(text(outcome.output).dropLast()))))
  }

  @Test func stopsAProgramThatWritesTooMuch() throws {
    #expect(try shell("yes", outputLimit: 1 << 20).end == .tooMuchOutput)
    #expect(try shell("yes >&2", timeout: 300).end == .timedOut)
    #expect(try shell("printf 12345", outputLimit: 5).end == .status(0))
    #expect(try shell("printf 123456", outputLimit: 5).end == .tooMuchOutput)
  }

  @Test func saysWhyItCannotBeStarted() {
    func trouble(_ name: String, _ arguments: [String] = []) -> ProgramTrouble? {
      do throws(ProgramTrouble) {
        _ = try Program(name, arguments, in: "/", timeout: 1000, outputLimit: 1).run()
        return nil
      } catch {
        return error
      }
    }
    #expect(trouble("no-such-program-here") == .notFound)
    #expect(trouble("/etc/passwd") == .notPermitted)
    #expect(trouble("") == .notFound)
    #expect(trouble("true", ["a\0b"]) == .holdsNUL)
  }

  @Test func closesBothEndsOfAPipe() throws {
    func inode(_ file: Int32) -> UInt? {
      var status = stat()
      return fstat(file, &status) == 0 ? UInt(status.st_ino) : nil
    }
    func use() throws -> (files: [Int32], inode: UInt?) {
      let pipe = try Pipe()
      return ([pipe.reading, pipe.writing], inode(pipe.reading))
    }
    let used = try use()
    #expect(used.inode != nil)
    // Another test may have got the number, never the pipe.
    #expect(used.files.allSatisfy { inode($0) != used.inode })
  }

  /// Whether none is left of a group but what waits to be buried; the killed may take a moment.
  private func isGone(group: Int32) throws -> Bool {
    for _ in 0..<500 {
      let processes = text(try shell("cat /proc/[0-9]*/stat 2>/dev/null").output)
      let left = processes.split(separator: "\n").contains { line in
        // `1234 (name) S parent group …`
        let fields = line.suffix(from: line.lastIndex(of: ")") ?? line.startIndex).split(separator: " ")
        return fields.count > 3 && fields[1] != "Z" && fields[3] == String(group)
      }
      if !left { return true }
      usleep(10_000)
    }
    return false
  }
}
