/// A place in the text as libyaml counts: lines and characters from 0.
struct YAMLMark: Hashable, Comparable {
  var line: Int
  var column: Int

  static func < (left: YAMLMark, right: YAMLMark) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// One step through a YAML text.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case streamEnd
    case alias
    case scalar(String, YAMLScalarStyle)
    case sequenceStart
    case mappingStart
    /// Of the innermost sequence or mapping.
    case collectionEnd
    /// The stream's begin, a document's end.
    case other
  }

  var kind: Kind
  var start: YAMLMark
  var end: YAMLMark
  var hasAnchor = false
  var hasTag = false
}

enum YAMLScalarStyle {
  case plain, quoted, block
}

/// What libyaml says about a text that is no YAML.
struct YAMLSyntaxError: Error {
  var problem: String
  /// `nil` where libyaml gave up before it read a character.
  var mark: YAMLMark?
  /// What was being read, "while scanning a simple key", and where that began.
  var context: String
  var contextMark: YAMLMark?
}
