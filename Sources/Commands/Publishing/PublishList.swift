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
      let hour = found.options.releaseMinutes.map { ReleaseHour(minutes: $0) }
      show(ledger, hour, at: place.time(zone: settings.zone), console)
    } catch {
      PublishWords(console).trouble(error)
      throw ExitCode(2)
    }
  }

  private func show(_ ledger: Ledger, _ hour: ReleaseHour?, at now: WallTime, _ console: Console) {
    let records = ledger.records.values.sorted { ($0.sequence, $0.release) < ($1.sequence, $1.release) }
    let gaps = ReleaseGaps(Set(records.map(\.release.day)), hour: hour, now: now).runs
    if console.format == .json {
      console.line(json(ledger, records, gaps))
      return
    }
    if records.isEmpty { console.line(console.catalogue.text("cli.publish.list-empty")) }
    var days: Set<CivilDate> = []
    var silent = gaps[...]
    for record in records {
      while let gap = silent.first, gap.upperBound < record.release.day {
        console.line(line(gap, hour, console.catalogue))
        silent.removeFirst()
      }
      let isFirst = days.insert(record.release.day).inserted
      console.line(line(record, isFirst: isFirst, ledger, console.catalogue))
    }
    for gap in silent { console.line(line(gap, hour, console.catalogue)) }
  }

  /// Days without a release; where an hour is declared it was missed.
  private func line(
    _ gap: ClosedRange<CivilDate>, _ hour: ReleaseHour?, _ catalogue: MessageCatalogue
  ) -> String {
    let days =
      gap.lowerBound == gap.upperBound
      ? gap.lowerBound.description
      : catalogue.text(
        "cli.publish.list-days", ["from": gap.lowerBound.description, "to": gap.upperBound.description])
    guard let hour else { return catalogue.text("cli.publish.list-none", ["days": days]) }
    return catalogue.text("cli.publish.list-none-missed", ["days": days, "hour": hour.description])
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

  private func json(
    _ ledger: Ledger, _ records: [ReleaseRecord], _ gaps: [ClosedRange<CivilDate>]
  ) -> String {
    var json = JSONWriter()
    json.beginObject()
    json.member("live", ledger.live?.description)
    json.member("previous", ledger.previous?.description)
    json.member("stored", ledger.stored.map(\.description))
    json.key("records")
    json.beginArray()
    for record in records { record.write(to: &json) }
    json.endArray()
    json.key("without_release")
    json.beginArray()
    for gap in gaps {
      json.beginObject()
      json.member("from", gap.lowerBound.description)
      json.member("to", gap.upperBound.description)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return String(decoding: json.buffer.bytes, as: UTF8.self)
  }
}
