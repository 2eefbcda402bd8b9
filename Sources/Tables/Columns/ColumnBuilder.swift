import Common
import Reading

/// A field's column while rows are being added to it.
struct ColumnBuilder: Sendable {
  enum Kind: Sendable, Equatable {
    case numbers(scale: Int)
    case categories
    case lists
    case days
    case moments
    case regions
    case withheld
  }

  let kind: Kind
  /// Numbers, words of moments, or the bits of hashes.
  var wide: [Int64] = []
  /// Codes, day numbers or region indices.
  var narrow: [Int32] = []
  /// The names behind the codes.
  var names = ByteDictionary()
  /// The lists behind the codes.
  var lists = ListDictionary()

  init(kind: Kind) {
    self.kind = kind
  }

  init(_ field: FieldDeclaration) {
    kind =
      if field.isPersonal {
        .withheld
      } else {
        switch field.type {
        case .string, .boolean: .categories
        case .list: .lists
        case .integer: .numbers(scale: 0)
        case .number, .percent: .numbers(scale: 6)
        case .date: .days
        case .datetime: .moments
        case .region: .regions
        }
      }
  }

  var isWide: Bool {
    switch kind {
    case .numbers, .moments, .withheld: true
    case .categories, .lists, .days, .regions: false
    }
  }

  var missing: Int64 {
    switch kind {
    case .numbers: Column.missing
    case .withheld: 0
    case .categories, .lists, .regions: -1
    case .days: Int64(Column.missingDay)
    case .moments: Moment.missing.word
    }
  }

  /// 10^scale; `nil` for what is no number.
  var unitsPerOne: Int64? {
    switch kind {
    case .numbers(let scale): scale == 0 ? 1 : 1_000_000
    case .categories, .lists, .days, .moments, .regions, .withheld: nil
    }
  }

  mutating func append(_ value: Int64) {
    if isWide { wide.append(value) } else { narrow.append(Int32(truncatingIfNeeded: value)) }
  }

  /// A row's value, whatever its kind, as one word.
  func word(_ row: Int) -> Int64 {
    isWide ? wide[row] : Int64(narrow[row])
  }

  func isMissing(_ row: Int) -> Bool { word(row) == missing }

  /// Brings the column to a number of rows: takes rows back, or adds missing values.
  mutating func resize(to rows: Int) {
    if isWide {
      resize(&wide, to: rows, with: missing)
    } else {
      resize(&narrow, to: rows, with: Int32(truncatingIfNeeded: missing))
    }
  }

  private func resize<Element>(_ values: inout [Element], to rows: Int, with missing: Element) {
    if values.count > rows {
      values.removeLast(values.count - rows)
    } else if values.count < rows {
      values.append(contentsOf: repeatElement(missing, count: rows - values.count))
    }
  }

  mutating func keep(_ isKept: [Bool]) {
    if isWide { wide = kept(wide, isKept) } else { narrow = kept(narrow, isKept) }
  }

  var column: Column {
    switch kind {
    case .numbers(let scale): .numbers(wide, scale: scale)
    case .categories: .categories(narrow, names: names.names)
    case .lists: .lists(narrow, lists: lists.lists, names: names.names)
    case .days: .days(narrow)
    case .moments: .moments(wide.map { Moment(word: $0) })
    case .regions: .regions(narrow)
    case .withheld: .withheld(hashes: wide.map { UInt64(bitPattern: $0) })
    }
  }
}

/// The elements whose flag is set.
///
/// - Complexity: O(n).
func kept<Element>(_ elements: [Element], _ isKept: [Bool]) -> [Element] {
  var result: [Element] = []
  result.reserveCapacity(elements.count)
  for (element, keeps) in zip(elements, isKept) where keeps { result.append(element) }
  return result
}
