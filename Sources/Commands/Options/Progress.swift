import Glibc

/// What is being done, on a terminal, once the work has taken a second.
struct Progress: Sendable {
  private let console: Console
  private let start: ContinuousClock.Instant
  private let isShown: Bool

  init(_ console: Console) {
    self.console = console
    start = ContinuousClock.now
    isShown = !console.isQuiet && isatty(STDERR_FILENO) == 1
  }

  func step(_ key: String) {
    guard isShown, start.duration(to: .now) > .seconds(1) else { return }
    Console.write(Array("\r\u{1B}[K\(console.catalogue.text(key))…".utf8), to: STDERR_FILENO)
  }

  func finish() {
    guard isShown, start.duration(to: .now) > .seconds(1) else { return }
    Console.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  /// Seconds since the start with two digits.
  var seconds: String {
    let elapsed = start.duration(to: .now).components
    let hundredths = elapsed.seconds * 100 + elapsed.attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
