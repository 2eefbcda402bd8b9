import Common
import Pages
import Reading
import Statistics

/// Writes the documents of `api/v1/`, as `schema.json` describes them.
struct APIFile: Sendable {
  let context: SiteContext

  func write(_ document: APIDocument, into buffer: inout ByteBuffer) {
    if document == .schema {
      buffer.write(PackageResources.schema_json)
      return
    }
    var json = JSONWriter()
    json.beginObject()
    json.member("version", "1")
    json.member("as_of", context.cube.asOf.description)
    switch document {
    case .index: index(&json)
    case .indicators: indicators(&json)
    case .regions: regions(&json)
    case .figures: latest(&json)
    case .day(let day):
      json.member("date", day.description)
      figures(of: day, &json)
    case .schema: break
    }
    json.endObject()
    buffer.write(json.buffer.bytes)
    buffer.write("\n")
  }

  private func index(_ json: inout JSONWriter) {
    let site = context.site
    json.member("title", site.title)
    json.member("publisher", site.publisher)
    json.member("language", site.language)
    json.member("url", site.url)
    json.member(
      "cut_off", ISOTime.text(minutes: site.cutOffMinutes, zone: site.timeZoneMinutes))
    json.member("release", context.history.release.description)
    json.member("schema", "schema.json")
    json.key("latest")
    documents("latest/", &json)
    json.key("releases")
    json.beginArray()
    for name in context.history.documented + [context.history.release] {
      json.beginObject()
      json.member("name", name.description)
      json.key("documents")
      documents("releases/\(name)/", &json)
      json.endObject()
    }
    json.endArray()
    json.key("dates")
    json.beginArray()
    for day in FigureTable.days(of: context) { json.string(CivilDate(dayNumber: day).description) }
    json.endArray()
  }

  private func documents(_ folder: String, _ json: inout JSONWriter) {
    json.beginObject()
    for name in ["indicators", "regions", "figures"] { json.member(name, folder + name + ".json") }
    json.endObject()
  }

  private func indicators(_ json: inout JSONWriter) {
    let page = PageContext(site: context, region: context.root, day: nil, address: Addresses.method)
    json.key("indicators")
    json.beginArray()
    for (index, indicator) in context.indicators.enumerated() {
      json.beginObject()
      json.member("id", indicator.id)
      json.member("title", indicator.title)
      json.member("aliases", indicator.aliases)
      json.member("topic", indicator.topic)
      json.member("definition", indicator.definition(on: context.cube.asOf))
      json.member("formula", page.formulaText(indicator))
      json.member("form", indicator.form == .percent ? "percent" : "number")
      json.member("unit", indicator.form == .percent ? nil : indicator.unit)
      json.member("decimals", indicator.decimals)
      json.member("over_time", indicator.overTime.rawValue)
      json.member("better", indicator.better?.rawValue)
      for (name, value) in [
        ("target", indicator.target), ("warn_below", indicator.warnBelow), ("bad_below", indicator.badBelow),
        ("warn_above", indicator.warnAbove), ("bad_above", indicator.badAbove),
      ] {
        member(name, value, &json)
      }
      json.member("level", context.cube.unitLevel(of: index).map { context.tree.levels[$0].id })
      json.member("datasets", context.cube.datasets(of: index).map { context.datasets[$0].name })
      json.key("illustrative")
      json.bool(context.cube.isIllustrative(index))
      json.endObject()
    }
    json.endArray()
  }

  private func regions(_ json: inout JSONWriter) {
    json.key("levels")
    json.beginArray()
    for level in context.tree.levels {
      json.beginObject()
      json.member("id", level.id)
      json.member("title", level.title)
      json.endObject()
    }
    json.endArray()
    json.key("regions")
    json.beginArray()
    for region in context.tree.regions {
      json.beginObject()
      json.member("code", region.code)
      json.member("name", region.name)
      json.member("aliases", region.aliases)
      json.member("level", context.tree.levels[region.level].id)
      json.member("parent", region.parent.map { context.tree[$0].code })
      json.member("valid_from", region.validFrom?.description)
      json.member("valid_to", region.validTo?.description)
      json.endObject()
    }
    json.endArray()
  }

  private func latest(_ json: inout JSONWriter) {
    begin(&json)
    let regions = FigureTable.regions(of: context)
    for indicator in context.indicators.indices {
      for region in regions {
        guard let day = context.cube.currentDay(indicator, for: region) else { continue }
        row(context.cube.figure(indicator, region, day), &json)
      }
    }
    json.endArray()
  }

  private func figures(of day: CivilDate, _ json: inout JSONWriter) {
    begin(&json)
    let regions = FigureTable.regions(of: context)
    for indicator in context.indicators.indices {
      for region in regions { row(context.cube.figure(indicator, region, day), &json) }
    }
    json.endArray()
  }

  /// One name a column, so that a row is a list of values: half the bytes of an object a row.
  static let columns = [
    "indicator", "region", "date", "value", "numerator", "denominator", "printed", "state", "exactness",
    "reported", "expected", "carried", "basis",
  ]

  private func begin(_ json: inout JSONWriter) {
    json.member("columns", Self.columns)
    json.key("rows")
    json.beginArray()
  }

  private func row(_ figure: Figure, _ json: inout JSONWriter) {
    guard FigureTable.holds(figure) else { return }
    json.beginArray()
    json.string(context.indicators[figure.indicator].id)
    json.string(context.tree[figure.region].code)
    json.string(figure.day.description)
    for part in [figure.value, figure.numerator, figure.denominator] {
      if let part, figure.state != .suppressed { json.number(part) } else { json.null() }
    }
    json.string(context.formatter.text(figure).text)
    json.string(figure.state.rawValue)
    json.string(figure.exactness.name)
    json.number(figure.reported)
    json.number(figure.expected)
    json.number(figure.carried)
    json.string(figure.basis.rawValue)
    json.endArray()
  }

  private func member(_ name: String, _ value: Rational?, _ json: inout JSONWriter) {
    json.key(name)
    if let value { json.number(value) } else { json.null() }
  }
}
