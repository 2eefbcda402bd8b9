import Common
import Comparing
import Pages
import Reading

/// `datapackage.json` (Data Package, specs.frictionlessdata.io) over the published CSV, and the two tables that say what
/// the figures' ids and codes mean.
struct DataPackageFile: Sendable {
  let context: SiteContext

  private struct Field {
    var name: String
    var type = "string"
    var isRequired = false
    var allowed: [String] = []
  }

  func write(into buffer: inout ByteBuffer) {
    var json = JSONWriter()
    json.beginObject()
    json.member("profile", "tabular-data-package")
    json.member("name", "figures")
    json.member("title", context.site.title)
    if let description = context.site.description { json.member("description", description) }
    json.key("resources")
    json.beginArray()
    figures(&json)
    table("indicators", Self.indicatorFields, key: ["id"], &json)
    table("regions", Self.regionFields, key: [], &json)
    table("corrections", Self.correctionFields, key: [], &json)
    table("revisions", Self.revisionFields, key: ["release", "indicator", "region", "date"], &json)
    json.endArray()
    json.endObject()
    buffer.write(json.buffer.bytes)
    buffer.write("\n")
  }

  private static let figureFields = [
    Field(name: "indicator", isRequired: true), Field(name: "region", isRequired: true),
    Field(name: "date", type: "date", isRequired: true), Field(name: "numerator", type: "number"),
    Field(name: "denominator", type: "number"), Field(name: "value", type: "number"),
    Field(name: "printed"),
    Field(
      name: "state", isRequired: true,
      allowed: ["value", "zero", "provisional", "not_reported", "not_applicable", "suppressed"]),
    Field(name: "exactness", isRequired: true, allowed: ["exact", "about", "more_than"]),
    Field(name: "reported", type: "integer", isRequired: true),
    Field(name: "expected", type: "integer", isRequired: true),
    Field(name: "basis", isRequired: true, allowed: ["units", "own"]),
  ]

  private static let indicatorFields = [
    Field(name: "id", isRequired: true), Field(name: "title", isRequired: true), Field(name: "definition"),
    Field(name: "formula", isRequired: true), Field(name: "unit"), Field(name: "datasets"),
    Field(name: "matures", type: "boolean", isRequired: true),
  ]

  private static let regionFields = [
    Field(name: "code", isRequired: true), Field(name: "name", isRequired: true),
    Field(name: "level", isRequired: true), Field(name: "parent"), Field(name: "valid_from", type: "date"),
    Field(name: "valid_to", type: "date"),
  ]

  private static let correctionFields = [
    Field(name: "kind", isRequired: true, allowed: ["dataset", "indicator"]),
    Field(name: "subject", isRequired: true), Field(name: "region", isRequired: true),
    Field(name: "date", type: "date", isRequired: true), Field(name: "field"),
    Field(name: "old", isRequired: true), Field(name: "new", isRequired: true),
    Field(name: "reason", isRequired: true), Field(name: "by", isRequired: true),
    Field(name: "on", type: "date"),
  ]

  private static let revisionFields = [
    Field(name: "release", isRequired: true), Field(name: "previous", isRequired: true),
    Field(name: "indicator", isRequired: true), Field(name: "region", isRequired: true),
    Field(name: "date", type: "date", isRequired: true), Field(name: "old"), Field(name: "new"),
    Field(name: "kind", isRequired: true, allowed: ChangeReason.Kind.allCases.map(\.rawValue)),
    Field(name: "reason", isRequired: true, allowed: ChangeReason.allCases.map(\.rawValue)),
    Field(name: "explanation"), Field(name: "by"), Field(name: "on", type: "date"),
  ]

  private func figures(_ json: inout JSONWriter) {
    // A code that two regions share in turn is a key of neither table.
    let codes = context.tree.regions.map(\.code)
    let key = Set(codes).count == codes.count ? ["indicator", "region", "date"] : []
    begin("figures", Self.figureFields, key: key, &json)
    json.key("foreignKeys")
    json.beginArray()
    for (field, resource, target) in [("indicator", "indicators", "id"), ("region", "regions", "code")] {
      json.beginObject()
      json.member("fields", field)
      json.key("reference")
      json.beginObject()
      json.member("resource", resource)
      json.member("fields", target)
      json.endObject()
      json.endObject()
    }
    json.endArray()
    end(&json)
  }

  private func table(_ name: String, _ fields: [Field], key: [String], _ json: inout JSONWriter) {
    begin(name, fields, key: key, &json)
    end(&json)
  }

  private func begin(_ name: String, _ fields: [Field], key: [String], _ json: inout JSONWriter) {
    json.beginObject()
    json.member("profile", "tabular-data-resource")
    json.member("name", name)
    json.member("path", "data/\(name).csv")
    json.member("format", "csv")
    json.member("mediatype", "text/csv")
    json.member("encoding", "utf-8")
    json.key("schema")
    json.beginObject()
    json.key("fields")
    json.beginArray()
    for field in fields {
      json.beginObject()
      json.member("name", field.name)
      json.member("type", field.type)
      if field.isRequired || !field.allowed.isEmpty {
        json.key("constraints")
        json.beginObject()
        if field.isRequired {
          json.key("required")
          json.bool(true)
        }
        if !field.allowed.isEmpty { json.member("enum", field.allowed) }
        json.endObject()
      }
      json.endObject()
    }
    json.endArray()
    json.member("missingValues", [""])
    if !key.isEmpty { json.member("primaryKey", key) }
  }

  private func end(_ json: inout JSONWriter) {
    json.endObject()
    json.endObject()
  }

  /// `data/indicators.csv`: what an indicator's id means.
  func writeIndicators(into buffer: inout ByteBuffer) {
    let page = PageContext(site: context, region: context.root, day: nil, address: Addresses.method)
    row(Self.indicatorFields.map(\.name), into: &buffer)
    for (index, indicator) in context.indicators.enumerated() {
      row(
        [
          indicator.id, indicator.title, indicator.definition(on: context.cube.asOf) ?? "",
          page.formulaText(indicator),
          context.formatter.unit(of: indicator),
          context.cube.datasets(of: index).map { context.datasets[$0].name }.joined(separator: "|"),
          indicator.formula.cohort == nil ? "false" : "true",
        ], into: &buffer)
    }
  }

  /// `data/regions.csv`: what a region's code means.
  func writeRegions(into buffer: inout ByteBuffer) {
    row(Self.regionFields.map(\.name), into: &buffer)
    for region in context.tree.regions {
      row(
        [
          region.code, region.name, context.tree.levels[region.level].id,
          region.parent.map { context.tree[$0].code } ?? "", region.validFrom?.description ?? "",
          region.validTo?.description ?? "",
        ], into: &buffer)
    }
  }

  /// `data/corrections.csv`: published figures that were put right, in the order of `corrections.yaml`.
  func writeCorrections(into buffer: inout ByteBuffer) {
    row(Self.correctionFields.map(\.name), into: &buffer)
    for correction in context.corrections where correction.on.map({ $0 <= context.cube.asOf }) ?? true {
      guard let source = correction.source, let region = correction.region, let day = correction.day else {
        continue
      }
      let (kind, subject) =
        switch source {
        case .dataset(let index): ("dataset", context.datasets[index].name)
        case .indicator(let index): ("indicator", context.indicators[index].id)
        }
      row(
        [
          kind, subject, context.tree[region].code, day.description, correction.field, correction.old,
          correction.new, correction.reason, correction.by, correction.on?.description ?? "",
        ], into: &buffer)
    }
  }

  /// `data/revisions.csv`: published figures that a later release printed differently, the earliest release first.
  func writeRevisions(into buffer: inout ByteBuffer) {
    row(RevisionTable.columns, into: &buffer)
    for revision in context.history.revisions { row(RevisionTable.cells(revision), into: &buffer) }
  }

  /// As `figures.csv`: for programs, lines end with LF.
  private func row(_ cells: [String], into buffer: inout ByteBuffer) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.write(",") }
      CSVWriter.text(cell, into: &buffer)
    }
    buffer.write("\n")
  }
}
