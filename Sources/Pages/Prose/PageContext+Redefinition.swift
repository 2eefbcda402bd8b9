import Common
import Reading
import Statistics

/// A definition with the days on which it is in force.
package struct DefinitionPeriod: Hashable, Sendable {
  /// `至2020年2月19日`
  package var days: String
  package var definition: String
  package var formula: String
  /// What changed behind it and why; empty where nobody has said.
  package var note: String
}

// Definitions that changed on a day.
extension PageContext {
  /// The definitions of an indicator one after another; empty where it has had but one.
  package func definitionPeriods(_ index: IndicatorIndex) -> [DefinitionPeriod] {
    let indicator = site.indicators[index]
    let begins = cube.redefinitions(of: index)
    guard !begins.isEmpty else { return [] }
    return (0...begins.count).map { number in
      let from = number > 0 ? begins[number - 1] : nil
      let until = number < begins.count ? begins[number].adding(days: -1) : nil
      let day = until ?? cube.asOf
      let days: String
      if let from, let until {
        days =
          from == until
          ? site.dates.full(from)
          : words.fill(
            .dateRange, ["from": site.dates.full(from), "to": site.dates.full(until)])
      } else if let from {
        days = words.fill(.definitionSince, ["day": site.dates.full(from)])
      } else {
        days = words.fill(.definitionUntil, ["day": site.dates.full(day)])
      }
      return DefinitionPeriod(
        days: days, definition: indicator.definition(on: day) ?? "",
        formula: formulaText(indicator, on: day),
        note: until.map { reason(index, from: $0.adding(days: 1)) } ?? "")
    }
  }

  /// Where an indicator's series begins anew, counted by another definition.
  func breaks(of indicator: IndicatorIndex, _ days: ClosedRange<CivilDate>) -> [TrendView.Break] {
    redefinitions(of: indicator, days).map {
      TrendView.Break(day: $0, label: words[.definitionChanged], isCut: true)
    }
  }

  /// 复工核查率2月20日起口径调整：…; empty where no definition changed between the first day and the last.
  func redefinitionNote(_ indicators: [IndicatorIndex], _ days: ClosedRange<CivilDate>) -> String {
    words.sentences(
      indicators.flatMap { indicator in
        redefinitions(of: indicator, days).map { day in
          let text = words.fill(
            .redefinedOn, ["title": site.indicators[indicator].title, "day": site.dates.short(day)])
          let reason = reason(indicator, from: day)
          return reason.isEmpty ? text : text + words[.colon] + reason
        }
      })
  }

  private func redefinitions(of indicator: IndicatorIndex, _ days: ClosedRange<CivilDate>) -> [CivilDate] {
    cube.redefinitions(of: indicator).filter { days.lowerBound < $0 && $0 <= days.upperBound }
  }

  /// What the writer says of the change, or which indicators below have changed; without a stop.
  private func reason(_ index: IndicatorIndex, from day: CivilDate) -> String {
    let indicator = site.indicators[index]
    if let own = indicator.earlier.first(where: { $0.until == day.adding(days: -1) }) {
      var note = own.note ?? ""
      while note.last == "。" || note.last == "." { note.removeLast() }
      return note
    }
    let below = indicator.formula(on: day).references.filter { cube.redefinitions(of: $0).contains(day) }
    return below.map { site.indicators[$0].title + words[.definitionChanged] }
      .joined(separator: words[.listComma])
  }
}
