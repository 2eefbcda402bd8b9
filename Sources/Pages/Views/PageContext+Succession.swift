import Common
import Reading
import Statistics

/// Units that were renamed, moved, merged or split on one day: who they were and who they are.
struct Succession: Hashable {
  enum Kind: Hashable { case renamed, moved, merged, split, regrouped }

  var kind: Kind
  /// The first day of those that took over.
  var day: CivilDate
  var old: [RegionIndex]
  var new: [RegionIndex]
}

extension RegionTree {
  /// What made the region: with all that took over together with it. `nil` where it took over from nobody.
  func succession(of region: RegionIndex) -> Succession? {
    guard let day = self[region].validFrom, !self[region].predecessors.isEmpty else { return nil }
    let old = self[region].predecessors
    let new = Set(old.flatMap { self[$0].successors }).sorted()
    let kind: Succession.Kind
    switch (old.count, new.count) {
    case (1, 1):
      let isNamedAlike = self[old[0]].name == self[region].name
      kind = isNamedAlike && self[old[0]].parent != self[region].parent ? .moved : .renamed
    case (_, 1): kind = .merged
    case (1, _): kind = .split
    default: kind = .regrouped
    }
    return Succession(kind: kind, day: day, old: old, new: new)
  }
}

extension PageContext {
  /// What the region's page says of its coming and going.
  var succession: [SuccessionLine] {
    let region = site.tree[self.region]
    var lines: [SuccessionLine] = []
    if let begin = region.validFrom, begin > cube.asOf {
      lines.append(line(.regionBegins, begin))
    } else if let made = site.tree.succession(of: self.region) {
      lines.append(line(made))
    } else if let begin = region.validFrom {
      lines.append(line(.regionBegan, begin))
    }
    if let end = region.validTo, end < cube.asOf {
      let next = end.adding(days: 1)
      let heirs = region.successors.filter { site.tree[$0].validFrom.map { $0 <= cube.asOf } ?? true }
      lines.append(line(heirs.isEmpty ? .regionEndedOn : .regionEndedInto, next, heirs, isEnd: true))
    }
    return lines
  }

  private func line(_ made: Succession) -> SuccessionLine {
    switch made.kind {
    case .renamed: line(.regionRenamed, made.day, made.old)
    case .moved: line(.regionMoved, made.day, parent: made.old.first)
    case .merged: line(.regionMergedFrom, made.day, made.old)
    case .split, .regrouped: line(.regionSplitFrom, made.day, made.old)
    }
  }

  /// Places are linked, but for those whose page this is.
  private func line(
    _ word: Word, _ day: CivilDate, _ places: [RegionIndex] = [], parent: RegionIndex? = nil,
    isEnd: Bool = false
  ) -> SuccessionLine {
    let text = words.fill(word, ["day": site.dates.full(day), "parent": parent.map(parentName) ?? ""])
    let own = site.addresses.region(region)
    return SuccessionLine(
      isEnd: isEnd, subject: nil, text: text,
      places: places.map { place in
        let address = site.addresses.region(place)
        return LinkText(text: name(place), address: address == own ? nil : address)
      })
  }

  private func parentName(_ region: RegionIndex) -> String {
    site.tree[region].parent.map { site.tree[$0].name } ?? ""
  }

  private func names(_ regions: [RegionIndex]) -> String {
    regions.map(name).joined(separator: words[.listComma])
  }

  /// The name, with the code where a unit before or behind it has the same.
  private func name(_ region: RegionIndex) -> String {
    let own = site.tree[region]
    let isShared = (own.predecessors + own.successors).contains {
      site.tree[$0].name == own.name && site.tree[$0].parent == own.parent && site.tree[$0].code != own.code
    }
    return isShared ? own.name + words.fill(.parentheses, ["text": own.code]) : own.name
  }
}

// Series over the days on which units were regrouped.
extension PageContext {
  /// Where a region's own series is continued from others, or begins anew.
  func breaks(of region: RegionIndex, _ days: ClosedRange<CivilDate>) -> [TrendView.Break] {
    history(of: region).compactMap { made in
      guard made.kind != .renamed, made.kind != .moved, days.contains(made.day) else { return nil }
      return TrendView.Break(day: made.day, label: words[.breakRegions], isCut: made.kind != .merged)
    }
  }

  /// What a reader of a series over these days must know: how the region's own is continued, and what was regrouped
  /// among the units below it. Empty where nothing was.
  func successionNote(of region: RegionIndex, _ days: ClosedRange<CivilDate>) -> String {
    var sentences = history(of: region).filter { days.lowerBound < $0.day && $0.day <= days.upperBound }
      .map(seriesText)
    let below = site.successions(below: region).filter {
      days.lowerBound < $0.day && $0.day <= days.upperBound
    }
    if below.count > Self.namedChanges {
      let dates = below.map(\.day)
      sentences.append(
        words.fill(
          .regroupedMany,
          [
            "from": site.dates.short(dates.min() ?? cube.asOf),
            "to": site.dates.short(dates.max() ?? cube.asOf),
            "count": String(below.count),
          ]))
    } else {
      for day in Set(below.map(\.day)).sorted() {
        let changes = below.filter { $0.day == day }.map(changeText).joined(separator: words[.listComma])
        sentences.append(words.fill(.regroupedOn, ["day": site.dates.short(day), "changes": changes]))
      }
    }
    return words.sentences(sentences)
  }

  /// How many changes below a region are told one by one.
  private static let namedChanges = 3

  /// What made the region and, where it is one unit under another name or the sum of others, what made those.
  private func history(of region: RegionIndex) -> [Succession] {
    guard let made = site.tree.succession(of: region) else { return [] }
    switch made.kind {
    case .split, .regrouped: return [made]
    case .renamed, .moved, .merged:
      let earlier = made.old.flatMap { history(of: $0) }
      return [made] + earlier.filter { $0.kind == .merged || $0.kind == .renamed }
    }
  }

  private func seriesText(_ made: Succession) -> String {
    let word: Word =
      switch made.kind {
      case .renamed: .seriesRenamed
      case .moved: .seriesMoved
      case .merged: .seriesMerged
      case .split, .regrouped: .seriesSplit
      }
    return words.fill(
      word,
      [
        "day": site.dates.full(made.day), "places": names(made.old),
        "parent": made.old.first.map(parentName) ?? "",
      ])
  }

  private func changeText(_ made: Succession) -> String {
    let word: Word =
      switch made.kind {
      case .renamed: .changeRenamed
      case .moved: .changeMoved
      case .merged: .changeMerged
      case .split: .changeSplit
      case .regrouped: .changeRegrouped
      }
    return words.fill(
      word,
      ["old": names(made.old), "new": names(made.new), "parent": made.new.first.map(parentName) ?? ""])
  }
}

extension SiteContext {
  /// What was regrouped among the regions below one, each once, in the tree's order.
  ///
  /// - Complexity: O(log n + changes below).
  func successions(below region: RegionIndex) -> [Succession] {
    guard !successions.isEmpty else { return [] }
    let subtree = tree.subtree(region)
    func first(at index: Int) -> Int {
      var (low, high) = (0, successionsByRegion.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(successionsByRegion[middle].region) < index { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let concerned = successionsByRegion[first(at: subtree.lowerBound + 1)..<first(at: subtree.upperBound)]
    return Set(concerned.map(\.number)).sorted().map { successions[$0] }
  }
}
