/// What a section put on the context stack.
enum Scope {
  /// A record, reached from a frame by steps.
  case record(Schema, frame: Int, steps: [Int])
  /// A text or markup: `{{.}}`.
  case value(Schema.Kind, frame: Int, steps: [Int])
  /// A flag or a word, which says nothing more inside.
  case nothing
}

/// What a name stands for.
enum Resolved {
  case field(Schema.Kind, frame: Int, steps: [Int])
  case word(String)
}
