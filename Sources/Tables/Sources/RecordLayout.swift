import Common
import Reading

/// What a source knows of its records that CSV cannot say.
package struct RecordLayout: Sendable {
  /// How places are named.
  package enum Naming: Sendable {
    /// `file:line:field`: the CSV is the file itself.
    case text
    /// `book.xlsx!sheet!D17`: the sheet's rows are the records' lines.
    case sheet(String)
    /// `file:line:column` of the value in JSON; the records are the file's objects below one of its keys.
    case json(JSONPlaces)
  }

  package var naming: Naming
  /// Cells that hold no value that could be read, by their places. Each refuses its row where its column is read.
  package var faults: [CellPlace: CellFault]
  /// Merged cells among a sheet's headings.
  package var merges: [MergedCells]
  /// Lines of the CSV that go on with the record above, because a cell holds a line break; ascending.
  package var continuations: [Int32]
  /// What only sheets have.
  var facts = SheetFacts()

  package init(
    naming: Naming = .text, faults: [CellPlace: CellFault] = [:], merges: [MergedCells] = [],
    continuations: [Int32] = []
  ) {
    self.naming = naming
    self.faults = faults
    self.merges = merges
    self.continuations = continuations
  }

  /// The sheet's name, where it is one.
  package var sheet: String? {
    if case .sheet(let name) = naming { name } else { nil }
  }

  /// The number by which findings and explanations name a record: its line in text and JSON, its row in a sheet.
  func shownRow(ofLine line: Int) -> Int {
    if case .json(let places) = naming {
      places.place(row: row(ofLine: line), column: nil).line
    } else {
      row(ofLine: line)
    }
  }

  /// The row of the source that a line of the CSV belongs to, from 1; in text the line itself.
  ///
  /// - Complexity: O(log n) in the line breaks within cells.
  package func row(ofLine line: Int) -> Int {
    if case .text = naming { return line }
    var (low, high) = (0, continuations.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(continuations[middle]) <= line { low = middle + 1 } else { high = middle }
    }
    return line - low
  }

  func location(in path: String, line: Int, position: Int) -> Location {
    switch naming {
    case .text: Location(file: path, line: line, column: position + 1)
    case .sheet(let name): location(in: path, sheet: name, row: row(ofLine: line), position: position)
    case .json(let places):
      Location(file: path, place: places.place(row: row(ofLine: line), column: position))
    }
  }

  /// A place by the source's own row.
  func location(in path: String, row: Int, position: Int) -> Location {
    if case .sheet(let name) = naming { return location(in: path, sheet: name, row: row, position: position) }
    return Location(file: path, line: row, column: position + 1)
  }

  private func location(in path: String, sheet: String, row: Int, position: Int) -> Location {
    Location(file: path, sheet: sheet, row: row, column: facts.column(ofPosition: position) + 1)
  }

  /// The source as a whole.
  func location(in path: String) -> Location {
    switch naming {
    case .text, .json: Location(file: path)
    case .sheet(let name): Location(file: path, sheet: name, row: 1, column: 1)
    }
  }
}

extension Location {
  fileprivate init(file: String, place: (line: Int, column: Int)) {
    self.init(file: file, line: place.line, column: place.column)
  }
}

/// A cell of a source.
package struct CellPlace: Hashable, Sendable {
  /// From 1: a sheet's row, or the number of the record.
  package var row: Int32
  /// From 0.
  package var column: Int32

  package init(row: Int, column: Int) {
    self.row = Int32(truncatingIfNeeded: row)
    self.column = Int32(truncatingIfNeeded: column)
  }
}

/// Why a cell holds nothing that could be read: a formula without its value, a merged cell, a list in JSON.
package struct CellFault: Hashable, Sendable {
  package var rule: Rule
  package var arguments: [Diagnostic.Argument]

  package init(_ rule: Rule, _ arguments: KeyValuePairs<String, String> = [:]) {
    self.rule = rule
    self.arguments = arguments.map { Diagnostic.Argument(name: $0.key, value: $0.value) }
  }
}

/// Cells of a sheet that are one: rows from 1, columns from 0.
package struct MergedCells: Hashable, Sendable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}
