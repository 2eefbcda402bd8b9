import Common
import Messages
import Reading
import Statistics
import Tables

/// The report as one page that needs nothing but its stylesheet: opened from a disk, on a phone, on paper.
struct CheckReportPage {
  let report: CheckReport

  static let styleName = "report.css"
  static var style: [UInt8] { PackageResources.report_css }

  /// How many rows of a file the page shows; its CSV has all.
  private static let shown = 100

  private var catalogue: MessageCatalogue { report.catalogue }

  var bytes: [UInt8] {
    var page = HTMLText()
    let title = word("title", ["site": report.title])
    page.raw(
      """
      <!doctype html>
      <html lang="\(catalogue.language.rawValue)">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
      <meta name="robots" content="noindex">

      """)
    page.element("title", title)
    page.raw("<link rel=\"stylesheet\" href=\"\(Self.styleName)\">\n<main>\n")
    page.element("h1", title)
    if let moment = report.moment { page.element("p", word("moment", ["moment": moment.description])) }
    summary(&page)
    reminders(&page)
    datasets(&page)
    for part in report.parts { refused(part, &page) }
    unread(&page)
    page.element("p", word("personal"), class: "foot")
    page.raw("</main>\n</html>\n")
    return page.buffer.bytes
  }

  private func word(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.text("cli.report." + key, values)
  }

  private func summary(_ page: inout HTMLText) {
    let sources = report.parts.flatMap(\.reading.sources)
    let files = Set(sources.map(\.file)).count
    let refused = sources.reduce(0) { $0 + $1.refused.count }
    page.element(
      "p",
      word(
        "summary",
        [
          "files": String(files), "rows": String(sources.reduce(0) { $0 + $1.rows }),
          "accepted": String(sources.reduce(0) { $0 + $1.accepted }), "refused": String(refused),
          "other": String(sources.reduce(0) { $0 + $1.later + $1.passedOver + $1.replaced }),
        ]), class: refused > 0 ? "bad" : "good")
  }

  /// Who has not reported, by dataset and deadline.
  private func reminders(_ page: inout HTMLText) {
    page.raw("<section>\n")
    page.element("h2", word("reminders"))
    if report.moment == nil {
      page.element("p", word("stopped"))
    } else if !report.parts.contains(where: { $0.declaration.expectation != nil }) {
      page.element("p", word("no-schedule"))
    }
    var complete: [String] = []
    for part in report.parts {
      guard let due = part.due else { continue }
      let values: KeyValuePairs = [
        "dataset": part.declaration.title, "deadline": due.deadline.description,
        "expected": String(due.expected), "reported": String(due.reported),
      ]
      guard !due.units.isEmpty else {
        complete.append(word("due-kept", values))
        continue
      }
      page.element("h3", word("due", values))
      page.raw("<dl>\n")
      for (state, names) in byState(due.units) {
        page.element("dt", word("state", ["state": state, "count": String(names.count)]))
        page.element("dd", names.joined(separator: catalogue.text("cli.list-separator")))
      }
      page.raw("</dl>\n")
    }
    if !complete.isEmpty {
      page.element("h3", word("all-reported"))
      page.element("p", complete.joined(separator: catalogue.text("cli.report.separator")))
    }
    page.raw("</section>\n")
  }

  /// The units by what there is to say of them, in the order of the first of each.
  private func byState(_ units: [DueReports.Unit]) -> [(state: String, names: [String])] {
    var groups: [(state: String, names: [String])] = []
    for unit in units {
      let words = words(unit)
      if let index = groups.firstIndex(where: { $0.state == words.state }) {
        groups[index].names.append(words.name)
      } else {
        groups.append((words.state, [words.name]))
      }
    }
    return groups
  }

  private func words(_ unit: DueReports.Unit) -> (state: String, name: String) {
    let name = report.name(unit.region)
    switch unit.state {
    case .missing:
      let last = unit.lastReport.map { word("last", ["name": name, "day": $0.description]) }
      return (word("state.missing"), last ?? name)
    case .carried(let day):
      return (word("state.carried"), word("last", ["name": name, "day": day.description]))
    case .declared(let label): return (label ?? word("state.declared"), name)
    case .refused(let rows):
      return (word("state.refused"), word("rows-of", ["name": name, "rows": String(rows)]))
    case .late(let known):
      return (word("state.late"), word("at", ["name": name, "time": known.description]))
    }
  }

  private func datasets(_ page: inout HTMLText) {
    page.raw("<section>\n")
    page.element("h2", word("datasets"))
    page.raw("<div class=\"scroll\"><table>\n<thead><tr>")
    for key in ["dataset", "files", "rows", "accepted", "refused", "other"] {
      page.element("th", word("head." + key), class: ["dataset", "other"].contains(key) ? nil : "n")
    }
    page.raw("</tr></thead>\n<tbody>\n")
    for part in report.parts {
      let sources = part.reading.sources
      func sum(_ count: (DatasetReading.Source) -> Int) -> Int { sources.reduce(0) { $0 + count($1) } }
      page.raw("<tr>")
      page.element("th", part.declaration.title)
      let numbers = [
        Set(sources.map(\.file)).count + part.reading.unread.count, sum { $0.rows }, sum { $0.accepted },
        sum { $0.refused.count },
      ]
      for (index, number) in numbers.enumerated() {
        page.element("td", String(number), class: index == 3 && number > 0 ? "n bad" : "n")
      }
      let others: [(String, Int)] = [
        ("later", sum { $0.later }), ("passed-over", sum { $0.passedOver }),
        ("replaced", sum { $0.replaced }),
        ("unread", part.reading.unread.count),
      ]
      page.element(
        "td",
        others.filter { $0.1 > 0 }.map { word("other." + $0.0, ["count": String($0.1)]) }
          .joined(separator: catalogue.text("cli.report.separator")))
      page.raw("</tr>\n")
    }
    page.raw("</tbody></table></div>\n</section>\n")
  }

  private func refused(_ part: CheckReport.Part, _ page: inout HTMLText) {
    guard part.reading.refused > 0 else { return }
    page.raw("<section>\n")
    page.element(
      "h2", word("refused", ["dataset": part.declaration.title, "rows": String(part.reading.refused)]))
    for (source, address) in zip(part.reading.sources, part.addresses) {
      guard let address else { continue }
      page.element("h3", source.file + (source.sheet.map { " · " + $0 } ?? ""))
      page.raw("<div class=\"scroll\"><table class=\"rows\">\n<thead><tr>")
      for key in ["row", "of", "reason", "do"] {
        page.element("th", word("head." + key), class: key == "row" ? "n" : nil)
      }
      page.raw("</tr></thead>\n<tbody>\n")
      for row in source.refused.prefix(Self.shown) { self.row(row, part.declaration, &page) }
      page.raw("</tbody></table></div>\n<p><a href=\"")
      page.buffer.write(escaped: Self.percentEncoded(address))
      page.raw("\">")
      page.text(word("all-rows", ["count": String(source.refused.count)]))
      page.raw("</a></p>\n")
    }
    page.raw("</section>\n")
  }

  private func row(
    _ row: DatasetReading.RefusedRow, _ declaration: DatasetDeclaration, _ page: inout HTMLText
  ) {
    let reasons = row.reasons.map { RefusalReason($0, catalogue: catalogue) }
    var own = declaration.regionFields
    if case .field(let day) = declaration.date { own.append(day) }
    page.raw("<tr>")
    page.element("td", String(row.row), class: "n")
    page.element("td", own.compactMap { row.cells[$0] }.joined(separator: " · "))
    for texts in [reasons.map { "\($0.says) [\($0.column)]" }, reasons.compactMap(\.remedy)] {
      page.raw("<td>")
      for (index, text) in texts.enumerated() {
        if index > 0 { page.raw("<br>") }
        page.text(text)
      }
      page.raw("</td>")
    }
    page.raw("</tr>\n")
  }

  private func unread(_ page: inout HTMLText) {
    let files = report.parts.flatMap(\.reading.unread)
    guard !files.isEmpty else { return }
    page.raw("<section>\n")
    page.element("h2", word("unread"))
    page.raw("<dl>\n")
    for file in files {
      page.element("dt", file.file)
      for reason in file.reasons.map({ RefusalReason($0, catalogue: catalogue) }) {
        page.element("dd", [reason.says, reason.remedy].compactMap(\.self).joined(separator: " "))
      }
    }
    page.raw("</dl>\n</section>\n")
  }

  /// An address as a link: what is no plain letter, digit or one of `-._~/` by its bytes.
  private static func percentEncoded(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        bytes.append(byte)
      } else {
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// HTML under way.
struct HTMLText {
  var buffer = ByteBuffer()

  mutating func raw(_ text: String) { buffer.write(string: text) }

  mutating func text(_ text: String) { buffer.write(escaped: text) }

  mutating func element(_ name: String, _ text: String, class css: String? = nil) {
    raw(css.map { "<\(name) class=\"\($0)\">" } ?? "<\(name)>")
    self.text(text)
    raw(["td", "th"].contains(name) ? "</\(name)>" : "</\(name)>\n")
  }
}
