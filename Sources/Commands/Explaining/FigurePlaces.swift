import Common
import Pages
import Reading

/// Where figures stand in the site's texts: in prose between braces, and by name in the lists of a block.
struct FigurePlaces {
  let plan: SitePlan
  let project: Project

  struct Found {
    var reference: ResolvedFigure
    var page: PageContext
  }

  /// The figure at a place of a text; with a column the one that begins there or last before it.
  ///
  /// - Parameters:
  ///   - region: whose page a dashboard is looked at for.
  ///   - day: which day's bulletin.
  /// - Returns: `nil` after a finding: no such text, no figure on the line, or several and no column.
  func find(
    _ place: TextPlace, region: RegionIndex?, day: CivilDate?, findings: inout Findings
  ) -> Found? {
    let texts = self.texts(region: region, day: day)
    let location = Location(file: place.file, line: place.line, column: place.column ?? 1)
    guard let text = texts.first(where: { Self.isSame($0.document.source.path, place.file) }) else {
      findings.add(
        Diagnostic(
          .noSuchText, at: Location(file: place.file), ["file": place.file],
          suggestions: NearestNames.find(place.file, in: texts.map(\.document.source.path))))
      return nil
    }
    let figures = text.document.figures
    let onLine = figures.filter { Self.position($0).line == place.line }
    guard !onLine.isEmpty else {
      if let listed = self.listed(text.document, at: place, findings: &findings) {
        return Found(reference: listed, page: text.page)
      }
      findings.add(
        Diagnostic(
          .noFigureThere, at: location, suggestions: Self.nearest(figures, to: place.line).map(Self.name)))
      return nil
    }
    guard let column = place.column else {
      guard onLine.count == 1 else {
        findings.add(Diagnostic(.severalFiguresThere, at: location, suggestions: onLine.map(Self.name)))
        return nil
      }
      return Found(reference: onLine[0], page: text.page)
    }
    let before = onLine.filter { Self.position($0).column <= column }
    let reference = before.max { Self.position($0).column < Self.position($1).column } ?? onLine[0]
    return Found(reference: reference, page: text.page)
  }

  /// The figure of an indicator that a block names at the place; without a column where its line names one only.
  private func listed(
    _ document: ResolvedDocument, at place: TextPlace, findings: inout Findings
  ) -> ResolvedFigure? {
    let folder = project.folder.path == "." ? "" : project.folder.path + "/"
    let path = document.source.path
    guard
      let block = document.directives.last(where: { Self.line($0.frame.location) < place.line }),
      let file = project.folder.readText(
        path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path, limit: Limits.markdown,
        findings: &findings)
    else { return nil }
    let lines = String(decoding: file.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(place.line - 1) else { return nil }
    let names = Self.names(in: lines[place.line - 1]).compactMap { name in
      // 走访|本周: with what is made of it.
      let parts = name.text.split(separator: "|", maxSplits: 1).map(String.init)
      return parts.first.flatMap { project.indicatorNames.find($0) }.map {
        (
          indicator: $0, transform: parts.dropFirst().first.flatMap { FigureTransform.names[$0] },
          column: name.column
        )
      }
    }
    let chosen = place.column.map { column in names.last { $0.column <= column } } ?? names.first
    guard let chosen, place.column != nil || names.count == 1 else { return nil }
    return ResolvedFigure(
      indicator: chosen.indicator, place: block.frame.place, day: nil, transform: chosen.transform,
      location: Location(file: path, line: place.line, column: chosen.column))
  }

  /// The words between the marks of a YAML list, each with its column.
  private static func names(in line: Substring) -> [(text: String, column: Int)] {
    var names: [(String, Int)] = []
    var word = ""
    var start = 1
    for (index, character) in (line + ",").enumerated() {
      guard "[],:'\"，：、".contains(character) else {
        if word.isEmpty, character == " " || character == "-" { continue }
        if word.isEmpty { start = index + 1 }
        word.append(character)
        continue
      }
      while word.last == " " { word.removeLast() }
      if !word.isEmpty { names.append((word, start)) }
      word = ""
    }
    return names
  }

  private static func line(_ location: Location) -> Int {
    if case .text(let line, _) = location.position { line } else { .max }
  }

  private func texts(
    region: RegionIndex?, day: CivilDate?
  ) -> [(document: ResolvedDocument, page: PageContext)] {
    let context = plan.context
    func page(_ region: RegionIndex?, _ day: CivilDate? = nil) -> PageContext {
      PageContext(site: context, region: region ?? context.root, day: day, address: Addresses.home)
    }
    var texts = [(plan.home, page(nil)), (plan.region, page(region))]
    texts += plan.indicators.prefix(1).map { ($0, page(nil)) }
    texts.append((plan.bulletin, page(nil, day ?? context.bulletinDays.last)))
    texts += plan.bulletinDays.sorted { $0.key < $1.key }.map { ($0.value, page(nil, $0.key)) }
    texts += (plan.stories + plan.documents).map { ($0, page($0.place)) }
    return texts
  }

  /// Whether two paths name one file, each as somebody typed it.
  private static func isSame(_ path: String, _ typed: String) -> Bool {
    let (a, b) = (parts(path), parts(typed))
    let count = min(a.count, b.count)
    return count > 0 && a.suffix(count).elementsEqual(b.suffix(count))
  }

  private static func parts(_ path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." }
  }

  private static func position(_ figure: ResolvedFigure) -> (line: Int, column: Int) {
    guard case .text(let line, let column) = figure.location.position else { return (0, 0) }
    return (line, column)
  }

  private static func nearest(_ figures: [ResolvedFigure], to line: Int) -> [ResolvedFigure] {
    Array(figures.sorted { abs(position($0).line - line) < abs(position($1).line - line) }.prefix(3))
  }

  private static func name(_ figure: ResolvedFigure) -> String {
    "\(position(figure).line):\(position(figure).column)"
  }
}

extension ResolvedDocument {
  /// The inline figures of the text, of its title and summary, and of its blocks' titles, in the order of the file.
  fileprivate var figures: [ResolvedFigure] {
    func figures(_ text: ResolvedText?) -> [ResolvedFigure] {
      (text?.runs ?? []).compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }
    let inText = pieces.flatMap { piece -> [ResolvedFigure] in
      switch piece {
      case .html: []
      case .figure(let figure): [figure]
      case .directive(let directive): figures(directive.frame.title) + figures(directive.frame.subtitle)
      }
    }
    return (figures(title) + figures(summary) + inText).sorted { $0.location < $1.location }
  }
}
