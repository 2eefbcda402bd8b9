import Common
import Reading

/// A cell's value as keys of two datasets are compared, whatever their columns' codes and scales.
enum KeyValue: Hashable {
  case number(Int128)
  case text(String)
  case day(Int32)
  case moment(Moment)
  case region(RegionIndex)
  case hash(UInt64)

  /// A row's values, `nil` where one of them is missing: it refers to nothing then.
  static func of(_ row: Int, _ columns: [Column]) -> [KeyValue]? {
    var result: [KeyValue] = []
    for column in columns {
      guard let value = of(row, column) else { return nil }
      result.append(value)
    }
    return result
  }

  private static func of(_ row: Int, _ column: Column) -> KeyValue? {
    switch column {
    case .numbers(let values, let scale):
      values[row] == Column.missing
        ? nil : .number(Millionths.of(values[row], unitsPerOne: scale == 0 ? 1 : 1_000_000))
    case .categories(let codes, let names): codes[row] < 0 ? nil : .text(names[Int(codes[row])])
    case .lists(let codes, let lists, let names):
      codes[row] < 0 ? nil : .text(lists[Int(codes[row])].map { names[Int($0)] }.joined(separator: "、"))
    case .days(let days): days[row] == Column.missingDay ? nil : .day(days[row])
    case .moments(let moments): moments[row] == .missing ? nil : .moment(moments[row])
    case .regions(let regions): regions[row] < 0 ? nil : .region(regions[row])
    case .withheld(let hashes): hashes[row] == 0 ? nil : .hash(hashes[row])
    }
  }

  func written(_ tree: RegionTree) -> String {
    switch self {
    case .number(let millionths): (Rational(millionths, over: Millionths.perOne) ?? .zero).plainDecimal()
    case .text(let text): text
    case .day(let day): CivilDate(dayNumber: day).description
    case .moment(let moment): moment.description
    case .region(let region): tree[region].name
    case .hash: "***"
    }
  }
}
