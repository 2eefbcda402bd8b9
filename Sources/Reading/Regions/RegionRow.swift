import Common

/// A line of `regions.csv`, before the tree is made of them.
struct RegionRow {
  var code: String
  var name: String
  var aliases: [String]
  /// The code as written; `nil` at the top.
  var parentCode: String?
  /// `nil` when the level is not known.
  var level: Int?
  var validFrom: CivilDate?
  var validTo: CivilDate?
  var amounts: [Amount?]
  var line: Int

  /// Whether there is a day on which both hold.
  func overlaps(_ other: RegionRow) -> Bool {
    let from = max(validFrom?.dayNumber ?? .min, other.validFrom?.dayNumber ?? .min)
    let to = min(validTo?.dayNumber ?? .max, other.validTo?.dayNumber ?? .max)
    return from <= to
  }
}
