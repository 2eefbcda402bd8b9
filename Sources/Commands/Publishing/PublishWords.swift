import Common
import Glibc
import Messages
import Output
import Publishing

/// What is said of publishing.
struct PublishWords {
  private let console: Console

  init(_ console: Console) {
    self.console = console
  }

  func say(_ outcome: Publisher.Outcome, _ order: PublishOrder) {
    let target = PrintableText.make(order.target.address.description)
    let release = outcome.release.description
    switch outcome.kind {
    case .published:
      if let previous = outcome.previous {
        console.say(
          "cli.publish.done", ["release": release, "target": target, "previous": previous.description])
      } else {
        console.say("cli.publish.first", ["release": release, "target": target])
      }
    case .unchanged: console.say("cli.publish.unchanged", ["release": release, "target": target])
    case .mended(let count):
      console.say(
        "cli.publish.mended", ["release": release, "target": target, "count": String(count)])
    }
    if !outcome.removed.isEmpty {
      console.say("cli.publish.removed", ["count": String(outcome.removed.count)])
    }
    if outcome.missedHour {
      console.say(
        "cli.publish.missed", ["day": order.day.description, "hour": order.hour?.description ?? ""])
    }
  }

  /// Trouble, always shown; for some kinds with the files it is about.
  func trouble(_ error: PublishError) {
    if case .trouble(let error) = error { return console.trouble(error) }
    let (key, values, differences) = words(error)
    console.line(console.catalogue.text(key, values), to: STDERR_FILENO)
    for difference in differences.prefix(20) {
      console.line(
        "  " + console.catalogue.text("cli.publish.file-\(difference.kind.rawValue)")
          + PrintableText.make(difference.address), to: STDERR_FILENO)
    }
    if differences.count > 20 {
      console.line(
        "  " + console.catalogue.text("cli.publish.more-files", ["count": String(differences.count - 20)]),
        to: STDERR_FILENO)
    }
  }

  private func words(
    _ error: PublishError
  ) -> (key: String, values: KeyValuePairs<String, String>, files: [Difference]) {
    switch error {
    case .trouble(let error): ("cli.trouble", ["problem": error.description], [])
    case .locked(let owner): ("cli.publish.locked", ["owner": PrintableText.make(owner)], [])
    case .foreign(let path): ("cli.publish.foreign", ["path": PrintableText.make(path)], [])
    case .sourceChanged(let address):
      ("cli.publish.source-changed", ["address": PrintableText.make(address)], [])
    case .arrived(let differences): ("cli.publish.arrived", [:], differences)
    case .damaged(let release, let differences):
      ("cli.publish.damaged", ["release": release.description], differences)
    case .readBack(let differences, let back?):
      ("cli.publish.read-back", ["release": back.description], differences)
    case .readBack(let differences, nil): ("cli.publish.read-back-nothing", [:], differences)
    case .unknownRelease(let name, let stored):
      (
        "cli.publish.unknown-release",
        [
          "found": PrintableText.make(name),
          "stored": stored.map(\.description).joined(separator: console.catalogue.text("cli.list-separator")),
        ], []
      )
    case .nothingBefore: ("cli.publish.nothing-before", [:], [])
    case .noProgram(let name): ("cli.publish.no-program", ["name": PrintableText.make(name)], [])
    case .failed(let program, _, let words):
      ("cli.publish.failed", ["program": program, "words": Self.indented(words)], [])
    case .cutOff(let words): ("cli.publish.cut-off", ["words": Self.indented(words)], [])
    case .notCompressed(let address):
      ("cli.publish.not-compressed", ["address": PrintableText.make(address)], [])
    }
  }

  /// What another program said, on lines of its own.
  private static func indented(_ words: String) -> String {
    words.split(whereSeparator: \.isNewline).map { "\n  " + PrintableText.make(String($0)) }.joined()
  }
}
