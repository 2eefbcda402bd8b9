import Processes

/// The script `server.sh`, running on the server. It holds the store's lock until the session ends, however that comes.
struct ServerSession: ~Copyable {
  private var talk: Conversation
  private let program: String

  private init(_ talk: consuming Conversation, _ program: String) {
    self.talk = talk
    self.program = program
  }

  /// - Parameters:
  ///   - owner: Who this is, for others to read while they wait.
  ///   - isReading: Whether it only looks, without a lock.
  static func begin(
    _ address: ServerAddress, _ shell: RemoteShell, owner: String, isReading: Bool = false
  ) throws(PublishError) -> ServerSession {
    let script = String(decoding: PackageResources.server_sh, as: UTF8.self)
    let words = ["sh", "-c", script, "jianbao", address.path, owner] + (isReading ? ["list"] : [])
    let command = words.map(RemoteShell.quoted).joined(separator: " ")
    var session: ServerSession
    do throws(ProgramTrouble) {
      session = ServerSession(
        try Conversation(shell.words + [address.login, command]), shell.words.first ?? "")
    } catch {
      throw .program(error, shell.words.first ?? "")
    }
    _ = try session.answer(from: address)
    return session
  }

  /// Asks, and gives the lines of the answer.
  mutating func ask(_ request: String) throws(PublishError) -> [[UInt8]] {
    guard talk.send(request) else { throw .cutOff(words: words) }
    return try answer(from: nil)
  }

  private mutating func answer(from address: ServerAddress?) throws(PublishError) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    while let line = talk.receive() {
      if line.starts(with: [0x3D, 0x20]) {
        let status = Int(String(decoding: line.dropFirst(2), as: UTF8.self)) ?? 1
        guard status == 0 else { throw .failed(program: program, status: status, words: words) }
        return lines
      }
      if line.starts(with: [0x21, 0x20]) {
        throw refusal(String(decoding: line.dropFirst(2), as: UTF8.self), address)
      }
      lines.append(line)
    }
    throw .cutOff(words: words)
  }

  private borrowing func refusal(_ text: String, _ address: ServerAddress?) -> PublishError {
    let (kind, rest) = (text.prefix { $0 != " " }, String(text.drop { $0 != " " }.dropFirst()))
    switch kind {
    case "locked": return .locked(by: rest)
    case "missing": return .noProgram(rest)
    case "folder": return .failed(program: address?.path ?? program, status: 4, words: words)
    default: return .failed(program: program, status: 1, words: text)
    }
  }

  /// The last lines that the other side complained of; a line with a single dot only shows that it is there.
  private var words: String {
    let lines = talk.complaints().split(whereSeparator: \.isNewline).filter { $0 != "." }
    return lines.suffix(3).joined(separator: "\n")
  }
}

extension PublishError {
  static func program(_ trouble: ProgramTrouble, _ name: String) -> PublishError {
    switch trouble {
    case .notFound, .notPermitted, .holdsNUL: .noProgram(name)
    case .other(let code): .trouble(.init(action: "start", path: name, code: code))
    }
  }
}
