/// Where a value is found while a page is rendered: which record of the stack, and which of its values.
struct ValuePath: Sendable, Equatable {
  /// 0 is the page's record; each list that is being repeated adds one.
  var frame: UInt16
  /// How many steps from record to record; mostly one.
  var count: UInt16
  /// The value's index when there is one step, else where the indices stand in the template's `steps`.
  var start: UInt32
}

/// One step of filling a template.
enum Operation: Sendable, Equatable {
  case literal(start: UInt32, count: UInt32)
  /// Writes a text, escaped.
  case text(ValuePath)
  /// Writes markup as it is.
  case html(ValuePath)
  /// Goes to `end` unless the value is true.
  case whenTrue(ValuePath, end: UInt32)
  /// Goes to `end` if the value is true.
  case whenFalse(ValuePath, end: UInt32)
  /// Does what stands before `end` for each record of a list, which becomes frame `frame`.
  case each(ValuePath, frame: UInt16, end: UInt32)
  /// Writes what stands before `end` as one address, or `#` when that would run a program.
  case address(end: UInt32)
}
