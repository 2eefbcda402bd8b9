import Common
import Comparing
import Messages

/// A comparison for the terminal.
struct DifferenceText {
  let comparison: ReleaseComparison
  let names: DifferenceNames
  let catalogue: MessageCatalogue
  let isWhole: Bool

  /// How many figures of one reason are told.
  private static let told = 40

  var lines: [String] {
    let sides: KeyValuePairs = ["old": comparison.oldName, "new": comparison.newName]
    if comparison.isEmpty { return [catalogue.text("cli.diff.same", sides)] }
    var lines = [catalogue.text("cli.diff.title", sides)]
    for reason in ReleaseComparison.reasons { lines += figures(reason) }
    for text in comparison.texts { lines += self.text(text) }
    lines += pages("cli.diff.pages-added", comparison.addedPages)
    lines += pages("cli.diff.pages-removed", comparison.removedPages)
    if comparison.changedPages > 0 {
      lines.append(catalogue.text("cli.diff.pages-changed", ["count": String(comparison.changedPages)]))
    }
    return lines
  }

  private func figures(_ reason: ChangeReason) -> [String] {
    let changes = comparison.figures(reason)
    guard !changes.isEmpty else { return [] }
    let title = catalogue.text("cli.diff.reason.\(reason.rawValue)")
    var lines = [catalogue.text("cli.diff.figures", ["reason": title, "count": String(changes.count)])]
    // Each new day brings all its figures: their number says enough.
    let shown = isWhole ? changes[...] : reason == .newDay ? [] : changes.prefix(Self.told)
    for change in shown {
      lines.append(
        catalogue.text(
          "cli.diff.figure",
          [
            "title": names.indicator(change.key.indicator), "place": names.place(change.key.region),
            "day": change.key.day.description, "old": change.old?.printed ?? "—",
            "new": change.new?.printed ?? "—",
          ]))
      if let note = change.explanation {
        lines.append(catalogue.text("cli.diff.explanation", ["reason": note.reason, "by": note.by]))
      }
    }
    if shown.count < changes.count, reason != .newDay {
      lines.append(catalogue.text("cli.diff.more", ["count": String(changes.count - shown.count)]))
    }
    return lines
  }

  private func text(_ change: TextChange) -> [String] {
    var lines = [catalogue.text("cli.diff.text.\(change.kind.rawValue)", ["path": change.path])]
    guard change.kind == .changed else { return lines }
    for passage in change.passages {
      let line = passage.map { run in
        let text = run.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return switch run.kind {
        case .same: text
        case .removed: "[-\(text)-]"
        case .added: "{+\(text)+}"
        }
      }.joined()
      lines.append("    " + PrintableText.make(line))
    }
    return lines
  }

  private func pages(_ key: String, _ addresses: [String]) -> [String] {
    guard !addresses.isEmpty else { return [] }
    let shown = isWhole ? addresses[...] : addresses.prefix(10)
    var lines = [catalogue.text(key, ["count": String(addresses.count)])] + shown.map { "    " + $0 }
    if shown.count < addresses.count {
      lines.append(catalogue.text("cli.diff.more", ["count": String(addresses.count - shown.count)]))
    }
    return lines
  }
}
