import Glibc

/// The program as users run it: the executable that was built beside the tests.
enum Program {
  struct Outcome {
    /// The exit status; 128 and the signal's number when one ended it.
    var status: Int
    var output: String
    var errors: String
  }

  /// The executable lies beside the test bundle; a test helper may run the bundle, so the package's folders follow.
  static let path: String? = {
    var candidates: [String] = []
    for start in [executable] + CommandLine.arguments where start.hasPrefix("/") {
      var folder = start[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        candidates.append(folder + "/jianbao")
      }
    }
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    for name in Folder(root).names().sorted() where name.hasPrefix(".build") {
      candidates.append("\(root)/\(name)/debug/jianbao")
      candidates.append("\(root)/\(name)/release/jianbao")
    }
    return candidates.first { candidate in
      var info = stat()
      return stat(candidate, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && access(candidate, X_OK) == 0
    }
  }()

  private static var executable: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return length > 0
      ? String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
  }

  /// What standard output is connected to.
  enum Sink {
    case file
    /// A pipe whose reader has gone.
    case brokenPipe
    case nothing
  }

  /// Runs the program in a folder and waits for its end.
  ///
  /// - Parameter environment: All of it, but for the `PATH`.
  static func run(
    _ arguments: [String], in folder: Folder, environment: [String: String] = [:], to sink: Sink = .file
  ) throws -> Outcome {
    guard let path else { throw Missing() }
    let scratch = Folder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    var pipes: [Int32] = [-1, -1]
    switch sink {
    case .file: posix_spawn_file_actions_addopen(&actions, 1, scratch.path + "/output", flags, 0o644)
    case .nothing: posix_spawn_file_actions_addclose(&actions, 1)
    case .brokenPipe:
      pipe(&pipes)
      close(pipes[0])
      posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
      posix_spawn_file_actions_addclose(&actions, pipes[1])
    }
    posix_spawn_file_actions_addopen(&actions, 2, scratch.path + "/errors", flags, 0o644)
    var values = environment
    values["PATH"] = "/usr/bin:/bin"
    // The system's own way to start in another folder is not visible to Swift.
    let words = (["/usr/bin/env", "-C", folder.path, path] + arguments).map { strdup($0) } + [nil]
    let settings = values.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + settings { free(pointer) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/usr/bin/env", &actions, nil, words, settings)
    if pipes[1] >= 0 { close(pipes[1]) }
    guard failure == 0 else { throw Missing() }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Outcome(
      status: signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal),
      output: scratch.text("output") ?? "", errors: scratch.text("errors") ?? "")
  }

  struct Missing: Error, CustomStringConvertible {
    var description: String { "no executable jianbao: build the whole package first" }
  }
}
