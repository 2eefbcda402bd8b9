import Common
import Markdown
import Reading
import Statistics
import YAML

/// Looks up every name of a Markdown file once, so that filling a page needs none.
package struct Resolver: Sendable {
  let names: NameIndex
  let datasets: [DatasetDeclaration]
  let indicators: [IndicatorDeclaration]
  let asOf: CivilDate
  /// The indicator whose own page is resolved: what a directive speaks of when it names none.
  let this: IndicatorIndex?

  /// - Parameters:
  ///   - asOf: The reporting day: a figure of a later day does not exist.
  ///   - this: The indicator whose own page is resolved.
  package init(project: Project, asOf: CivilDate, this: IndicatorIndex? = nil) {
    names = NameIndex(
      tree: project.tree, indicators: project.indicatorNames, broken: project.brokenNames, this: this)
    datasets = project.datasets
    indicators = project.indicators
    self.asOf = asOf
    self.this = this
  }

  /// A document with its figures and directives looked up; what cannot be found is a finding at its place.
  ///
  /// - Parameter needsPlace: Whether figures without `@` need a place in the front matter: stories and pages, which
  ///   are about no region of their own.
  package func resolve(_ document: CompiledDocument, needsPlace: Bool, findings: inout Findings)
    -> ResolvedDocument
  {
    var place: RegionIndex?
    if let name = document.frontMatter.place {
      let location = document.frontMatter.placeLocation ?? document.frontMatter.location
      place = names.place(name, at: location, on: document.frontMatter.date, findings: &findings)
    }
    let scope = Scope(lacksPlace: needsPlace && document.frontMatter.place == nil)
    var taken: Set<String> = []
    var pieces: [ResolvedPiece] = []
    for piece in document.pieces {
      switch piece {
      case .html(let bytes): pieces.append(.html(bytes))
      case .figure(let reference):
        if let figure = resolve(reference, scope, findings: &findings) { pieces.append(.figure(figure)) }
      case .directive(let directive):
        if let resolved = resolve(directive, scope, taken: &taken, findings: &findings) {
          pieces.append(.directive(resolved))
        }
      }
    }
    return ResolvedDocument(
      source: document,
      title: document.frontMatter.title.map { resolve($0, scope, findings: &findings) },
      summary: document.frontMatter.summary.map { resolve($0, scope, findings: &findings) },
      place: place, pieces: pieces, opening: opening(document, pieces, scope))
  }

  /// The pieces of the excerpt, or up to the end of the first paragraph; blocks are left out.
  private func opening(_ document: CompiledDocument, _ pieces: [ResolvedPiece], _ scope: Scope)
    -> [ResolvedPiece]
  {
    if let excerpt = document.excerpt {
      // What is wrong in it has been said: it stands in the text too.
      var said = Findings()
      return excerpt.compactMap { piece in
        switch piece {
        case .html(let bytes): .html(bytes)
        case .figure(let reference): resolve(reference, scope, findings: &said).map { .figure($0) }
        case .directive: nil
        }
      }
    }
    var opening: [ResolvedPiece] = []
    for piece in pieces {
      switch piece {
      case .figure: opening.append(piece)
      case .html(let bytes):
        opening.append(piece)
        if Self.endsParagraph(bytes) { return opening }
      case .directive: continue
      }
    }
    return opening
  }

  private static func endsParagraph(_ html: [UInt8]) -> Bool {
    let end = Array("</p>".utf8)
    return html.indices.contains { html[$0] == 0x3C && html[$0...].starts(with: end) }
  }

  /// What a figure without a place stands for.
  struct Scope {
    var lacksPlace: Bool
  }

  func resolve(_ text: InlineText, _ scope: Scope, findings: inout Findings) -> ResolvedText {
    var runs: [ResolvedText.Run] = []
    for run in text.runs {
      switch run {
      case .text(let text): runs.append(.text(text))
      case .figure(let reference):
        if let figure = resolve(reference, scope, findings: &findings) { runs.append(.figure(figure)) }
      }
    }
    return ResolvedText(runs: runs)
  }

  func resolve(_ reference: FigureReference, _ scope: Scope, findings: inout Findings) -> ResolvedFigure? {
    let indicator = names.indicator(reference.name, at: reference.nameLocation, findings: &findings)
    var place = PlaceChoice.page
    var isComplete = true
    if let name = reference.place {
      let location = reference.placeLocation ?? reference.location
      if let region = names.place(name, at: location, on: reference.day, findings: &findings) {
        place = .fixed(region)
      } else {
        isComplete = false
      }
    } else if scope.lacksPlace {
      findings.add(Diagnostic(.placeNeeded, at: reference.location, ["figure": reference.name]))
      isComplete = false
    }
    var transform: FigureTransform?
    if let name = reference.transform {
      let location = reference.transformLocation ?? reference.location
      transform = self.transform(name, at: location, findings: &findings)
      if transform == nil { isComplete = false }
    }
    if let day = reference.day, day > asOf {
      findings.add(
        Diagnostic(
          .figureAfterAsOf, at: reference.location, ["day": day.description, "asOf": asOf.description]))
      isComplete = false
    }
    guard let indicator, isComplete else { return nil }
    return ResolvedFigure(
      indicator: indicator, place: place, day: reference.day, transform: transform,
      location: reference.location)
  }

  /// Inline figures that no unit ever reported are findings at their place: a story must not print 未报 by mistake.
  package func checkFigures(
    of document: ResolvedDocument, in cube: Cube, region: RegionIndex, findings: inout Findings
  ) {
    func check(_ figure: ResolvedFigure) {
      let place: RegionIndex =
        if case .fixed(let fixed) = figure.place { fixed } else { region }
      let day = figure.day ?? cube.currentDay(figure.indicator, for: place) ?? cube.asOf
      let found = cube.continued(figure.indicator, place, day)
      guard found.state == .notReported else { return }
      findings.add(
        Diagnostic(
          .figureWithoutData, .warning, at: figure.location,
          [
            "title": indicators[figure.indicator].title, "place": names.tree[place].name,
            "day": day.description,
          ]))
    }
    for text in [document.title, document.summary].compactMap({ $0 }) {
      for case .figure(let figure) in text.runs { check(figure) }
    }
    for case .figure(let figure) in document.pieces { check(figure) }
  }
}

extension Resolver {
  /// Looks up an indicator by a name that a user typed.
  package func indicator(_ name: String, at location: Location, findings: inout Findings) -> IndicatorIndex? {
    names.indicator(name, at: location, findings: &findings)
  }

  /// Looks up a place by a name that a user typed.
  package func place(_ name: String, at location: Location, on day: CivilDate?, findings: inout Findings)
    -> RegionIndex?
  {
    names.place(name, at: location, on: day, findings: &findings)
  }
}
