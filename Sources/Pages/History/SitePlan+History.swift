import Common
import Comparing
import Reading

extension SitePlan {
  /// How many rows a group shows: the rest stand in `data/revisions.csv`.
  private static let shownRows = 30
  /// How many changed figures stand with a correction, or in the note above a bulletin.
  private static let shownFigures = 6

  var revisionsView: HistoryView {
    var view = HistoryView()
    view.corrections = corrections
    view.unexplained = groups { $0.reason == .unexplained }
    view.definitions = groups { $0.reason.kind == .definition }
    view.late = groups { $0.reason.kind == .revision }
    return view
  }

  /// Whether the page of revisions tells of invented figures.
  var hasIllustrativeRevisions: Bool {
    let names = context.names.indicators
    return context.corrections.contains { correction in
      switch correction.source {
      case .dataset(let index): context.datasets[index].isIllustrative
      case .indicator(let index): context.cube.isIllustrative(index)
      case nil: false
      }
    }
      || context.history.revisions.contains { revision in
        names[revision.key.indicator].map { context.cube.isIllustrative($0) } ?? false
      }
  }

  /// The corrections of `corrections.yaml` that are known by now, the newest first.
  package var corrections: [CorrectionEntry] {
    let known = context.corrections.filter { $0.on.map { $0 <= context.cube.asOf } ?? true }
    let told = Dictionary(grouping: context.history.revisions.filter { $0.reason == .correction }) {
      Explanation($0.explanation, $0.by, $0.on)
    }
    let entries = known.map { correction in
      let changed = (told[Explanation(correction.reason, correction.by, correction.on)] ?? []).filter {
        $0.key.day >= correction.day ?? $0.key.day
      }
      let rows = rows(changed)
      return CorrectionEntry(
        id: context.anchor(of: correction), on: correction.on, subject: context.subject(of: correction),
        old: PageContext.grouped(correction.old), new: PageContext.grouped(correction.new),
        reason: correction.reason, byline: context.byline(of: correction),
        figures: Array(rows.prefix(Self.shownFigures)), rest: rest(rows.count - Self.shownFigures))
    }
    return entries.enumerated().sorted { left, right in
      let days = (left.element.on?.dayNumber ?? .min, right.element.on?.dayNumber ?? .min)
      return days.0 != days.1 ? days.0 > days.1 : left.offset < right.offset
    }.map(\.element)
  }

  private struct Explanation: Hashable {
    var reason, by: String
    var on: CivilDate?

    init(_ reason: String, _ by: String, _ on: CivilDate?) {
      self.reason = reason
      self.by = by
      self.on = on
    }
  }

  private func groups(_ isWanted: (Revision) -> Bool) -> [RevisionGroup] {
    let byRelease = Dictionary(grouping: context.history.revisions.filter(isWanted)) { $0.release }
    return byRelease.sorted { $0.key > $1.key }.map { release, revisions in
      let rows = rows(revisions)
      return RevisionGroup(
        id: release.description,
        title: context.words.fill(
          .revisionsOf,
          [
            "release": release.description, "day": context.dates.full(release.day),
            "count": String(revisions.count),
          ]), rows: Array(rows.prefix(Self.shownRows)), rest: rest(rows.count - Self.shownRows))
    }
  }

  private func rest(_ count: Int) -> String {
    count > 0 ? context.words.fill(.revisionsRest, ["count": String(count)]) : ""
  }

  /// Figures of large places before those of small ones, as the tree has them; then by indicator and day.
  private func rows(_ revisions: [Revision]) -> [RevisionRow] {
    let names = context.names
    let sorted = revisions.sorted { left, right in
      let places = (names.regions[left.key.region] ?? .max, names.regions[right.key.region] ?? .max)
      if places.0 != places.1 { return places.0 < places.1 }
      let indicators = (
        names.indicators[left.key.indicator] ?? .max, names.indicators[right.key.indicator] ?? .max
      )
      if indicators.0 != indicators.1 { return indicators.0 < indicators.1 }
      return left.key.day < right.key.day
    }
    return sorted.map { revision in
      RevisionRow(
        title: names.indicators[revision.key.indicator].map {
          LinkText(text: context.indicators[$0].title, address: context.addresses.indicator($0))
        } ?? LinkText(text: revision.key.indicator),
        place: names.regions[revision.key.region].map {
          LinkText(text: context.tree[$0].name, address: context.addresses.region($0))
        } ?? LinkText(text: revision.key.region),
        day: context.dates.short(revision.key.day), old: revision.old.isEmpty ? "—" : revision.old,
        new: revision.new.isEmpty ? "—" : revision.new)
    }
  }

  /// What stands above a bulletin that stays as it was published.
  package func note(on bulletin: PublishedBulletin, of day: CivilDate) -> PublishedNote {
    let words = context.words
    let changed = rows(context.history.revisions(of: day, since: bulletin.release))
    return PublishedNote(
      text: words.fill(.keptAsPublished, ["day": context.dates.full(bulletin.release.day)]),
      release: LinkText(
        text: words.fill(.releaseName, ["release": bulletin.release.description]),
        address: Addresses.release(bulletin.release)),
      changed: changed.isEmpty ? "" : words.fill(.changedSince, ["count": String(changed.count)]),
      rows: Array(changed.prefix(Self.shownFigures)),
      revisions: LinkText(text: words[.revisions], address: Addresses.revisions),
      next: context.bulletinDays.first { $0 > day }.map { link($0) })
  }
}

extension SiteContext {
  /// What a correction is of: a place, a day, a dataset and its field, or an indicator.
  func subject(of correction: Correction) -> String {
    [
      correction.region.map { tree[$0].name } ?? "", correction.day.map { dates.short($0) } ?? "",
      correction.subject, correction.field,
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  func byline(of correction: Correction) -> String {
    words.fill(
      .notesCorrectionBy,
      ["by": correction.by, "day": correction.on.map { dates.full($0) } ?? ""])
  }

  /// The correction's place on the page of revisions: made of what it is of, so that it stays where it is.
  func anchor(of correction: Correction) -> String {
    let what: String
    switch correction.source {
    case .dataset(let index):
      let field = correction.explains.map { datasets[index].fields[$0.field].name } ?? ""
      what = datasets[index].name + (field.isEmpty ? "" : "-" + field)
    case .indicator(let index): what = indicators[index].id
    case nil: what = "figure"
    }
    let parts = [
      "c", correction.on?.description ?? "", what, correction.region.map { tree[$0].code } ?? "",
      correction.day?.description ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "-")
  }

  /// Indices by the ids and codes that published tables hold; of regions that share a code, the one that has the page.
  var names: (indicators: [String: IndicatorIndex], regions: [String: RegionIndex]) {
    var regions: [String: RegionIndex] = [:]
    for (index, region) in tree.regions.enumerated() {
      regions[region.code] = addresses.holder(of: RegionIndex(index))
    }
    return (
      Dictionary(indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first }),
      regions
    )
  }
}
