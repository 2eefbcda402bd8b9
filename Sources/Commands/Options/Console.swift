import Common
import Glibc
import Messages
import Output

/// The terminal: findings and results in the user's language.
struct Console: Sendable {
  let catalogue: MessageCatalogue
  let format: DiagnosticPrinter.Format
  let isQuiet: Bool
  let usesColour: Bool
  let isStrict: Bool

  init(_ options: ReportOptions) {
    let environment = Self.variable("LC_ALL") ?? Self.variable("LC_MESSAGES") ?? Self.variable("LANG")
    catalogue = MessageCatalogue.load(options.language ?? Language.preferred(environmentLANG: environment))
    format = options.format
    isQuiet = options.quiet
    isStrict = options.strict
    usesColour = !options.noColor && Self.variable("NO_COLOR") == nil && isatty(STDERR_FILENO) == 1
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Shows the findings, in order of place: as text on standard error, as JSON or SARIF on standard output.
  func report(_ findings: Findings) {
    var items = findings.sorted()
    if isStrict {
      items = items.map { item in
        var item = item
        if item.severity == .warning { item.severity = .error }
        return item
      }
    }
    var buffer = ByteBuffer()
    let shown = isQuiet && format == .text ? items.filter { $0.severity == .error } : items
    let printer = DiagnosticPrinter(catalogue: catalogue, usesColour: usesColour, version: Version.text)
    if !(format == .text && shown.isEmpty) { printer.write(shown, as: format, into: &buffer) }
    Self.write(buffer.bytes, to: format == .text ? STDERR_FILENO : STDOUT_FILENO)
  }

  /// A line for people: silent with `--quiet`, and out of the way of JSON.
  func say(_ key: String, _ values: KeyValuePairs<String, String> = [:]) {
    guard !isQuiet else { return }
    line(catalogue.text(key, values), to: format == .text ? STDOUT_FILENO : STDERR_FILENO)
  }

  /// Lines of a difference: silent with `--quiet`, and out of the way of JSON.
  func show(_ lines: [String]) {
    guard !isQuiet else { return }
    for text in lines { line(text, to: format == .text ? STDOUT_FILENO : STDERR_FILENO) }
  }

  /// Trouble that is nobody's content: always shown.
  func trouble(_ error: OutputError) {
    let values: KeyValuePairs = ["path": PrintableText.make(error.path), "problem": error.description]
    line(catalogue.text(error.words, values), to: STDERR_FILENO)
  }

  func line(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    Self.write(Array((text + "\n").utf8), to: descriptor)
  }

  /// Writes all bytes; a reader that went away ends the writing without noise.
  static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }
}

extension OutputError {
  /// The key of what is said about it.
  fileprivate var words: String {
    switch (action, code) {
    case ("lock", EWOULDBLOCK): "cli.trouble.locked"
    case (_, EEXIST) where action == "create": "cli.new.exists"
    case (_, ENOSPC), (_, EDQUOT): "cli.trouble.full"
    case (_, EACCES), (_, EPERM): "cli.trouble.denied"
    case (_, EROFS): "cli.trouble.read-only"
    case (_, ENOTDIR), (_, ELOOP): "cli.trouble.not-a-folder"
    default: "cli.trouble"
    }
  }
}

enum Version {
  static let text = "0.1.0"
}
