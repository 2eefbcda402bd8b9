import Glibc
import Processes

/// A PostgreSQL of a test: a cluster of its own below a temporary folder, reached by its socket only.
final class PostgresServer {
  /// Where the server's programs are; `nil` where none is installed.
  static let programs: String? = {
    let root = Folder("/usr/lib/postgresql")
    return root.names().sorted().map { "\(root.path)/\($0)/bin" }.last { access($0 + "/initdb", X_OK) == 0 }
  }()

  let folder: String
  private let user: String

  init() throws {
    // A socket's path may have 107 bytes.
    var template = Array("/tmp/jianbao-pg-XXXXXX".utf8CString)
    folder = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "" }
      return String(cString: made)
    }
    // The server refuses to run as root.
    user = getuid() == 0 ? "runuser -u postgres -- " : ""
    let programs = Self.programs ?? ""
    try shell(
      """
      set -e
      [ "$(id -u)" != 0 ] || chown postgres \(folder)
      \(user)\(programs)/initdb -D \(folder)/data -E UTF8 --locale=C.UTF-8 -A trust -U bench --no-sync
      \(user)\(programs)/pg_ctl -D \(folder)/data -w -l \(folder)/log start \
        -o "-c listen_addresses= -c unix_socket_directories=\(folder) -c fsync=off"
      """)
  }

  deinit {
    try? shell(
      "\(user)\(Self.programs ?? "")/pg_ctl -D \(folder)/data -m immediate -w stop; rm -rf \(folder)")
  }

  /// The arguments by which `psql` reaches it.
  var client: [String] { ["-X", "-h", folder, "-U", "bench", "-d", "postgres", "-v", "ON_ERROR_STOP=1"] }

  private func shell(_ script: String) throws {
    try Tool.run("sh", ["-c", script])
  }
}

/// A program that a test needs.
enum Tool {
  struct Failed: Error, CustomStringConvertible {
    var description: String
  }

  @discardableResult
  static func run(_ name: String, _ arguments: [String], in folder: String = "/") throws -> String {
    let program = Processes.Program(name, arguments, in: folder, timeout: 120_000, outputLimit: 1 << 24)
    let outcome = try program.run()
    guard outcome.end == .status(0) else {
      throw Failed(description: "\(name): \(outcome.end) \(String(decoding: outcome.errors, as: UTF8.self))")
    }
    return String(decoding: outcome.output, as: UTF8.self)
  }

  /// The path of an installed program; a variable of its name in capitals goes before `PATH`.
  static func path(_ name: String) -> String? {
    if let set = getenv(name.uppercased()) { return String(cString: set) }
    let folders = getenv("PATH").map { String(cString: $0).split(separator: ":").map(String.init) } ?? []
    return folders.map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
  }
}
