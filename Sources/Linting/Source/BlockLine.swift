/// A physical line of a Markdown file and what it is part of.
struct BlockLine: Sendable {
  enum Kind: Sendable {
    case frontMatter, blank, html, definition
    /// A fence or what stands between fences: code, or a block that Jianbao fills.
    case fencedCode
    case indentedCode
    /// `---` between blocks.
    case rule
    /// `---` or `===` that makes a heading of the paragraph above it.
    case underline
    case heading
    case tableRow
    /// A table's row of dashes.
    case tableDelimiter
    case text
  }

  var kind: Kind
  /// Offsets in the file; `end` is before the line ending.
  var start: Int
  /// Behind indentation, quote marks and list markers.
  var content: Int
  var end: Int
  /// How many quotes it stands in.
  var quotes = 0
  /// Whether a list's marker stands on the line.
  var startsItem = false
  /// Whether it is the first line of its paragraph or block.
  var isFirst = false
}
