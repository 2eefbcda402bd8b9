/// A pipe table inside a paragraph: `| 社区 | 户数 |` and a row of dashes below.
struct TableShape: Hashable, Sendable {
  enum Alignment: String, Hashable, Sendable { case left, center, right }

  /// The paragraph's line that is the header, from 0; lines before it are text.
  var headerLine: Int
  /// One for each column; `nil` where the row of dashes has no colon.
  var alignments: [Alignment?]

  /// The first table in a paragraph's lines, which have lost their indentation.
  ///
  /// - Complexity: O(bytes).
  init?(in lines: [ArraySlice<UInt8>]) {
    for index in lines.indices.dropFirst() {
      guard let alignments = Self.delimiters(lines[index]),
        Self.cellCount(lines[index - 1]) == alignments.count
      else { continue }
      headerLine = index - 1
      self.alignments = alignments
      return
    }
    return nil
  }

  /// Whether some line can be a row of dashes; if none, `\|` need not be told from `|`.
  static func mayOccur(in bytes: ArraySlice<UInt8>) -> Bool {
    var (hasPipe, hasDash, isOther) = (false, false, false)
    for byte in bytes {
      switch byte {
      case 0x7C: hasPipe = true
      case 0x2D: hasDash = true
      case 0x20, 0x09, 0x3A, 0x3E: break
      case 0x0A, 0x0D:
        if hasPipe, hasDash, !isOther { return true }
        (hasPipe, hasDash, isOther) = (false, false, false)
      default: isOther = true
      }
    }
    return hasPipe && hasDash && !isOther
  }

  private static func delimiters(_ line: ArraySlice<UInt8>) -> [Alignment?]? {
    guard line.contains(0x7C) else { return nil }
    var alignments: [Alignment?] = []
    for cell in trimmed(line).split(separator: 0x7C, omittingEmptySubsequences: false) {
      let cell = trimmedSpace(cell)
      let dashes = cell.drop { $0 == 0x3A }.prefix { $0 == 0x2D }
      let colons = (left: cell.first == 0x3A, right: cell.last == 0x3A)
      let expected = dashes.count + (colons.left ? 1 : 0) + (colons.right ? 1 : 0)
      guard !dashes.isEmpty, cell.count == expected else { return nil }
      switch colons {
      case (true, true): alignments.append(.center)
      case (true, false): alignments.append(.left)
      case (false, true): alignments.append(.right)
      case (false, false): alignments.append(nil)
      }
    }
    return alignments
  }

  /// Cells of a row; escaped pipes and pipes in code do not count.
  ///
  /// - Complexity: O(bytes), but for runs of back-ticks of many lengths that nothing closes.
  private static func cellCount(_ line: ArraySlice<UInt8>) -> Int {
    let line = trimmed(line)
    var count = 1
    var index = line.startIndex
    var unclosed: Set<Int> = []
    while index < line.endIndex {
      switch line[index] {
      case 0x7C: count += 1
      case 0x5C: index += 1
      case 0x60:
        let length = line[index...].prefix { $0 == 0x60 }.count
        index += length
        if !unclosed.contains(length) {
          if let end = codeEnd(line, from: index, length: length) {
            index = end
          } else {
            unclosed.insert(length)
          }
        }
        continue
      default: break
      }
      index += 1
    }
    return count
  }

  /// Behind the run of back-ticks that closes one of the same length.
  private static func codeEnd(_ line: ArraySlice<UInt8>, from start: Int, length: Int) -> Int? {
    var index = start
    while let tick = line[index...].firstIndex(of: 0x60) {
      let run = line[tick...].prefix { $0 == 0x60 }.count
      if run == length { return tick + run }
      index = tick + run
    }
    return nil
  }

  /// Without the outer pipes.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = trimmedSpace(line)
    if line.first == 0x7C { line = line.dropFirst() }
    if line.last == 0x7C { line = line.dropLast() }
    return line
  }

  private static func trimmedSpace(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = line.last, last == 0x20 || last == 0x09 { line = line.dropLast() }
    return line
  }
}
