/// Lists that rows repeat, as codes from 0 in the order in which they were first met.
struct ListDictionary: Sendable {
  /// By code.
  private(set) var lists: [[Int32]] = []
  private var codes: [[Int32]: Int32] = [:]
  /// Whole cells, so that each text is taken apart once; and the code of each.
  private var cells = ByteDictionary()
  private var codeOfCell: [Int32] = []

  /// The code of a cell that was read before.
  func code(ofCell cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    cells.find(cell).map { codeOfCell[Int($0)] }
  }

  /// The list's code, a new one when it is met for the first time.
  mutating func code(for list: [Int32], ofCell cell: UnsafeBufferPointer<UInt8>) -> Int32 {
    let code = codes[list] ?? Int32(lists.count)
    if codes.updateValue(code, forKey: list) == nil { lists.append(list) }
    _ = cells.code(for: cell)
    codeOfCell.append(code)
    return code
  }
}
