import Common
import Reading

/// How a declared field's cells are read and what they are held against.
struct FieldReader: Sendable {
  enum Plan: Sendable {
    case number(NumberReader)
    /// What stands between the values.
    case list(delimiter: [UInt8])
    case text, boolean, day, moment, region, withheld
  }

  let title: String
  let plan: Plan
  let isRequired: Bool
  /// A percentage: written with its sign in all of a file's cells or in none.
  let isPercent: Bool
  /// 10^scale, and the scale.
  let unitsPerOne: Int64
  let scale: Int
  /// The least and the greatest value in the column's units.
  let minimum: Int64
  let maximum: Int64
  /// As declared, for findings.
  let limits: (minimum: String, maximum: String)
  let allowedTexts: Set<String>
  let allowedNumbers: Set<Int64>

  init(_ declaration: DatasetDeclaration, _ index: Int) {
    let field = declaration.fields[index]
    let constraints = field.constraints
    title = field.title
    isRequired = declaration.isRequired(index) && !field.isPersonal
    plan = Self.plan(field)
    isPercent = field.type == .percent
    scale = field.type == .integer ? 0 : 6
    let units: Int64 = field.type == .integer ? 1 : 1_000_000
    unitsPerOne = units
    minimum = constraints.minimum.flatMap { Self.ceiling($0, units) } ?? .min
    maximum = constraints.maximum.flatMap { Self.floor($0, units) } ?? .max
    let hundred = Rational(field.type == .percent ? 100 : 1)
    let sign = field.type == .percent ? "%" : ""
    limits = (
      (constraints.minimum.map { ($0 * hundred).plainDecimal() } ?? "") + sign,
      (constraints.maximum.map { ($0 * hundred).plainDecimal() } ?? "") + sign
    )
    allowedTexts = Set(constraints.enumeration)
    allowedNumbers = Set(
      constraints.enumeration.compactMap { text in
        Rational(decimal: text).flatMap { Int64(exactly: $0.scaled(to: Int128(units))) }
      })
  }

  private static func plan(_ field: FieldDeclaration) -> Plan {
    if field.isPersonal { return .withheld }
    func number(_ form: NumberReader.Form) -> Plan {
      .number(NumberReader(form: form, isApproximate: field.isApproximate, unit: field.unit))
    }
    return switch field.type {
    case .integer: number(.integer)
    case .number: number(.number)
    case .percent: number(.percent)
    case .string: .text
    case .list: .list(delimiter: Array(field.delimiter.utf8))
    case .boolean: .boolean
    case .date: .day
    case .datetime: .moment
    case .region: .region
    }
  }

  private static func floor(_ value: Rational, _ units: Int64) -> Int64? {
    Int64(exactly: value.floored(unitsPerOne: Int128(units)))
  }

  private static func ceiling(_ value: Rational, _ units: Int64) -> Int64? {
    floor(-value, units).map { -$0 }
  }
}
