import Common
import Reading

extension HeaderSearch {
  /// One finding for each required field that the nearest record does not name, where the heading that
  /// resembles it most stands.
  func missingColumns(_ best: HeaderCandidate?, of file: RecordFile) -> [Diagnostic] {
    let unnamed = best?.headings.filter { $0.field == nil } ?? []
    return required.compactMap { index in
      guard !(best?.headings.contains { $0.field == index } ?? false) else { return nil }
      let field = declaration.fields[index]
      let nearest = nearest(to: field, among: unnamed.map { $0.text.trimmingBlanks }.filter { !$0.isEmpty })
      let column = best?.headings.firstIndex { $0.field == nil && $0.text.trimmingBlanks == nearest.first }
      let line = column.flatMap { best?.headings[$0].line } ?? best?.line ?? 1
      return Diagnostic(
        .requiredColumnMissing, at: file.location(line: line, position: column ?? 0),
        ["field": field.title, "dataset": declaration.title], suggestions: nearest)
    }
  }

  private func nearest(to field: FieldDeclaration, among headings: [String]) -> [String] {
    for name in [field.title, field.name] + field.aliases {
      let found = NearestNames.find(name, in: headings)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The header's columns, with a finding for each that stands twice or is not read.
  func header(_ candidate: HeaderCandidate, of file: RecordFile, findings: inout Findings) -> Header {
    var positions: [Int?] = Array(repeating: nil, count: declaration.fields.count)
    for (position, heading) in candidate.headings.enumerated() {
      let location = file.location(line: heading.line, position: position)
      let text = heading.text.trimmingBlanks
      guard let field = heading.field else { continue }
      if let first = positions[field] {
        findings.add(
          Diagnostic(
            .headingTwice, at: location,
            ["heading": text, "field": declaration.fields[field].title, "first": String(first + 1)]))
      } else {
        positions[field] = position
      }
    }
    let absent = declaration.fields.indices.filter { positions[$0] == nil }.map { declaration.fields[$0] }
    let isSurvey = SurveyHeadings.areThose(candidate.headings.map { HeadingFold.fold($0.text) })
    let ignored = Set(declaration.ignoredHeadings.map(HeadingFold.fold))
    var dropped: [(heading: String, location: Location)] = []
    for (position, heading) in candidate.headings.enumerated() where heading.field == nil {
      let text = heading.text.trimmingBlanks
      if text.isEmpty || ignored.contains(HeadingFold.fold(text)) { continue }
      if isSurvey {
        let folded = HeadingFold.fold(text)
        let isPersonal = SurveyHeadings.isPersonal(folded)
        if isPersonal { dropped.append((text, file.location(line: heading.line, position: position))) }
        if isPersonal || SurveyHeadings.isOwn(folded) { continue }
      }
      let location = file.location(line: heading.line, position: position)
      let names = absent.map(\.title) + absent.map(\.name)
      let nearest = NearestNames.find(text, in: names)
      findings.add(
        Diagnostic(
          .columnNotRead, .warning, at: location, ["heading": text],
          // A renamed column may not resemble its old name at all, and its data would be missing.
          suggestions: nearest.isEmpty && absent.count <= 3 ? absent.map(\.title) : nearest))
    }
    if let first = dropped.first {
      findings.add(
        Diagnostic(
          .surveyColumnsDropped, .remark, at: first.location,
          ["headings": dropped.map(\.heading).joined(separator: "、")]))
    }
    let places = declaration.regionFields.compactMap { positions[$0] }
    return Header(
      line: candidate.line, width: candidate.headings.count, positions: positions,
      labelColumns: places.contains(0) ? places : places + [0],
      isSurvey: isSurvey)
  }
}
