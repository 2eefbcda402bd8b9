import Output

/// Why a site was not published, or not gone back to. What was live stays live.
package enum PublishError: Error, Sendable {
  /// The file system would not.
  case trouble(OutputError)
  /// Another publisher is at work here; what it wrote of itself.
  case locked(by: String)
  /// `current` is there and no link that we made.
  case foreign(path: String)
  /// A file changed while it was being sent.
  case sourceChanged(address: String)
  /// What arrived is not what was sent; nothing was switched.
  case arrived([Difference])
  /// A stored release is not what it was.
  case damaged(ReleaseID, [Difference])
  /// What was read back after the switch is not what was sent: `backTo` is live again; `nil` where nothing was live before.
  case readBack([Difference], backTo: ReleaseID?)
  case unknownRelease(String, stored: [ReleaseID])
  case nothingBefore
  /// A program that is needed is not there.
  case noProgram(String)
  /// A program ended otherwise than well; its last words.
  case failed(program: String, status: Int, words: String)
  /// The connection to the server ended.
  case cutOff(words: String)
  /// The library could not compress.
  case notCompressed(address: String)
}

extension PublishError {
  /// Runs a piece of work on the file system.
  static func output<Result: ~Copyable>(
    _ work: () throws(OutputError) -> Result
  ) throws(PublishError) -> Result {
    do throws(OutputError) {
      return try work()
    } catch {
      throw .trouble(error)
    }
  }
}
