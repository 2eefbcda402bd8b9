import Common

/// Reads `regions.csv` into rows, each by itself.
struct RegionRowReader {
  let file: String
  let columns: RegionColumns
  /// `nil` when `site.yaml` did not tell.
  let levels: [RegionLevel]?
  let base: [SiteDeclaration.BaseColumnDeclaration]

  /// - Returns: `nil` for a row that has no code.
  func read(_ record: CSVRecord, of scanner: CSVScanner, findings: inout Findings) -> RegionRow? {
    guard !record.isFaulty else { return nil }
    guard record.count == columns.count else {
      let place = min(record.count, columns.count + 1)
      findings.add(
        Diagnostic(
          .raggedRow, at: Location(file: file, line: record.line, column: place),
          ["found": String(record.count), "wanted": String(columns.count)]))
      return nil
    }
    let cells = record.fields.map { PlainText.folded(scanner.text($0)) }
    func location(_ column: Int) -> Location {
      Location(file: file, line: scanner.line(of: record.fields[column], in: record), column: column + 1)
    }
    let code = cells[columns.code]
    let isCode = !code.isEmpty && code.utf8.allSatisfy(Self.isCodeByte)
    if code.isEmpty {
      findings.add(Diagnostic(.missingValue, at: location(columns.code), ["column": "code"]))
    } else if !isCode {
      findings.add(Diagnostic(.badRegionCode, at: location(columns.code), ["found": code]))
    }
    if cells[columns.name].isEmpty {
      findings.add(Diagnostic(.missingValue, at: location(columns.name), ["column": "name"]))
    }
    let level = level(cells[columns.level], at: location(columns.level), findings: &findings)
    let from = columns.validFrom.flatMap {
      day(cells[$0], "valid_from", at: location($0), findings: &findings)
    }
    let to = columns.validTo.flatMap { day(cells[$0], "valid_to", at: location($0), findings: &findings) }
    if let from, let to, to < from {
      findings.add(
        Diagnostic(
          .endsBeforeItBegins, at: location(columns.validTo ?? 0), ["from": "\(from)", "to": "\(to)"]))
    }
    let amounts = zip(base, columns.base).map { declaration, column in
      column.flatMap { amount(cells[$0], of: declaration, at: location($0), findings: &findings) }
    }
    guard isCode else { return nil }
    func texts(_ column: Int?) -> [String] {
      guard let column else { return [] }
      return scanner.text(record.fields[column]).split { $0 == "|" || $0 == "｜" }.map {
        PlainText.trimmed(String($0))
      }.filter { !$0.isEmpty }
    }
    return RegionRow(
      code: code, name: PlainText.trimmed(scanner.text(record.fields[columns.name])),
      aliases: texts(columns.aliases),
      parentCode: cells[columns.parent].isEmpty ? nil : cells[columns.parent], level: level, validFrom: from,
      validTo: to, replaces: texts(columns.replaces).map(PlaceName.key), amounts: amounts, line: record.line)
  }

  private func level(_ text: String, at location: Location, findings: inout Findings) -> Int? {
    guard !text.isEmpty else {
      findings.add(Diagnostic(.missingValue, at: location, ["column": "level"]))
      return nil
    }
    guard let levels else { return nil }
    if let found = levels.firstIndex(where: { $0.id == text || $0.title == text }) { return found }
    findings.add(.unknownLevel(text, levels: levels, at: location))
    return nil
  }

  private func day(_ text: String, _ column: String, at location: Location, findings: inout Findings)
    -> CivilDate?
  {
    guard !text.isEmpty else { return nil }
    do throws(ValueRefusal) {
      return try DateReader().read(text).day
    } catch {
      findings.add(error.diagnostic(found: text, field: column, at: location))
      return nil
    }
  }

  private func amount(
    _ text: String, of column: SiteDeclaration.BaseColumnDeclaration, at location: Location,
    findings: inout Findings
  ) -> Amount? {
    guard !text.isEmpty else { return nil }
    do throws(ValueRefusal) {
      let reader = NumberReader(form: .number, isApproximate: column.approximate, unit: column.unit)
      let value = try reader.read(text)
      if value.isRounded {
        findings.add(
          Diagnostic(.roundedNumber, .warning, at: location, ["found": text, "field": column.title]))
      }
      return value.amount
    } catch {
      findings.add(error.diagnostic(found: text, field: column.title, at: location))
      return nil
    }
  }

  /// Codes become file names.
  private static func isCodeByte(_ byte: UInt8) -> Bool {
    Digits.isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D || byte == 0x5F
  }
}

extension Diagnostic {
  static func unknownLevel(_ text: String, levels: [RegionLevel], at location: Location) -> Diagnostic {
    Diagnostic(
      .unknownLevel, at: location, ["found": text],
      suggestions: NearestNames.find(text, in: levels.flatMap { [$0.title, $0.id] }))
  }
}
