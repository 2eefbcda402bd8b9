import Common
import Pages
import Reading
import Rendering
import Statistics

/// An explanation as JSON, in the shape of `explain.schema.json`: numbers are decimals in text, so that none loses a digit.
struct ExplanationJSON {
  private let answer: ExplainRequest.Answer
  /// Raised when a member changes its meaning or goes away; new members may come without.
  static let version = 1

  static var schema: [UInt8] { PackageResources.explain_schema_json }

  init(_ answer: ExplainRequest.Answer) {
    self.answer = answer
  }

  private var page: PageContext { answer.page }
  private var site: SiteContext { page.site }
  private var explanation: Explanation { answer.explanation }

  var text: String {
    var json = JSONWriter()
    let figure = explanation.figure
    let indicator = site.indicators[figure.indicator]
    json.beginObject()
    json.member("version", Self.version)
    json.member("kind", kind)
    json.member("indicator", indicator.id)
    json.member("title", answer.title)
    json.member("definition", indicator.definition(on: figure.day))
    json.member("formula", page.formulaText(indicator, on: figure.day))
    definitions(&json)
    json.member("unit", site.formatter.unit(of: indicator))
    place(figure.region, &json)
    json.member("path", site.tree.path(to: figure.region).map { site.tree[$0].name })
    json.member("date", figure.day.description)
    json.member("known_on", site.knownOn?.description)
    json.member("printed", answer.printed)
    json.member("state", figure.state.rawValue)
    json.member("exactness", figure.exactness.name)
    json.member("value", figure.value?.plainDecimal(atMost: 12))
    json.member("numerator", figure.numerator?.plainDecimal(atMost: 12))
    json.member("denominator", figure.denominator?.plainDecimal(atMost: 12))
    if let interval = figure.interval {
      json.key("interval")
      json.beginObject()
      json.member("low", interval.low.plainDecimal(atMost: 12))
      json.member("high", interval.high.plainDecimal(atMost: 12))
      json.endObject()
    }
    json.member("times", explanation.times.plainDecimal(atMost: 12))
    json.member("basis", figure.basis.rawValue)
    json.member("reported", figure.reported)
    json.member("expected", figure.expected)
    json.member("carried", figure.carried)
    json.member("immature", figure.immature)
    json.member("reporting_at_least", explanation.atLeast.plainDecimal(atMost: 12))
    json.member("meets_reporting", figure.meetsThreshold)
    json.member("standing", Self.name(explanation.standing))
    thresholds(indicator, &json)
    json.key("origins")
    list(figure.origins, &json) { place($0, &$1) }
    json.key("parts")
    parts(explanation.parts, &json)
    json.member("columns", explanation.columns.map(page.measureName))
    json.key("units")
    list(explanation.contributions, &json) { unit($0, &$1) }
    json.key("refused")
    list(explanation.refused, &json) { refused, json in
      place(refused.region, &json)
      json.member("dataset", site.datasets[refused.dataset].name)
      json.member("rows", refused.rows)
    }
    madeOf(&json)
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }

  private var kind: String {
    switch explanation.kind {
    case .day: "figure"
    case .change: "change"
    case .mean: "mean"
    case .sum: "sum"
    case .last: "last"
    case .rank: "rank"
    }
  }

  private func place(_ region: RegionIndex, _ json: inout JSONWriter) {
    json.member("region", site.tree[region].code)
    json.member("place", site.tree[region].name)
  }

  private func list<Item>(
    _ items: [Item], _ json: inout JSONWriter, _ members: (Item, inout JSONWriter) -> Void
  ) {
    json.beginArray()
    for item in items {
      json.beginObject()
      members(item, &json)
      json.endObject()
    }
    json.endArray()
  }

  private func thresholds(_ indicator: IndicatorDeclaration, _ json: inout JSONWriter) {
    json.key("thresholds")
    json.beginObject()
    for (name, value) in [
      ("target", indicator.target), ("warn_below", indicator.warnBelow), ("bad_below", indicator.badBelow),
      ("warn_above", indicator.warnAbove), ("bad_above", indicator.badAbove),
    ] {
      json.member(name, value?.plainDecimal(atMost: 12))
    }
    json.endObject()
  }

  private func parts(_ parts: [Explanation.Part], _ json: inout JSONWriter) {
    list(parts, &json) { part, json in
      json.member("role", part.role.rawValue)
      json.member("name", page.name(of: part))
      json.member("indicator", part.indicator.map { site.indicators[$0].id })
      if let measure = part.measure { self.measure(measure, &json) }
      json.member("value", part.value?.plainDecimal(atMost: 12))
      json.member("exactness", part.exactness.name)
      if let window = part.window {
        json.member("from", window.lowerBound.description)
        json.member("to", window.upperBound.description)
        json.key("daily")
        list(part.daily, &json) { daily, json in
          json.member("date", daily.day.description)
          json.member("value", daily.value.plainDecimal(atMost: 12))
        }
      }
      json.key("rows")
      list(part.rows, &json) { rows, json in
        json.member("dataset", site.datasets[rows.dataset].name)
        json.member("file", rows.file)
        json.member("sheet", rows.sheet)
        json.key("ranges")
        json.beginArray()
        for run in LineRanges(rows.lines).runs {
          json.beginArray()
          json.number(run.lowerBound)
          json.number(run.upperBound)
          json.endArray()
        }
        json.endArray()
        json.member("count", rows.lines.count)
      }
      json.key("parts")
      self.parts(part.parts, &json)
    }
  }

  private func measure(_ measure: Measure, _ json: inout JSONWriter) {
    json.key("measure")
    json.beginObject()
    json.member("verb", measure.verb.rawValue)
    json.member("dataset", measure.dataset.map { site.datasets[$0].name } ?? "regions")
    json.member(
      "field",
      measure.dataset.map { dataset in measure.field.map { site.datasets[dataset].fields[$0].name } }
        ?? measure.field.map { site.tree.base[$0].name })
    json.member("text", page.measureText(measure))
    json.endObject()
  }

  private func unit(_ unit: Explanation.Contribution, _ json: inout JSONWriter) {
    place(unit.region, &json)
    switch unit.report {
    case .sent: json.member("report", "sent")
    case .missing(let last):
      json.member("report", "missing")
      json.member("last_report", last?.description)
    case .carried(let from):
      json.member("report", "carried")
      json.member("from", from.description)
    }
    json.member("counted", unit.isCounted)
    json.member("own", unit.isOwn)
    json.member("suppressed", unit.isSuppressed)
    json.member("values", unit.values.map { $0.plainDecimal(atMost: 12) })
    json.key("blank")
    list(unit.blank, &json) { blank, json in
      json.member("name", page.measureName(blank.measure))
      json.member("label", blank.label)
    }
  }

  /// The figures that this one is made of.
  private func madeOf(_ json: inout JSONWriter) {
    switch explanation.kind {
    case .day: break
    case .last(let period):
      json.member("from", period.lowerBound.description)
      json.member("to", period.upperBound.description)
    case .mean(let days), .sum(let days):
      json.key("days")
      list(days, &json) { figure, json in
        json.member("date", figure.day.description)
        json.member("value", figure.value?.plainDecimal(atMost: 12))
        json.member("numerator", figure.numerator?.plainDecimal(atMost: 12))
        json.member("denominator", figure.denominator?.plainDecimal(atMost: 12))
        json.member("printed", site.formatter.text(figure).text)
        json.member("state", figure.state.rawValue)
      }
    case .rank(let rank, let among):
      json.member("position", rank?.position)
      json.member("of", rank?.of)
      json.key("among")
      list(among, &json) { one, json in
        place(one.region, &json)
        json.member("position", one.rank?.position)
        json.member("value", one.figure.value?.plainDecimal(atMost: 12))
        json.member("printed", site.formatter.text(one.figure).text)
        json.member("state", one.figure.state.rawValue)
      }
    case .change(let change, let comparison):
      json.member("from", change.from.description)
      json.member("to", change.to.description)
      json.member("difference", change.difference?.plainDecimal(atMost: 12))
      json.member("compared", change.units)
      json.member("regrouped", change.isRegrouped)
      json.member("redefined", change.isRedefined)
      day("earlier", comparison.earlier, comparison.earlierUnits, value: change.earlier, &json)
      let later = change.earlier.flatMap { earlier in change.difference.map { earlier + $0 } }
      day("later", comparison.later, comparison.laterUnits, value: later, &json)
    }
  }

  private func day(
    _ name: String, _ parts: [Explanation.Part], _ units: [RegionIndex], value: Rational?,
    _ json: inout JSONWriter
  ) {
    json.key(name)
    json.beginObject()
    json.member("value", value?.plainDecimal(atMost: 12))
    json.key("parts")
    self.parts(parts, &json)
    json.key("units")
    list(units, &json) { place($0, &$1) }
    json.endObject()
  }

  /// Where the definition has changed: one after another.
  private func definitions(_ json: inout JSONWriter) {
    let periods = page.definitionPeriods(explanation.figure.indicator)
    guard !periods.isEmpty else { return }
    json.key("definitions")
    list(periods, &json) { period, json in
      json.member("days", period.days)
      json.member("definition", period.definition)
      json.member("formula", period.formula)
      json.member("note", period.note)
    }
  }

  private static func name(_ standing: Standing) -> String {
    switch standing {
    case .onTarget: "on_target"
    case .belowTarget: "below_target"
    case .warn, .bad, .none: standing.rawValue
    }
  }
}
