/// A request, as far as the preview looks at it.
struct PreviewRequest {
  var method: String
  /// As it was sent, percent-encoded.
  var path: String
  var query: String
  var host: String?
}

/// What is sent back.
struct PreviewAnswer: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    /// The changes of the page at a path, for as long as the browser listens.
    case events(path: String)
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: Body

  init(_ status: Int, type: String, _ bytes: [UInt8], headers: [(name: String, value: String)] = []) {
    self.status = status
    self.headers = [("Content-Type", type)] + headers
    body = .bytes(bytes)
  }

  init(eventsOf path: String) {
    status = 200
    headers = [("Content-Type", "text/event-stream; charset=utf-8")]
    body = .events(path: path)
  }

  static func plain(_ status: Int, _ text: String, headers: [(name: String, value: String)] = [])
    -> PreviewAnswer
  {
    PreviewAnswer(status, type: "text/plain; charset=utf-8", Array((text + "\n").utf8), headers: headers)
  }
}
