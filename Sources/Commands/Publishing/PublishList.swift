import ArgumentParser
import Common
import Messages
import Publishing
import Reading

/// What is published at a place: a line for each release, the newest last.
struct PublishList {
  let source: SourceOptions
  let place: PlaceOptions
  let target: String?

  func run(_ console: Console) throws {
    let settings = PublishSettings(source: source)
    var findings = Findings()
    let found = PublishTarget.find(
      target, in: settings.publish, site: settings.location, command: Location(file: "jianbao publish"),
      apart: [], findings: &findings)
    guard let found else {
      console.report(findings)
      throw ExitCode(1)
    }
    do throws(PublishError) {
      let ledger =
        switch found.address {
        case .folder(let path): try FolderStore.ledger(of: path)
        case .server(let address): try ServerStore.ledger(of: address, place.shell(address))
        }
      show(ledger, console)
    } catch {
      PublishWords(console).trouble(error)
      throw ExitCode(2)
    }
  }

  private func show(_ ledger: Ledger, _ console: Console) {
    let records = ledger.records.values.sorted { ($0.sequence, $0.release) < ($1.sequence, $1.release) }
    if console.format == .json {
      console.line(json(ledger, records))
      return
    }
    if records.isEmpty { console.line(console.catalogue.text("cli.publish.list-empty")) }
    var days: Set<CivilDate> = []
    for record in records {
      let isFirst = days.insert(record.release.day).inserted
      console.line(line(record, isFirst: isFirst, ledger, console.catalogue))
    }
  }

  private func line(
    _ record: ReleaseRecord, isFirst: Bool, _ ledger: Ledger, _ catalogue: MessageCatalogue
  ) -> String {
    let isStored = ledger.stored.contains(record.release)
    var notes: [String] = []
    if record.release == ledger.live { notes.append(catalogue.text("cli.publish.list-live")) }
    if record.release == ledger.previous { notes.append(catalogue.text("cli.publish.list-previous")) }
    if !isStored { notes.append(catalogue.text("cli.publish.list-removed")) }
    if isFirst, record.timing == .missed, let hour = record.hour {
      notes.append(catalogue.text("cli.publish.list-missed", ["hour": hour]))
    }
    if let reason = record.earlyReason {
      notes.append(catalogue.text("cli.publish.list-early", ["reason": PrintableText.make(reason)]))
    }
    for approval in record.approvals {
      notes.append(
        catalogue.text(
          "cli.publish.list-approval",
          ["role": PrintableText.make(approval.role), "by": PrintableText.make(approval.by)]))
    }
    let note = notes.joined(separator: catalogue.text("cli.list-separator"))
    return catalogue.text(
      "cli.publish.list-line",
      [
        "release": record.release.description, "at": record.at, "by": PrintableText.make(record.by),
        "files": String(record.files), "notes": note.isEmpty ? "" : "  " + note,
      ])
  }

  private func json(_ ledger: Ledger, _ records: [ReleaseRecord]) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("live", ledger.live?.description)
    json.member("previous", ledger.previous?.description)
    json.member("stored", ledger.stored.map(\.description))
    json.key("records")
    json.beginArray()
    for record in records { record.write(to: &json) }
    json.endArray()
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }
}
