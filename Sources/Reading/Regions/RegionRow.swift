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
  /// The codes of the units it took over from, as written.
  var replaces: [String]
  var amounts: [Amount?]
  var line: Int

  /// Whether it holds on every day on which the other does.
  func covers(_ other: RegionRow) -> Bool {
    let isFromStart = validFrom.map { from in other.validFrom.map { from <= $0 } ?? false } ?? true
    let isToEnd = validTo.map { to in other.validTo.map { $0 <= to } ?? false } ?? true
    return isFromStart && isToEnd
  }

  /// `2020-01-01—2020-02-29`, open where it has no end.
  var period: String { (validFrom?.description ?? "") + "—" + (validTo?.description ?? "") }

  /// Whether there is a day on which both hold.
  func overlaps(_ other: RegionRow) -> Bool {
    let from = max(validFrom?.dayNumber ?? .min, other.validFrom?.dayNumber ?? .min)
    let to = min(validTo?.dayNumber ?? .max, other.validTo?.dayNumber ?? .max)
    return from <= to
  }
}

extension [RegionRow] {
  /// The codes of the rows that bear the name, or those nearest to what is no code.
  func codes(nearest text: String) -> [String] {
    let key = PlaceName.key(text)
    let named = filter { row in ([row.name] + row.aliases).contains { PlaceName.key($0) == key } }.map(\.code)
    return named.isEmpty ? NearestNames.find(text, in: map(\.code)) : named
  }
}
