internal import CSpawn
import Glibc

/// A pipe from a program to this one. Both ends are closed with it.
struct Pipe: ~Copyable {
  let reading: Int32
  private(set) var writing: Int32

  init() throws(ProgramTrouble) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw ProgramTrouble(errno: errno) }
    (reading, writing) = (ends[0], ends[1])
    // What is written is read as it comes; a reader must never wait for more.
    _ = fcntl(reading, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(reading)
    if writing >= 0 { close(writing) }
  }

  mutating func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}
