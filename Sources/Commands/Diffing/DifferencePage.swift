import Common
import Comparing
import Messages

/// A comparison as a page: both sides beside each other, for a reviewer without the program.
struct DifferencePage {
  let comparison: ReleaseComparison
  let names: DifferenceNames
  let catalogue: MessageCatalogue

  static let styleName = "diff.css"
  static var style: [UInt8] { PackageResources.diff_css }

  /// How many figures of one reason a page shows; the rest are in the JSON.
  private static let shown = 2000

  var bytes: [UInt8] {
    var page = ByteBuffer()
    let sides: KeyValuePairs = ["old": comparison.oldName, "new": comparison.newName]
    page.write("<!doctype html>\n<html lang=\"")
    page.write(string: catalogue.language.rawValue)
    page.write("\">\n<meta charset=\"utf-8\">\n")
    page.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.write(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">\n")
    page.write("<title>")
    page.write(escaped: catalogue.text("cli.diff.title", sides))
    page.write("</title>\n<link rel=\"stylesheet\" href=\"")
    page.write(string: Self.styleName)
    page.write("\">\n<main>\n")
    element("h1", catalogue.text("cli.diff.title", sides), &page)
    if comparison.isEmpty { element("p", catalogue.text("cli.diff.same", sides), &page) }
    for reason in ReleaseComparison.reasons { figures(reason, &page) }
    for text in comparison.texts { self.text(text, &page) }
    pages("cli.diff.pages-added", comparison.addedPages, &page)
    pages("cli.diff.pages-removed", comparison.removedPages, &page)
    page.write("</main>\n</html>\n")
    return page.bytes
  }

  private func figures(_ reason: ChangeReason, _ page: inout ByteBuffer) {
    let changes = comparison.figures(reason)
    guard !changes.isEmpty else { return }
    let title = catalogue.text("cli.diff.reason.\(reason.rawValue)")
    page.write("<section class=\"")
    page.write(string: reason.rawValue)
    page.write("\">\n")
    element(
      "h2", catalogue.text("cli.diff.figures", ["reason": title, "count": String(changes.count)]), &page)
    // A new day's figures were nowhere before: there is nothing to lay beside them.
    guard reason != .newDay else { return page.write("</section>\n") }
    page.write("<div class=\"scroll\"><table>\n<thead><tr>")
    for key in ["indicator", "place", "day"] { head(catalogue.text("cli.diff.head.\(key)"), false, &page) }
    head(comparison.oldName, true, &page)
    head(comparison.newName, true, &page)
    head(catalogue.text("cli.diff.head.note"), false, &page)
    page.write("</tr></thead>\n<tbody>\n")
    for change in changes.prefix(Self.shown) { row(change, &page) }
    page.write("</tbody></table></div>\n")
    if changes.count > Self.shown {
      element("p", catalogue.text("cli.diff.more", ["count": String(changes.count - Self.shown)]), &page)
    }
    page.write("</section>\n")
  }

  private func head(_ text: String, _ isNumber: Bool, _ page: inout ByteBuffer) {
    page.write(isNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
    page.write(escaped: text)
    page.write("</th>")
  }

  private func row(_ change: FigureChange, _ page: inout ByteBuffer) {
    page.write("<tr>")
    element("th", names.indicator(change.key.indicator), &page)
    element("td", names.place(change.key.region), &page)
    element("td", change.key.day.description, &page)
    for (figure, name) in [(change.old, "del"), (change.new, "ins")] {
      page.write("<td class=\"n\">")
      element(name, figure?.printed ?? "—", &page)
      page.write("</td>")
    }
    let completeness = [change.old, change.new].compactMap { $0 }.map { "\($0.reported)/\($0.expected)" }
    let note = change.explanation.map {
      catalogue.text("cli.diff.explained", ["reason": $0.reason, "by": $0.by])
    }
    element("td", note ?? completeness.joined(separator: " → "), &page)
    page.write("</tr>\n")
  }

  private func text(_ change: TextChange, _ page: inout ByteBuffer) {
    page.write("<section class=\"text\">\n")
    element("h2", catalogue.text("cli.diff.text.\(change.kind.rawValue)", ["path": change.path]), &page)
    for passage in change.passages {
      page.write("<div class=\"sides\">")
      for hidden in [TextRun.Kind.added, .removed] {
        page.write("<p>")
        for run in passage where run.kind != hidden {
          switch run.kind {
          case .same: page.write(escaped: run.text)
          case .removed: element("del", run.text, &page)
          case .added: element("ins", run.text, &page)
          }
        }
        page.write("</p>")
      }
      page.write("</div>\n")
    }
    page.write("</section>\n")
  }

  private func pages(_ key: String, _ addresses: [String], _ page: inout ByteBuffer) {
    guard !addresses.isEmpty else { return }
    page.write("<section>\n")
    element("h2", catalogue.text(key, ["count": String(addresses.count)]), &page)
    page.write("<ul>\n")
    for address in addresses { element("li", address, &page) }
    page.write("</ul>\n</section>\n")
  }

  private func element(_ name: String, _ text: String, _ page: inout ByteBuffer) {
    page.write("<")
    page.write(string: name)
    page.write(">")
    page.write(escaped: text)
    page.write("</")
    page.write(string: name)
    page.write(">")
  }
}
