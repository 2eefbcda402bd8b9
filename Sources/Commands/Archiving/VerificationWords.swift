import Archive
import Common
import Messages

/// What a verification came to, for people and for programs.
struct VerificationWords {
  let verification: Verification
  let findings: Findings
  let console: Console

  func say(seconds: String) {
    for bag in verification.bags { say(bag) }
    for bag in verification.rebuilt {
      console.say("cli.verify.rebuilt", ["name": bag.name, "files": String(bag.files)])
    }
    for chain in verification.chains {
      guard chain.isWhole else {
        console.say("cli.verify.chain-broken")
        continue
      }
      console.say(
        "cli.verify.chain",
        [
          "releases": String(chain.index.releases.count), "head": chain.index.head?.name.description ?? "—",
          "digest": chain.index.head?.digest ?? "—",
        ])
    }
    console.say(
      "cli.verify.summary",
      [
        "bags": String(verification.bags.count),
        "errors": String(findings.errorCount(strict: console.isStrict)),
        "warnings": String(console.isStrict ? 0 : findings.number(of: .warning)), "seconds": seconds,
      ])
  }

  private func say(_ bag: BagReport) {
    let name = PrintableText.make(bag.name)
    switch bag.state {
    case .valid:
      console.say(
        "cli.verify.valid",
        [
          "name": name, "version": bag.version ?? "—", "files": String(bag.files), "bytes": String(bag.bytes),
          "algorithms": bag.algorithms.map(\.rawValue).joined(separator: ", "),
        ])
    case .invalid: console.say("cli.verify.invalid", ["name": name])
    case .withdrawn: console.say("cli.verify.withdrawn", ["name": name])
    }
  }

  /// One object: the verdict, each bag, each chain, and all findings as other commands write them.
  func writeJSON() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("valid")
    writer.bool(!findings.hasErrors(strict: console.isStrict))
    writer.key("bags")
    writer.beginArray()
    for bag in verification.bags { write(bag, into: &writer) }
    writer.endArray()
    writer.key("chains")
    writer.beginArray()
    for chain in verification.chains { write(chain, into: &writer) }
    writer.endArray()
    writer.key("findings")
    let printer = DiagnosticPrinter(catalogue: console.catalogue, version: Version.text)
    printer.writeJSON(findings.sorted(), into: &writer)
    writer.endObject()
    console.line(String(decoding: writer.buffer.bytes, as: UTF8.self))
  }

  private func write(_ bag: BagReport, into writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", bag.name)
    writer.member("state", bag.state.rawValue)
    writer.member("version", bag.version)
    writer.member("files", bag.files)
    writer.member("bytes", bag.bytes)
    writer.member("algorithms", bag.algorithms.map(\.rawValue))
    writer.member("tagmanifest", bag.digest?.hex)
    writer.member("rebuilt", verification.rebuilt.first { $0.name == bag.name }?.files)
    writer.endObject()
  }

  private func write(_ chain: Verification.Chain, into writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("path", chain.path)
    writer.key("whole")
    writer.bool(chain.isWhole)
    writer.member("releases", chain.index.releases.map(\.name.description))
    writer.member("head", chain.index.head?.digest)
    writer.endObject()
  }
}
