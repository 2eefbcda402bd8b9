import Common

/// What is known of a cell, one bit each, so that a roll-up is an `or`.
enum CellFlags {
  static let about: UInt8 = 1
  static let moreThan: UInt8 = 2
  static let exactness: UInt8 = 3
  /// The second side's exactness stands two bits higher.
  static let secondShift: UInt8 = 2
  static let known: UInt8 = 16
  /// A sum outgrew 64 bits: not known, whatever else is set.
  static let overflow: UInt8 = 32
  /// Of a unit's side: the unit has a report, own or carried.
  static let sent: UInt8 = 64
  static let carried: UInt8 = 128

  static func of(_ exactness: Exactness) -> UInt8 {
    switch exactness {
    case .exact: 0
    case .about: about
    case .moreThan: moreThan
    }
  }

  /// About with anything is about; more than with exact or more than is more than.
  static func exactness(_ flags: UInt8, side: Int) -> Exactness {
    let bits = side == 0 ? flags : flags >> secondShift
    return bits & about != 0 ? .about : bits & moreThan != 0 ? .moreThan : .exact
  }

  static func isKnown(_ flags: UInt8) -> Bool { flags & (known | overflow) == known }
}
