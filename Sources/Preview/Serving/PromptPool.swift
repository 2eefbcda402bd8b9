import FlyingFox
import FlyingSocks
import Glibc

/// The server's sockets, sending at once what is written to them.
///
/// FlyingFox writes a header and then a body. On a connection that is kept alive the kernel holds the second back until
/// the first is acknowledged, and the other side waits 40 ms before it does (Nagle's algorithm and delayed
/// acknowledgement). Every socket is seen here before its first answer; accepted ones inherit the listener's setting.
struct PromptPool: AsyncSocketPool {
  private let pool: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws {
    try await pool.prepare()
  }

  func run() async throws {
    try await pool.run()
  }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    var isOn: Int32 = 1
    setsockopt(
      socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
    try await pool.suspendSocket(socket, untilReadyFor: events)
  }
}
