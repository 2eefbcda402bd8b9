internal import CSpawn
import Glibc

/// Starts programs in this one's session: they may ask at its terminal, and end with it on Ctrl-C. No shell reads their words.
enum Spawning {
  /// What a program's stream is connected to; descriptors are the caller's to close.
  struct Streams {
    var input: Int32
    var output: Int32
    var errors: Int32
  }

  /// Starts a program with this one's environment.
  ///
  /// - Parameters:
  ///   - words: the program, found by `PATH` unless it has a slash, and its arguments.
  ///   - changes: variables with other values than here.
  /// - Returns: the number of the process.
  static func start(
    _ words: [String], _ streams: Streams, changing changes: [String: String]
  ) throws(ProgramTrouble) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, stream) in [streams.input, streams.output, streams.errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    // What this program ignores, as a reader that went away, another must not.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // And what a worker's thread does not want to hear of, as the wish to end.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    guard !words.contains(where: { $0.utf8.contains(0) }) else { throw .holdsNUL }
    let arguments = words.map { strdup($0) } + [nil]
    let environment = environment(changing: changes).map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, words.first ?? "", &actions, &attributes, arguments, environment)
    guard failure == 0 else { throw ProgramTrouble(errno: failure) }
    return process
  }

  /// This program's environment with some variables changed.
  private static func environment(changing changes: [String: String]) -> [String] {
    var variables: [String] = []
    var next = jianbao_environment()
    while let text = next?.pointee {
      let variable = String(cString: text)
      if !changes.keys.contains(where: { variable.hasPrefix($0 + "=") }) { variables.append(variable) }
      next = next?.advanced(by: 1)
    }
    return variables + changes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// The exit status of a process that has ended; 128 and the signal's number when one ended it.
  static func status(_ wait: Int32) -> Int {
    let signal = wait & 0x7F
    return signal == 0 ? Int(wait >> 8 & 0xFF) : 128 + Int(signal)
  }
}
