/// The program that reaches a server: `ssh`, or what `RSYNC_RSH` or `--rsh` says, as rsync reads it.
package struct RemoteShell: Sendable, Hashable {
  /// The program and its options.
  let words: [String]
  /// The same as rsync's `-e` takes it.
  let text: String

  /// - Parameters:
  ///   - command: Words parted by blanks; one with blanks stands between quotation marks, as rsync has it.
  ///   - port: Where the server listens, if not where the program thinks.
  /// - Returns: `nil` when there is no word, or a quotation mark is not closed.
  package init?(_ command: String, port: Int?) {
    guard var words = Self.split(command), let program = words.first, !program.isEmpty else { return nil }
    var text = command
    var more: [String] = []
    // A connection that has died is noticed within a minute.
    if program == "ssh" || program.hasSuffix("/ssh") {
      more = ["-o", "ServerAliveInterval=15", "-o", "ServerAliveCountMax=4"]
    }
    if let port { more += ["-p", String(port)] }
    words += more
    for word in more { text += " " + word }
    self.words = words
    self.text = text
  }

  private static func split(_ command: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8]?
    var quote: UInt8?
    for byte in command.utf8 {
      switch byte {
      case quote: quote = nil
      case 0x22 where quote == nil, 0x27 where quote == nil:
        quote = byte
        word = word ?? []
      case 0x20 where quote == nil, 0x09 where quote == nil:
        if let whole = word { words.append(String(decoding: whole, as: UTF8.self)) }
        word = nil
      default: word = (word ?? []) + [byte]
      }
    }
    guard quote == nil else { return nil }
    if let whole = word { words.append(String(decoding: whole, as: UTF8.self)) }
    return words
  }

  /// A word as any shell of Unix reads it back: between single quotation marks.
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
