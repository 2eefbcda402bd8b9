import Common
import Reading
import Statistics

extension PageContext {
  /// Who has not reported, what is provisional, what was put right.
  func notes(_ frame: DirectiveFrame, _ kinds: Set<NoteKind>) -> BlockView {
    let region = self.region(frame.place)
    let day = self.day ?? site.bulletinDays.last ?? cube.asOf
    var view = NotesView(
      id: frame.id, title: text(frame.title), late: [], complete: "", provisional: [], corrections: [])
    let late = kinds.isDisjoint(with: [.missing, .provisional]) ? [] : self.late(region, day)
    if kinds.contains(.missing) {
      view.late = late
      if late.isEmpty, isExpected(region, day) { view.complete = words[.notesNoneMissing] }
    }
    if !kinds.isDisjoint(with: [.missing, .provisional]) { view.provisional = leftOut(region, day) }
    if kinds.contains(.provisional), !late.isEmpty {
      let names = provisionalTitles(region, day)
      if !names.isEmpty {
        view.provisional.append(
          words.fill(.notesProvisional, ["names": names.joined(separator: words[.listComma])]))
      }
    }
    if kinds.contains(.revised) { view.corrections = corrections(region, day) }
    let isEmpty =
      view.late.isEmpty && view.complete.isEmpty && view.provisional.isEmpty && view.corrections.isEmpty
    return isEmpty ? .nothing : .notes(view)
  }

  /// Rows that a refused cell took out: never in silence.
  private func leftOut(_ region: RegionIndex, _ day: CivilDate) -> [String] {
    let subtree = site.tree.subtree(region)
    return site.tables.compactMap { table in
      let rows = table.refused.reduce(0) { count, refused in
        subtree.contains(Int(refused.region)) && (refused.day == nil || refused.day == day)
          ? count + refused.rows : count
      }
      guard rows > 0 else { return nil }
      return words.fill(.leftOut, ["dataset": table.declaration.title, "count": String(rows)])
    }
  }

  private func isExpected(_ region: RegionIndex, _ day: CivilDate) -> Bool {
    site.datasets.indices.contains {
      !cube.expectedUnits($0, region, day).isEmpty && site.datasets[$0].date != .none
    }
  }

  private func late(_ region: RegionIndex, _ day: CivilDate) -> [NotesView.Late] {
    site.datasets.indices.compactMap { dataset in
      guard site.datasets[dataset].rollsUp, site.datasets[dataset].date != .none, hasBegun(dataset, by: day)
      else {
        return nil
      }
      // On other days than those on which it is due nobody is late.
      guard site.datasets[dataset].expectation?.isDue(on: day) ?? true else { return nil }
      let expected = cube.expectedUnits(dataset, region, day).count
      let missing = cube.missingUnits(dataset, region, day)
      guard expected > 0, !missing.isEmpty else { return nil }
      let units = site.tree.levels[site.tables[dataset].level].title
      return NotesView.Late(
        dataset: site.datasets[dataset].title, reported: expected - missing.count, expected: expected,
        missing: missing.map { link($0) },
        summary: words.fill(
          .notesMissing,
          [
            "dataset": site.datasets[dataset].title, "reported": String(expected - missing.count),
            "expected": String(expected), "units": units, "count": String(missing.count),
            "names": missing.map { site.tree[$0].name }.joined(separator: words[.listComma]),
          ]))
    }
  }

  private func provisionalTitles(_ region: RegionIndex, _ day: CivilDate) -> [String] {
    site.indicators.indices.compactMap { indicator in
      isDated(indicator) && cube.figure(indicator, region, day).state == .provisional
        ? site.indicators[indicator].title : nil
    }
  }

  private func corrections(_ region: RegionIndex, _ day: CivilDate) -> [NotesView.Correction] {
    let subtree = site.tree.subtree(region)
    return site.corrections.filter { correction in
      guard let place = correction.region, subtree.contains(Int(place)) else { return false }
      guard let on = correction.on else { return true }
      // A bulletin tells what was put right on its day, and which of its own figures were put right later.
      return on <= cube.asOf && (self.day == nil || on == day || correction.day == day)
    }.map { correction in
      NotesView.Correction(
        subject: site.subject(of: correction),
        old: Self.grouped(correction.old), new: Self.grouped(correction.new), reason: correction.reason,
        byline: site.byline(of: correction))
    }
  }

  /// A corrected value as figures are printed: `3,743`; what is no plain number stays as it was written.
  static func grouped(_ value: String) -> String {
    Rational(decimal: value) == nil ? value : FigureFormatter.grouped(value)
  }
}
