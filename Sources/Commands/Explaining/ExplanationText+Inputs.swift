import Common
import Pages
import Reading
import Statistics

extension ExplanationText {
  var inputs: [String] { explanation.parts.flatMap { lines($0, indent: 0) } }

  /// A part with its rows, and below it what it stands on itself.
  func lines(_ part: Explanation.Part, indent: Int) -> [String] {
    let margin = String(repeating: "  ", count: indent)
    var lines = [
      margin
        + say(
          "part",
          [
            "role": catalogue.text("cli.role.\(part.role.rawValue)"), "name": page.name(of: part),
            "value": number(part.value) + (part.value == nil ? "" : page.unit(of: part)),
          ])
    ]
    if let indicator = part.indicator {
      lines.append(
        margin + "  "
          + say(
            "formula", ["formula": page.formulaText(site.indicators[indicator], on: explanation.figure.day)]))
    }
    if let dataset = part.measure?.dataset {
      let declaration = site.datasets[dataset]
      lines.append(
        margin
          + say(
            "dataset",
            ["title": declaration.title, "name": declaration.name, "source": page.source(declaration)]))
    } else if let column = part.measure?.field, part.measure?.dataset == nil {
      lines.append(margin + say("base", ["column": site.tree.base[column].title]))
    }
    if let window = part.window {
      lines.append(
        margin
          + say("window", ["from": window.lowerBound.description, "to": window.upperBound.description]))
      lines += part.daily.map { daily in
        margin + say("window-day", ["day": daily.day.description, "value": number(daily.value)])
      }
    }
    return lines + bounded(part.rows, line).map { margin + $0 }
      + part.parts.flatMap { self.lines($0, indent: indent + 1) }
  }
}

extension ExplanationText {
  /// A file's rows, as many runs of them as are listed.
  private func line(_ rows: Explanation.SourceRows) -> String {
    let ranges = LineRanges(rows.lines)
    let rest = ranges.runs.count - limit
    return say(
      rows.sheet == nil ? "rows" : "sheet-rows",
      [
        "file": rows.file, "sheet": rows.sheet ?? "", "count": String(rows.lines.count),
        "lines": LineRanges(runs: Array(ranges.runs.prefix(limit))).text,
        "more": rest > 0 ? say("more-lines", ["count": String(rest)]) : "",
      ])
  }
}

extension PageContext {
  /// What a part is called: its indicator, or its measure.
  func name(of part: Explanation.Part) -> String {
    if let indicator = part.indicator { return site.indicators[indicator].title }
    return part.measure.map(measureName) ?? ""
  }

  func unit(of part: Explanation.Part) -> String {
    let operand = part.indicator.map { Operand.indicator($0) } ?? part.measure.map { Operand.measure($0) }
    guard let unit = operand.map(operandUnit), !unit.isEmpty else { return "" }
    // A fraction stands here, whatever sign the figure is printed with.
    return unit == "%" ? "" : " " + unit
  }

  func source(_ dataset: DatasetDeclaration) -> String { dataset.source ?? dataset.files ?? "" }
}
