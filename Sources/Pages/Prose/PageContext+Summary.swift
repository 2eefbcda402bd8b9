import Common
import Reading
import Statistics

extension PageContext {
  /// Sentences written from the figures: who reported, each figure with its change and its goal.
  func summary(_ indicators: [IndicatorIndex], _ region: RegionIndex) -> [SentenceView] {
    let figures = indicators.map { figure($0, region) }.filter { isDue($0) }
    guard !figures.isEmpty else { return [] }
    let opening = reportingSentence(figures, region).map { SentenceView(text: $0) }
    return [opening].compactMap { $0 }
      + figures.map { SentenceView(text: sentence($0), link: definitionLink($0.indicator)) }
  }

  /// 截至2月14日18:00，37个社区中35个已报数。
  private func reportingSentence(_ figures: [Figure], _ region: RegionIndex) -> String? {
    guard let total = leastComplete(figures.filter { isDated($0.indicator) }) else { return nil }
    let sent = total.reported - total.carried
    return words.fill(
      sent == total.expected ? .summaryAllReported : .summaryReporting,
      [
        "day": site.dates.short(total.day), "time": site.dates.time(minutes: site.site.cutOffMinutes),
        "place": site.tree[region].name, "expected": String(total.expected),
        "reported": String(sent), "units": unitTitle(of: total.indicator),
      ]) + words[.stop]
  }

  private func sentence(_ figure: Figure) -> String {
    let indicator = site.indicators[figure.indicator]
    let text = formatter.text(figure)
    guard let value = figure.value else {
      let word: Word = text.mark?.kind == .miss ? .summaryMissing : .summaryAbsent
      return words.fill(word, ["title": indicator.title, "state": text.number]) + words[.stop]
    }
    var clauses = [words.fill(.summaryValue, ["title": indicator.title, "value": text.text])]
    if isDated(figure.indicator) { clauses.append(changeClause(figure)) }
    if let target = indicator.target, let met = isMet(value, target, indicator), figure.meetsThreshold {
      let goal = formatter.threshold(target, of: indicator)
      clauses.append(
        met
          ? words.fill(.summaryTargetMet, ["target": goal])
          : words.fill(
            .summaryTargetMissed,
            ["target": goal, "amount": formatter.distance(value, to: target, of: indicator)]))
    }
    if figure.basis == .own || figure.reported < figure.expected || figure.carried > 0 {
      clauses.append(completeness(figure))
    }
    if indicator.asReported { clauses.append(words[.asReported]) }
    return clauses.joined(separator: words[.comma]) + words[.stop]
  }

  /// 较前一日上升1.0个百分点（同口径35个社区）
  private func changeClause(_ figure: Figure) -> String {
    let change = self.change(figure.indicator, figure.region)
    if change.isRedefined { return words[.summaryRedefined] }
    guard change.direction != .unknown else {
      return words.fill(.sinceYesterday, ["change": words[.notComparable]])
    }
    let clause = words.fill(.sinceYesterday, ["change": change.words])
    guard figure.expected > 1, change.units > 0, change.units < figure.expected || change.isRegrouped else {
      return clause
    }
    return clause + words.fill(.parentheses, ["text": basis(change, figure.indicator)])
  }
}
