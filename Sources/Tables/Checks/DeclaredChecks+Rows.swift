import Common
import Reading

/// Checks within a row.
extension DeclaredChecks {
  func bounds(_ field: Int, _ minimum: Rational?, _ maximum: Rational?, _ breaches: inout Breaches) {
    guard hasNumbers([field]) else { return }
    let least = minimum.map(Millionths.ceiling)
    let greatest = maximum.map(Millionths.floor)
    for row in 0..<builder.rowCount {
      guard let value = exact(field, row) else { continue }
      let isBelow = least.map { value < $0 } ?? false
      guard isBelow || greatest.map({ value > $0 }) ?? false, let bound = isBelow ? minimum : maximum else {
        continue
      }
      breaches.add(
        isBelow ? .underBound : .overBound, of: builder.regions[row],
        at: { builder.location(row: row, field: field) },
        {
          [
            "field": title(field), "found": written(value, field),
            "limit": written(bound, field),
          ]
        })
    }
  }

  /// A declared bound, which may have more than six decimals.
  private func written(_ bound: Rational, _ field: Int) -> String {
    let isPercent = declaration.fields[field].type == .percent
    return (bound * Rational(isPercent ? 100 : 1)).plainDecimal() + (isPercent ? "%" : "")
  }

  func atMost(_ field: Int, _ other: Int, _ breaches: inout Breaches) {
    guard hasNumbers([field, other]) else { return }
    for row in 0..<builder.rowCount {
      guard let value = exact(field, row), let limit = exact(other, row), value > limit else { continue }
      breaches.add(
        .overOtherField, of: builder.regions[row], at: { builder.location(row: row, field: field) },
        {
          [
            "field": title(field), "found": written(value, field), "other": title(other),
            "limit": written(limit, other),
          ]
        })
    }
  }

  func sum(_ fields: [Int], _ total: Int, _ breaches: inout Breaches) {
    guard hasNumbers(fields + [total]) else { return }
    for row in 0..<builder.rowCount {
      guard let expected = exact(total, row) else { continue }
      var sum: Int128 = 0
      var isComplete = true
      for field in fields {
        guard let value = exact(field, row) else {
          isComplete = false
          break
        }
        sum += value
      }
      guard isComplete, sum != expected else { continue }
      breaches.add(
        .sumDiffers, of: builder.regions[row], at: { builder.location(row: row, field: total) },
        {
          [
            "fields": fields.map(title).joined(separator: " + "), "sum": written(sum, total),
            "total": title(total), "found": written(expected, total),
          ]
        })
    }
  }
}
