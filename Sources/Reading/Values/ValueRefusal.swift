import Common

/// Why a cell cannot be read as what its column declares.
package enum ValueRefusal: Error, Hashable, Sendable, CaseIterable {
  case notANumber
  /// `12,34`: the commas do not stand every three digits.
  case badGrouping
  /// `1.5` in a column of whole numbers.
  case notAnInteger
  /// More than 64 bits hold.
  case overflow
  /// `1.1E+17`: a spreadsheet program has shortened it, and digits may be gone.
  case scientificNotation
  /// `70%` in a column that is not `percent`.
  case percentSign
  /// `70` in a `percent` column: 70% or 7000%?
  case percentSignMissing
  /// `30多` in a column that is not `approximate`.
  case approximate
  /// Text behind the number that is not the declared unit.
  case otherUnit
  case notADate
  /// 2020-02-30, 25:00.
  case noSuchDay
  /// 02/03/20.
  case ambiguousDate
  /// 2月14日 where the dataset declares no year.
  case yearMissing
  /// 2020-02-14 星期四: one of the two is a slip.
  case weekdayMismatch

  package var rule: Rule {
    switch self {
    case .notANumber: .notANumber
    case .badGrouping: .badGrouping
    case .notAnInteger: .notAnInteger
    case .overflow: .numberTooLarge
    case .scientificNotation: .scientificNotation
    case .percentSign: .percentSign
    case .percentSignMissing: .percentSignMissing
    case .approximate: .approximateNumber
    case .otherUnit: .otherUnit
    case .notADate: .notADate
    case .noSuchDay: .noSuchDay
    case .ambiguousDate: .ambiguousDate
    case .yearMissing: .yearMissing
    case .weekdayMismatch: .weekdayMismatch
    }
  }

  /// The finding for a cell.
  ///
  /// - Parameters:
  ///   - found: the cell's text.
  ///   - field: the column's title, as the writer knows it.
  package func diagnostic(found: String, field: String, at location: Location) -> Diagnostic {
    Diagnostic(rule, at: location, ["found": found, "field": field])
  }
}
