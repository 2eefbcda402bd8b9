import Common
import YAML

/// Reads `datasets/<name>.yaml`.
struct DatasetReader {
  private enum RollUp: String, CaseIterable { case sum, none }

  let context: DatasetContext
  /// The file's name without `.yaml`.
  let fileName: String

  /// - Returns: `nil` after an error.
  func read(_ node: YAMLNode, findings: inout Findings) -> DatasetDeclaration? {
    guard var map = YAMLMapping(node, findings: &findings) else { return nil }
    var own = Findings()
    let dataset = decode(&map)
    map.finish(findings: &own)
    findings.add(contentsOf: own)
    return own.hasErrors ? nil : dataset
  }

  private func decode(_ map: inout YAMLMapping) -> DatasetDeclaration? {
    checkName(&map)
    let title = map.string("title") ?? fileName
    var fieldReader = FieldReader()
    fieldReader.read(&map)
    let lookup = FieldLookup(dataset: fileName, fields: fieldReader.fields, untyped: fieldReader.untyped)
    let (files, command) = source(&map)
    let regionFields = regionFields(&map, lookup)
    let regionField = regionFields.last
    let date = dateSource(&map, lookup)
    let validity = validity(&map, lookup, hasDate: date != .some(.none))
    let key = key(&map, lookup, regionField: regionField, date: date)
    let checks = CheckReader(lookup: lookup, hasDate: date != .some(.none)).read(&map)
    var dataset = DatasetDeclaration(
      name: fileName, title: title, files: files, command: command, regionField: regionField ?? 0,
      date: date ?? .none, validity: validity, year: year(&map), key: key, fields: lookup.fields,
      missingValues: missingValues(&map), checks: checks, location: map.location)
    dataset.upperRegionFields = Array(regionFields.dropLast())
    dataset.regionNames = regionNames(&map, lookup, regionFields: regionFields)
    dataset.placeRules = placeRules(&map)
    dataset.rowConditions = rowConditions(&map, lookup)
    dataset.foreignKeys = ForeignKeyReader(lookup: lookup).read(&map)
    dataset.expectation = expectation(&map, date: date)
    dataset.level = level(&map)
    dataset.rollsUp = (map.choice("rollup", of: RollUp.self) ?? .sum) == .sum
    dataset.resent = map.choice("resent") ?? .error
    dataset.sheets = map.strings("sheet") ?? []
    dataset.ignoredHeadings = map.strings("ignore") ?? []
    dataset.absentIsZero = map.absentIsZero()
    dataset.cutOff = cutOff(&map, date: date, fields: lookup.fields)
    dataset.knownAt = map.locatedString("known_at").flatMap {
      lookup.find($0, for: "known_at", wanted: .date, findings: &map.findings)
    }
    dataset.within = within(&map)
    dataset.isIllustrative = map.bool("illustrative") ?? false
    dataset.reportingAtLeast = map.reportingAtLeast()
    dataset.source = map.string("source")
    return regionField == nil || date == nil ? nil : dataset
  }

  private func checkName(_ map: inout YAMLMapping) {
    guard let name = map.locatedString("name", required: true) else { return }
    guard Identifier.check(name.value, at: name.location, findings: &map.findings) else { return }
    if name.value == "regions" {
      map.findings.add(Diagnostic(.reservedName, at: name.location, ["found": name.value]))
    } else if name.value != fileName {
      map.findings.add(
        Diagnostic(.nameIsNotTheFiles, at: name.location, ["found": name.value, "file": fileName + ".yaml"]))
    }
  }

  /// Without `files` and `command`: the folder of the dataset's name.
  private func source(_ map: inout YAMLMapping) -> (files: String?, command: CommandDeclaration?) {
    let files = map.locatedString("files")
    let command = command(&map)
    if let files, command != nil {
      map.findings.add(Diagnostic(.filesAndCommand, at: files.location))
    }
    if let files, files.value.hasPrefix("/") || files.value.split(separator: "/").contains("..") {
      map.findings.add(Diagnostic(.pathLeavesContent, at: files.location, ["found": files.value]))
    }
    return command == nil ? (files?.value ?? "data/\(fileName)/*", nil) : (nil, command)
  }

  private func year(_ map: inout YAMLMapping) -> Int? {
    map.value("year", orElse: .badYear) { node in
      guard let year = node.scalar.flatMap({ Int($0) }), (1900...2200).contains(year) else { return nil }
      return year
    }
  }

  /// Of a register nobody waits for a day's report.
  private func expectation(
    _ map: inout YAMLMapping, date: DatasetDeclaration.DateSource?
  ) -> ReportSchedule? {
    guard let expectation = ReportScheduleReader.read(&map) else { return nil }
    if date == .some(.none) {
      map.findings.add(Diagnostic(.checkNeedsDate, at: expectation.location, ["key": "expect"]))
    }
    return expectation
  }

  private func level(_ map: inout YAMLMapping) -> Int? {
    guard let level = map.locatedString("level"), let levels = context.levels else { return nil }
    if let found = levels.firstIndex(where: { $0.id == level.value || $0.title == level.value }) {
      return found
    }
    map.findings.add(.unknownLevel(level.value, levels: levels, at: level.location))
    return nil
  }

  private func within(_ map: inout YAMLMapping) -> String? {
    guard let within = map.locatedString("within") else { return nil }
    if let tree = context.tree { tree.check(code: within, findings: &map.findings) }
    return within.value
  }
}
