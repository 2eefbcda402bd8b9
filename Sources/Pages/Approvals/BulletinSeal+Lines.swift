import Common
import Reading
import Statistics

extension SiteContext {
  /// Answers as lines of text, by what they tell of: an indicator's id, or a dataset's name behind `dataset:`.
  ///
  /// The lines say everything that could be printed of an answer and nothing of how it is: exact values, states, who
  /// has reported. They are in byte order.
  package func lines(of answers: Set<CubeAnswer>) -> [String: [String]] {
    var lines: [String: [String]] = [:]
    for answer in answers {
      switch answer {
      case .figure(let figure): lines[indicators[figure.indicator].id, default: []].append(line(figure))
      case .period(let period):
        lines[indicators[period.figure.indicator].id, default: []].append(
          text("period", line(period.figure), "\(period.reported)", "\(period.days)"))
      case .change(let indicator, let region, let change):
        lines[indicators[indicator].id, default: []].append(
          text(
            "change", tree[region].code, "\(change.from)", "\(change.to)", text(change.difference),
            text(change.earlier), "\(change.units)"))
      case .share(let part, let whole, let region, let day, let share):
        lines[indicators[part].id, default: []].append(
          text(
            "share", indicators[whole].id, tree[region].code, "\(day)", text(share.value),
            "\(share.exactness)", "\(share.units)"))
      case .missing(let dataset, let region, let day, let units):
        lines["dataset:" + datasets[dataset].name, default: []].append(
          text(
            "missing", tree[region].code, "\(day)",
            units.map { tree[$0].code }.sorted().joined(separator: " ")))
      case .due(let dataset, let region, let day, let expected, let units):
        lines["dataset:" + datasets[dataset].name, default: []].append(
          text("due", tree[region].code, "\(day)", "\(expected)", units.joined(separator: ", ")))
      case .waiting(let indicator, let region, let day, let count):
        lines[indicators[indicator].id, default: []].append(
          text("waiting", tree[region].code, "\(day)", "\(count)"))
      case .input(let indicator, let region, let row):
        lines[indicators[indicator].id, default: []].append(text("input", tree[region].code, row))
      case .record(let dataset, let region, let cells):
        lines["dataset:" + datasets[dataset].name, default: []].append(
          text("record", tree[region].code, cells.joined(separator: "\t")))
      }
    }
    return lines.mapValues { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  }

  private func line(_ figure: Figure) -> String {
    text(
      "figure", tree[figure.region].code, "\(figure.day)", text(figure.value), text(figure.numerator),
      text(figure.denominator), figure.state.rawValue, "\(figure.exactness)", figure.written ?? "",
      "\(figure.reported)", "\(figure.expected)", "\(figure.carried)", figure.basis.rawValue,
      "\(figure.immature)", text(figure.interval?.low), text(figure.interval?.high))
  }

  private func text(_ value: Rational?) -> String { value.map { "\($0.numerator)/\($0.denominator)" } ?? "" }

  private func text(_ parts: String...) -> String { parts.joined(separator: "|") }
}
