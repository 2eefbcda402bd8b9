/// What a cell holds.
package enum CellKind: UInt8, Hashable, Sendable {
  case text
  /// A number in plain decimals, as far as fifteen digits are exact.
  case number
  /// A number that its format shows as a percentage, with its sign: `70%`.
  case percent
  /// `2020-02-14`, `2020-02-14 18:00`, `18:00:05`: by the format of the number.
  case date
  /// `TRUE` or `FALSE`.
  case boolean
  /// `#N/A`.
  case error
  /// A formula of which nobody stored the result.
  case uncalculated
  /// A number of sixteen or more digits before the point, of which only fifteen were stored: the rest of its text is not what was typed.
  case imprecise
}
