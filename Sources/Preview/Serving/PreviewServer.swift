import FlyingFox
import FlyingSocks
import Glibc

/// Serves the preview to this machine alone, until its task is cancelled.
package struct PreviewServer: Sendable {
  /// Why nothing is served.
  package enum Trouble: Error {
    /// None of the ports tried was free.
    case noFreePort(first: UInt16, last: UInt16)
    /// The server could not start, with the system's own number for it.
    case failed(Int32)
  }

  /// Seconds between two signs of life on a connection that waits for events.
  private static let pulse = Duration.seconds(5)
  private static let attempts: UInt16 = 100
  /// How often a server that broke down is started again.
  private static let restarts = 20

  let state: PreviewState

  package init(_ state: PreviewState) {
    self.state = state
  }

  /// Serves on a port, or on the next free one after it.
  ///
  /// - Parameter listening: called once, with the port that was had.
  /// - Throws: `Trouble`, or `CancellationError`.
  package func run(port wanted: UInt16, listening: @escaping @Sendable (UInt16) async -> Void) async throws {
    signal(SIGPIPE, SIG_IGN)
    let last = wanted > UInt16.max - Self.attempts ? UInt16.max : wanted + Self.attempts
    var port = wanted
    while true {
      do {
        try await serve(port, listening: listening)
      } catch Trouble.failed(EADDRINUSE), Trouble.failed(EACCES) {
        guard port < last else { throw Trouble.noFreePort(first: wanted, last: last) }
        port += 1
      }
    }
  }

  private func serve(_ port: UInt16, listening: @escaping @Sendable (UInt16) async -> Void) async throws {
    var tell: (@Sendable (UInt16) async -> Void)? = listening
    for attempt in 0... {
      do {
        try await serveOnce(port, listening: tell)
      } catch let trouble as Trouble {
        // A server that ran is started again; one that never did has no port.
        if tell != nil && attempt == 0 { throw trouble }
        guard attempt < Self.restarts else { throw trouble }
      }
      try Task.checkCancellation()
      tell = nil
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  private func serveOnce(_ port: UInt16, listening: (@Sendable (UInt16) async -> Void)?) async throws {
    let state = state
    do {
      let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
      let logger: DisabledLogger = .disabled
      let configuration = HTTPServer.Configuration(address: address, pool: PromptPool(), logger: logger)
      let server = HTTPServer(config: configuration, handler: PreviewRoutes(state: state))
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening(timeout: 10)
          await listening?(port)
          while true {
            try await Task.sleep(for: Self.pulse)
            await state.wakeAll()
          }
        }
        defer { group.cancelAll() }
        try await group.next()
      }
    } catch let error as SocketError {
      guard case .failed(_, let code, _) = error else { throw Trouble.failed(ECONNABORTED) }
      throw Trouble.failed(code)
    }
  }
}

/// FlyingFox's requests and answers, and ours.
struct PreviewRoutes: HTTPHandler {
  let state: PreviewState

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let answer = PreviewHandler(moment: await state.moment).answer(
      PreviewRequest(
        method: request.method.rawValue, path: request.target.path(), query: request.target.query(),
        host: request.headers[.host]))
    var headers = HTTPHeaders()
    for header in answer.headers { headers[HTTPHeader(header.name)] = header.value }
    headers[.cacheControl] = "no-store"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    let isHead = request.method.rawValue == "HEAD"
    let body: HTTPBodySequence
    switch answer.body {
    case .bytes(let bytes):
      headers[.contentLength] = String(bytes.count)
      body = HTTPBodySequence(
        from: FileBody(bytes: isHead ? [] : bytes), count: bytes.count, suggestedBufferSize: 1 << 16)
    case .events(let path):
      body = isHead ? HTTPBodySequence() : HTTPBodySequence(from: await EventFeed(state: state, path: path))
    }
    return HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: body)
  }
}
