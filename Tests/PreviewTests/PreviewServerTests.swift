import Glibc
import Testing

@testable import Preview

/// Over the loopback interface, as a browser does.
@Suite(.serialized) struct PreviewServerTests {
  private static let home = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

  /// Runs a server while `body` asks it.
  private static func serve(_ body: @escaping @Sendable (UInt16, PreviewState) async throws -> Void)
    async throws
  {
    let state = PreviewState(Sample.report())
    await state.show(Sample.site(), Sample.report())
    let (ports, told) = AsyncStream.makeStream(of: UInt16.self)
    let task = Task { try await PreviewServer(state).run(port: 18_400) { told.yield($0) } }
    defer { task.cancel() }
    var iterator = ports.makeAsyncIterator()
    try await body(#require(await iterator.next()), state)
  }

  @Test func takesTheNextFreePort() async throws {
    try await Self.serve { first, _ in
      try await Self.serve { second, _ in
        #expect(second > first)
        let answer = try Client(second).ask(Self.home)
        #expect(answer.contains("复工"))
      }
    }
  }

  @Test func keepsAConnectionForTheNextRequest() async throws {
    try await Self.serve { port, _ in
      let client = try Client(port)
      for _ in 0..<3 {
        client.send(
          "GET /assets/style.css HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: keep-alive\r\n\r\n")
        #expect(client.receive(until: "p{}").contains("Cache-Control: no-store"))
      }
    }
  }

  @Test func leavesTheBodyOutForHEAD() async throws {
    try await Self.serve { port, _ in
      let answer = try Client(port).ask(
        "HEAD /assets/style.css HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200"))
      #expect(answer.contains("Content-Length: 3\r\n"))
      #expect(answer.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func goesOnWhenClientsBreakOff() async throws {
    try await Self.serve { port, state in
      for text in [
        "", "GET", "GET / HTTP/1.1\r\nHost: localhost\r\n", "\0\0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
      ] {
        try Client(port).send(text)
      }
      for _ in 0..<5 {
        let client = try Client(port)
        client.send("GET /_jianbao/events?page=%2F HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(client.receive(until: "\"version\"").contains("text/event-stream"))
      }
      for number in 0..<20 { await state.show(Sample.site(["index.html": "\(number)"]), Sample.report()) }
      let answer = try Client(port).ask(Self.home)
      #expect(answer.contains("19<script"))
    }
  }

  @Test func pushesWhatIsNew() async throws {
    try await Self.serve { port, state in
      let client = try Client(port)
      client.send("GET /_jianbao/events?page=%2F HTTP/1.1\r\nHost: localhost\r\n\r\n")
      _ = client.receive(until: "\"items\":[]")
      await state.show(nil, Sample.report(.error))
      #expect(client.receive(until: "安家嘴社区").contains("data: "))
    }
  }
}

/// A connection that is closed with the value.
private final class Client {
  private let socket: Int32

  struct Refused: Error {}

  init(_ port: UInt16) throws {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Refused() }
    var patience = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  func send(_ text: String) { _ = Glibc.send(socket, text, text.utf8.count, Int32(MSG_NOSIGNAL)) }

  /// Reads until the text has come, or the end.
  func receive(until end: String? = nil) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = recv(socket, &chunk, chunk.count, 0), count > 0 {
      bytes += chunk[..<count]
      if let end, String(decoding: bytes, as: UTF8.self).contains(end) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func ask(_ text: String) -> String {
    send(text)
    return receive()
  }
}
