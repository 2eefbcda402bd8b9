import Common
import Reading

extension RowReader {
  /// A cell's value in its column's units; the missing value where there is none or the cell is refused.
  mutating func value(
    _ cell: Cell, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner, _ scan: inout FileScan
  ) -> Int64 {
    let field = cell.field
    let nothing = builder.columns[field].missing
    if missing.contains(cell.bytes) {
      if fields[field].isRequired {
        refuse(.valueMissing, cell, &row, location(cell, record, scanner, scan))
      } else if let label = missing.label(cell.bytes) {
        builder.labels[field, default: [:]][builder.rowCount] = label
      }
      return nothing
    }
    switch fields[field].plan {
    case .number(let numbers):
      if let plain = plainDigits(cell.bytes), !fields[field].isPercent {
        let value = plain * fields[field].unitsPerOne
        return isAllowed(value, cell, &row, record, scanner, scan) ? value : nothing
      }
      do throws(ValueRefusal) {
        let number = try numbers.read(cell.bytes)
        guard let value = try scaled(number, cell, &row, record, scanner, &scan) else { return nothing }
        return isAllowed(value, cell, &row, record, scanner, scan) ? value : nothing
      } catch {
        refuse(error, cell, &row, location(cell, record, scanner, scan))
        return nothing
      }
    case .text:
      let code = builder.columns[field].names.code(for: cell.bytes)
      let allowed = fields[field].allowedTexts
      if !allowed.isEmpty, !allowed.contains(builder.columns[field].names.name(of: code)) {
        refuseUnlisted(cell, &row, location(cell, record, scanner, scan))
        return nothing
      }
      return Int64(code)
    case .list(let delimiter):
      return Int64(list(cell, delimiter, &row, record, scanner, scan))
    case .boolean:
      guard let truth = BooleanWords.read(String(decoding: cell.bytes, as: UTF8.self)) else {
        let rule: Rule = MissingValues.areUsual(cell.bytes) ? .missingNotDeclared : .notABoolean
        refuse(rule, cell, &row, location(cell, record, scanner, scan))
        return nothing
      }
      return Int64(code(of: truth, field))
    case .day:
      return moment(cell, &row, record, scanner, &scan).map { Int64($0.day.dayNumber) } ?? nothing
    case .moment: return moment(cell, &row, record, scanner, &scan)?.word ?? nothing
    case .region: return Int64(place(cell, &row, record, scanner, scan))
    case .withheld:
      let hash = ByteHash.hash(cell.bytes)
      return Int64(bitPattern: hash == 0 ? 1 : hash)
    }
  }

  /// Up to nine digits and nothing else: what most cells are.
  private func plainDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard bytes.count <= 9 else { return nil }
    var value: Int64 = 0
    for byte in bytes {
      guard byte &- 0x30 <= 9 else { return nil }
      value = value * 10 + Int64(byte &- 0x30)
    }
    return value
  }

  private mutating func scaled(
    _ number: NumberValue, _ cell: Cell, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner,
    _ scan: inout FileScan
  ) throws(ValueRefusal) -> Int64? {
    let field = cell.field
    guard let (value, isExact) = number.scaled(toPlaces: fields[field].scale) else { throw .overflow }
    if fields[field].isPercent, value != 0 {
      let hasSigns = scan.hasPercentSigns[field] ?? number.hasPercentSign
      guard hasSigns == number.hasPercentSign else {
        refuse(.mixedPercent, cell, &row, location(cell, record, scanner, scan))
        return nil
      }
      scan.hasPercentSigns[field] = hasSigns
    }
    if !isExact {
      scan.roundedDecimals[field] += 1
      if scan.firstRounded[field] == nil {
        scan.firstRounded[field] = location(cell, record, scanner, scan)
      }
    } else if number.isRounded {
      findings.add(
        Diagnostic(
          .numberRounded, .warning, at: location(cell, record, scanner, scan),
          ["field": fields[field].title, "found": CellText.excerpt(cell.bytes)]))
    }
    if number.exactness != .exact {
      let written = number.written ?? CellText.excerpt(cell.bytes)
      builder.approximations[field, default: [:]][builder.rowCount] =
        Approximation(exactness: number.exactness, written: written)
    }
    return value
  }

  /// Holds a number against its field's constraints.
  private mutating func isAllowed(
    _ value: Int64, _ cell: Cell, _ row: inout RowState, _ record: CSVRecord, _ scanner: CSVScanner,
    _ scan: FileScan
  ) -> Bool {
    let field = cell.field
    if value >= fields[field].minimum, value <= fields[field].maximum, fields[field].allowedTexts.isEmpty {
      return true
    }
    let location = location(cell, record, scanner, scan)
    if value < fields[field].minimum {
      refuse(.belowMinimum, cell, &row, location, ["limit": fields[field].limits.minimum])
    } else if value > fields[field].maximum {
      refuse(.aboveMaximum, cell, &row, location, ["limit": fields[field].limits.maximum])
    } else if !fields[field].allowedNumbers.contains(value) {
      refuseUnlisted(cell, &row, location)
    } else {
      return true
    }
    return false
  }

  private mutating func code(of truth: Bool, _ field: Int) -> Int32 {
    var name = truth ? BooleanWords.yes : BooleanWords.no
    return name.withUTF8 { builder.columns[field].names.code(for: $0) }
  }

  /// The declared list, for suggestions in its own order.
  mutating func refuseUnlisted(_ cell: Cell, _ row: inout RowState, _ location: Location) {
    let list = declaration.fields[cell.field].constraints.enumeration
    let nearest = NearestNames.find(CellText.excerpt(cell.bytes), in: list)
    refuse(.notInList, cell, &row, location, suggestions: nearest.isEmpty ? Array(list.prefix(5)) : nearest)
  }

  /// Refuses a cell, and with it its row.
  mutating func refuse(
    _ rule: Rule, _ cell: Cell, _ row: inout RowState, _ location: Location,
    _ more: KeyValuePairs<String, String> = [:], suggestions: [String] = []
  ) {
    let rule = rule == .valueMissing && cell.bytes.isEmpty ? .cellEmpty : rule
    refuse(CellFault(rule, more), cell, &row, location, suggestions: suggestions)
  }

  /// Refuses a cell for a reason that may bring words of its own for what was found.
  mutating func refuse(
    _ fault: CellFault, _ cell: Cell, _ row: inout RowState, _ location: Location, suggestions: [String] = []
  ) {
    row.isRefused = true
    var diagnostic = Diagnostic(fault.rule, refusal, at: location, suggestions: suggestions)
    diagnostic.arguments = [Diagnostic.Argument(name: "field", value: fields[cell.field].title)]
    if !fault.arguments.contains(where: { $0.name == "found" }) {
      diagnostic.arguments.append(Diagnostic.Argument(name: "found", value: shown(cell)))
    }
    diagnostic.arguments += fault.arguments
    findings.add(diagnostic)
  }

  mutating func refuse(_ reason: ValueRefusal, _ cell: Cell, _ row: inout RowState, _ location: Location) {
    if MissingValues.areUsual(cell.bytes), reason == .notANumber || reason == .notADate {
      refuse(.missingNotDeclared, cell, &row, location)
      return
    }
    row.isRefused = true
    var diagnostic = reason.diagnostic(found: shown(cell), field: fields[cell.field].title, at: location)
    diagnostic.severity = refusal
    findings.add(diagnostic)
  }

  /// A cell's text for a finding; never that of a personal field.
  private func shown(_ cell: Cell) -> String {
    declaration.fields[cell.field].isPersonal ? "***" : CellText.excerpt(cell.bytes)
  }
}
