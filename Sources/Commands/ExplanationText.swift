import Common
import Messages
import Pages
import Reading
import Statistics

/// An explanation as text for the terminal, or as JSON.
struct ExplanationText {
  let context: SiteContext
  let explanation: Explanation

  private var figure: Figure { explanation.figure }
  private var indicator: IndicatorDeclaration { context.indicators[figure.indicator] }
  private var page: PageContext {
    PageContext(site: context, region: figure.region, day: figure.day, address: Addresses.home)
  }

  func plain(_ catalogue: MessageCatalogue) -> String {
    let tree = context.tree
    let path = tree.path(to: figure.region).map { tree[$0].name }.joined(separator: " › ")
    var lines = [
      catalogue.text(
        "cli.explain.title",
        [
          "title": indicator.title, "id": indicator.id, "place": path, "day": context.dates.full(figure.day),
          "printed": context.formatter.text(figure).text,
        ]),
      catalogue.text("cli.explain.formula", ["formula": page.formulaText(indicator)]),
    ]
    if let definition = indicator.definition {
      lines.append(catalogue.text("cli.explain.definition", ["definition": definition]))
    }
    if indicator.asReported { lines.append(catalogue.text("cli.explain.as-reported")) }
    lines.append(
      catalogue.text(
        "cli.explain.state",
        [
          "state": catalogue.text("cli.state.\(figure.state.rawValue)"),
          "reported": String(figure.reported), "expected": String(figure.expected),
          "carried": String(figure.carried), "basis": catalogue.text("cli.basis.\(figure.basis.rawValue)"),
        ]))
    let waiting = context.cube.waiting(figure.indicator, figure.region, on: context.cube.asOf)
    if waiting > 0 { lines.append(catalogue.text("cli.explain.waiting", ["count": String(waiting)])) }
    if let value = figure.value {
      lines.append(catalogue.text("cli.explain.exact", ["value": value.plainDecimal(atMost: 12)]))
    }
    for part in explanation.parts { lines += self.lines(part, catalogue) }
    lines += units(catalogue)
    return lines.joined(separator: "\n")
  }

  private func name(_ part: Explanation.Part) -> String {
    if let measure = part.measure { return page.measureName(measure) }
    return part.indicator.map { context.indicators[$0].title } ?? ""
  }

  private func lines(_ part: Explanation.Part, _ catalogue: MessageCatalogue) -> [String] {
    var lines = [
      catalogue.text(
        "cli.explain.part",
        [
          "role": catalogue.text("cli.role.\(part.role.rawValue)"), "name": name(part),
          "value": part.value?.plainDecimal() ?? "—",
        ])
    ]
    if let window = part.window {
      lines.append(
        catalogue.text(
          "cli.explain.window",
          ["from": window.lowerBound.description, "to": window.upperBound.description]))
    }
    for rows in part.rows {
      lines.append(
        catalogue.text(
          "cli.explain.rows",
          [
            "file": rows.sheet.map { "\(rows.file)!\($0)" } ?? rows.file, "lines": Self.ranges(rows.lines),
            "count": String(rows.lines.count),
          ]))
    }
    return lines
  }

  private func units(_ catalogue: MessageCatalogue) -> [String] {
    guard explanation.contributions.count > 1 else { return [] }
    var lines = [catalogue.text("cli.explain.units")]
    for unit in explanation.contributions {
      let values = unit.values.map { $0.plainDecimal() }.joined(separator: " / ")
      let name = context.tree[unit.region].name
      switch unit.report {
      case .missing: lines.append(catalogue.text("cli.explain.missing", ["name": name]))
      case .sent:
        lines.append(
          catalogue.text("cli.explain.sent", ["name": name, "values": unit.isCounted ? values : "—"]))
      case .carried(let from):
        lines.append(
          catalogue.text(
            "cli.explain.carried",
            ["name": name, "values": unit.isCounted ? values : "—", "day": from.description]))
      }
    }
    return lines
  }

  /// `2-38, 45`
  static func ranges(_ lines: [Int]) -> String {
    var parts: [String] = []
    var start: Int?
    var end = 0
    func close() {
      if let start { parts.append(start == end ? String(start) : "\(start)-\(end)") }
    }
    for line in lines {
      if start != nil, line == end + 1 {
        end = line
      } else {
        close()
        (start, end) = (line, line)
      }
    }
    close()
    return parts.joined(separator: ", ")
  }

  func json() -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("indicator", indicator.id)
    json.member("title", indicator.title)
    json.member("region", context.tree[figure.region].code)
    json.member("place", context.tree[figure.region].name)
    json.member("date", figure.day.description)
    json.member("printed", context.formatter.text(figure).text)
    json.member("state", figure.state.rawValue)
    json.member("formula", page.formulaText(indicator))
    json.member("definition", indicator.definition)
    json.member("value", figure.value?.plainDecimal(atMost: 12))
    json.member("numerator", figure.numerator?.plainDecimal())
    json.member("denominator", figure.denominator?.plainDecimal())
    json.member("reported", figure.reported)
    json.member("expected", figure.expected)
    json.member("carried", figure.carried)
    json.member("basis", figure.basis.rawValue)
    json.member("immature", figure.immature)
    json.key("parts")
    json.beginArray()
    for part in explanation.parts {
      json.beginObject()
      json.member("role", part.role.rawValue)
      json.member("name", name(part))
      json.member("value", part.value?.plainDecimal())
      json.key("rows")
      json.beginArray()
      for rows in part.rows {
        json.beginObject()
        json.member("dataset", context.datasets[rows.dataset].name)
        json.member("file", rows.file)
        if let sheet = rows.sheet { json.member("sheet", sheet) }
        json.key("lines")
        json.beginArray()
        for line in rows.lines { json.number(line) }
        json.endArray()
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.key("units")
    json.beginArray()
    for unit in explanation.contributions {
      json.beginObject()
      json.member("region", context.tree[unit.region].code)
      json.member("place", context.tree[unit.region].name)
      switch unit.report {
      case .sent: json.member("report", "sent")
      case .missing: json.member("report", "missing")
      case .carried(let from):
        json.member("report", "carried")
        json.member("from", from.description)
      }
      json.member("values", unit.values.map { $0.plainDecimal() })
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }
}
