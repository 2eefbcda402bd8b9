/// Rows that agree in some columns, as groups numbered in the order of their first rows.
struct RowGroups: Sendable {
  /// By row.
  private(set) var groups: [Int32] = []
  /// By group: its first row.
  private(set) var firstRows: [Int32] = []

  /// - Complexity: O(n · c) for n rows and c columns.
  init(rowCount: Int, columns: [ColumnBuilder]) {
    let hashes = Self.hashes(rowCount, columns)
    var size = 64
    while size < rowCount * 2 { size *= 2 }
    var slots: [Int32] = Array(repeating: -1, count: size)
    groups.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      var slot = Int(truncatingIfNeeded: hashes[row]) & (size - 1)
      while true {
        let group = slots[slot]
        if group < 0 {
          slots[slot] = Int32(firstRows.count)
          groups.append(Int32(firstRows.count))
          firstRows.append(Int32(row))
          break
        }
        let first = Int(firstRows[Int(group)])
        if hashes[first] == hashes[row], Self.agree(first, row, columns) {
          groups.append(group)
          break
        }
        slot = (slot + 1) & (size - 1)
      }
    }
  }

  private static func hashes(_ rowCount: Int, _ columns: [ColumnBuilder]) -> [UInt64] {
    var hashes = Array(repeating: ByteHash.seed, count: rowCount)
    for column in columns {
      if column.isWide {
        for row in 0..<rowCount {
          hashes[row] = ByteHash.spread(hashes[row] ^ UInt64(bitPattern: column.wide[row]))
        }
      } else {
        for row in 0..<rowCount {
          hashes[row] = ByteHash.spread(hashes[row] ^ UInt64(UInt32(bitPattern: column.narrow[row])))
        }
      }
    }
    return hashes
  }

  private static func agree(_ first: Int, _ second: Int, _ columns: [ColumnBuilder]) -> Bool {
    columns.allSatisfy { $0.word(first) == $0.word(second) }
  }
}
