import Glibc

/// What is being done, on a terminal, once the work has taken a second.
struct Progress: Sendable {
  private let console: Console?
  private let start: ContinuousClock.Instant
  private let isShown: Bool
  /// Shows the step that was under way when the first second ended.
  private var pending: Task<Void, Never>?

  init(_ console: Console) {
    self.console = console
    start = ContinuousClock.now
    isShown = !console.isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Shows nothing: for work within a command's own.
  static var silent: Progress { Progress(start: .now) }

  private init(start: ContinuousClock.Instant) {
    console = nil
    self.start = start
    isShown = false
  }

  mutating func step(_ key: String) {
    guard isShown, let console else { return }
    pending?.cancel()
    let line = Array("\r\u{1B}[K\(console.catalogue.text(key))…".utf8)
    let second = start.advanced(by: .seconds(1))
    if second <= .now {
      Console.write(line, to: STDERR_FILENO)
    } else {
      pending = Task.detached {
        try? await Task.sleep(until: second, clock: .continuous)
        if !Task.isCancelled { Console.write(line, to: STDERR_FILENO) }
      }
    }
  }

  /// Takes the line away again, before anything else is printed.
  mutating func finish() {
    guard isShown else { return }
    pending?.cancel()
    if start.duration(to: .now) > .seconds(1) { Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }

  /// Seconds since the start with two digits.
  var seconds: String {
    let elapsed = start.duration(to: .now).components
    let hundredths = elapsed.seconds * 100 + elapsed.attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
