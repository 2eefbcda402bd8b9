internal import CSpawn
import Glibc

extension Program {
  /// Runs the program to its end and collects what it writes.
  ///
  /// It reads nothing (its standard input is empty), inherits no open file, and leads a session of its own: it cannot
  /// ask at the terminal, and what it starts is killed with it. When this returns none of them is left.
  ///
  /// - Throws: when it cannot be started.
  package func run() throws(ProgramTrouble) -> ProgramOutcome {
    var output = try Pipe()
    var errors = try Pipe()
    let leader = try start(output: output.writing, errors: errors.writing)
    output.closeWriting()
    errors.closeWriting()
    var collector = OutputCollector(output: output.reading, errors: errors.reading, limit: outputLimit)
    let deadline = Clock.now + timeout
    var end: ProgramOutcome.End?
    while end == nil {
      let left = deadline - Clock.now
      if left <= 0 {
        end = .timedOut
      } else if collector.isOver {
        end = .tooMuchOutput
      } else if leader.hasEnded {
        // What its children still have to say is not waited for.
        leader.killGroup()
        collector.drain()
        if collector.isOver { end = .tooMuchOutput }
        break
      } else {
        collector.wait(atMost: min(left, collector.isAtEnd ? 5 : 50))
      }
    }
    leader.killGroup()
    let natural = leader.reap()
    return ProgramOutcome(end: end ?? natural, output: collector.output, errors: collector.errors)
  }

  private func start(output: Int32, errors: Int32) throws(ProgramTrouble) -> Leader {
    guard !([name, folder] + arguments).contains(where: { $0.utf8.contains(0) }) else { throw .holdsNUL }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    posix_spawn_file_actions_addchdir_np(&actions, folder)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that this program ignores or blocks would stay so in the other.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int32(JIANBAO_SPAWN_SETSID) | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words = ([name] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, name, &actions, &attributes, words, jianbao_environment())
    guard failure == 0 else { throw ProgramTrouble(errno: failure) }
    return Leader(process: process)
  }
}

/// The running program, which leads the group of all that it starts.
private struct Leader {
  let process: pid_t

  /// Whether it has ended; it is left to be reaped, so that its number stays its own.
  var hasEnded: Bool {
    var information = siginfo_t()
    let options = WEXITED | WNOHANG | WNOWAIT
    guard waitid(P_PID, id_t(process), &information, options) == 0 else { return true }
    return information.si_signo != 0
  }

  /// Kills it and whatever of its group is left.
  func killGroup() {
    kill(-process, SIGKILL)
  }

  func reap() -> ProgramOutcome.End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .status(status >> 8 & 0xFF) : .signal(signal)
  }
}

/// Milliseconds of a clock that nobody sets.
private enum Clock {
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
