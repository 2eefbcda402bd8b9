import ArgumentParser

/// A line of a file, and a column where one is given: `content/stories/a.md:12:8`.
struct TextPlace: ExpressibleByArgument, Hashable, Sendable {
  var file: String
  var line: Int
  var column: Int?

  init(file: String, line: Int, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = parts.reversed().prefix { Int($0).map { $0 > 0 } ?? false }.compactMap { Int($0) }
    guard let last = numbers.first, numbers.count < parts.count else { return nil }
    // A file's name may itself end in a number behind a colon: two are taken at most.
    let isPair = numbers.count > 1
    self.file = parts.dropLast(isPair ? 2 : 1).joined(separator: ":")
    self.line = isPair ? numbers[1] : last
    self.column = isPair ? last : nil
    guard !file.isEmpty else { return nil }
  }
}
