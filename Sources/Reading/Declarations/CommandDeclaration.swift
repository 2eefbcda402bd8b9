import Common

/// A program whose standard output is a dataset's rows, as CSV.
package struct CommandDeclaration: Sendable {
  /// Its name and its arguments, the name first; there is one.
  package var words: [String]
  /// How long it may take, in seconds.
  package var timeout: Int
  package var location: Location

  package static let usualTimeout = 60

  package init(words: [String], timeout: Int = CommandDeclaration.usualTimeout, location: Location) {
    self.words = words
    self.timeout = timeout
    self.location = location
  }
}
