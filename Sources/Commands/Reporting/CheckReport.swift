import Common
import Messages
import Reading
import Statistics
import Tables

/// What `check --report` says: of each dataset its files, the rows that are not used and why, and who has not reported.
struct CheckReport {
  /// One dataset.
  struct Part {
    var declaration: DatasetDeclaration
    var reading: DatasetReading
    /// By source: the address of the CSV with its refused rows; `nil` where there are none.
    var addresses: [String?]
    /// The last deadline that has passed.
    var due: DueReports?
  }

  let title: String
  let catalogue: MessageCatalogue
  let parts: [Part]
  /// The place's name by its index.
  let name: (RegionIndex) -> String
  /// As of when reports are due; `nil` where no site could be put together.
  let moment: Deadline?

  /// - Parameter site: `nil` where errors stop it; its datasets are reported all the same.
  init(project: Project, site: SiteLoader.Loaded?, readings: [DatasetReading], at moment: Deadline?) {
    title = project.site.title
    catalogue = MessageCatalogue.load(project.site.language == "en" ? .english : .chinese)
    let asked = site.map { moment ?? Deadline(day: $0.cube.asOf, minutes: project.site.cutOffMinutes) }
    self.moment = asked
    let tree = project.tree
    name = { tree[$0].name }
    parts = zip(project.datasets, readings).enumerated().map { index, entry in
      let (declaration, reading) = entry
      return Part(
        declaration: declaration, reading: reading,
        addresses: Self.addresses(reading, of: declaration),
        due: site.flatMap { site in
          asked.flatMap { site.cube.dueReports(index, site.renderer.plan.context.root, at: $0) }
        })
    }
  }

  /// `refused/screening/02-住户.xlsx-入户排查.csv`
  private static func addresses(_ reading: DatasetReading, of declaration: DatasetDeclaration) -> [String?] {
    reading.sources.enumerated().map { index, source in
      guard !source.refused.isEmpty else { return nil }
      let file = source.file.split(separator: "/").last.map(String.init) ?? source.file
      let name = file + (source.sheet.map { "-" + $0 } ?? "")
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      return "refused/\(declaration.name)/\(number)-\(safe(name)).csv"
    }
  }

  /// A name that every file system takes, and in which nothing is hidden.
  private static func safe(_ name: String) -> String {
    let forbidden: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "%"]
    let kept = name.unicodeScalars.map { scalar -> Character in
      let isControl =
        scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      return isControl || forbidden.contains(Character(scalar)) ? "_" : Character(scalar)
    }
    // 255 bytes is what file systems take.
    var text = ""
    for character in kept where text.utf8.count + character.utf8.count <= 180 { text.append(character) }
    return text
  }

  /// The report's files by address.
  var files: [(address: String, bytes: [UInt8])] {
    var files = [
      (address: "index.html", bytes: CheckReportPage(report: self).bytes),
      (address: CheckReportPage.styleName, bytes: CheckReportPage.style),
    ]
    for part in parts {
      for (source, address) in zip(part.reading.sources, part.addresses) {
        guard let address else { continue }
        let table = RefusedRowsCSV(source: source, declaration: part.declaration, catalogue: catalogue)
        files.append((address, table.bytes))
      }
    }
    return files
  }
}
