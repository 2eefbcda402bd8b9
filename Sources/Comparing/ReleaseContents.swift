import Common
import Reading

/// What is compared of a release: its figures, what they mean, its pages and its texts.
package struct ReleaseContents: Sendable {
  /// What `data/indicators.csv` says of an indicator.
  package struct Indicator: Sendable, Hashable {
    package var title: String
    package var definition: String
    package var formula: String
    package var datasets: [String]
    /// Whether it is of a cohort, whose cases come due one after the other.
    package var matures: Bool
  }

  /// What `data/regions.csv` says of a place.
  package struct Place: Sendable, Hashable {
    package var name: String
    package var parent: String?
  }

  package var name: String
  /// The reporting day.
  package var asOf: CivilDate
  /// `data/figures.csv`, as it was published.
  package var figures: [UInt8]
  package var indicators: [String: Indicator]
  /// By code.
  package var places: [String: Place]
  package var corrections: [CorrectionNote]
  /// Digests of the pages, by address.
  package var pages: [String: String]
  /// The Markdown files, by their paths below the content folder.
  package var texts: [String: [UInt8]]

  /// - Parameters:
  ///   - files: the published tables by address; those of older releases may lack some.
  package init(
    name: String, asOf: CivilDate, files: [String: [UInt8]], pages: [String: String], texts: [String: [UInt8]]
  ) {
    self.name = name
    self.asOf = asOf
    self.pages = pages
    self.texts = texts
    figures = files["data/figures.csv"] ?? []
    indicators = [:]
    for row in PublishedTable.rows(files["data/indicators.csv"] ?? []) {
      indicators[row["id"] ?? ""] = Indicator(
        title: row["title"] ?? "", definition: row["definition"] ?? "", formula: row["formula"] ?? "",
        datasets: (row["datasets"] ?? "").split(separator: "|").map(String.init),
        matures: row["matures"] == "true")
    }
    places = [:]
    for row in PublishedTable.rows(files["data/regions.csv"] ?? []) {
      let parent = row["parent"] ?? ""
      places[row["code"] ?? ""] = Place(name: row["name"] ?? "", parent: parent.isEmpty ? nil : parent)
    }
    corrections = PublishedTable.rows(files["data/corrections.csv"] ?? []).compactMap { row in
      guard let day = CivilDate(iso: row["date"] ?? "") else { return nil }
      return CorrectionNote(
        subject: row["subject"] ?? "", isIndicator: row["kind"] == "indicator", region: row["region"] ?? "",
        day: day, field: row["field"] ?? "", old: row["old"] ?? "", new: row["new"] ?? "",
        reason: row["reason"] ?? "", by: row["by"] ?? "", on: CivilDate(iso: row["on"] ?? ""))
    }
  }

  /// The files of a release that a comparison reads.
  package static let tables = [
    "data/figures.csv", "data/indicators.csv", "data/regions.csv", "data/corrections.csv",
  ]

  /// Whether a place is another one, or lies in it.
  func place(_ code: String, liesIn other: String) -> Bool {
    var at: String? = code
    var steps = 0
    while let current = at, steps < 32 {
      if current == other { return true }
      at = places[current]?.parent
      steps += 1
    }
    return false
  }
}

/// A small CSV with a header, as rows by column name.
enum PublishedTable {
  /// - Complexity: O(bytes)
  static func rows(_ bytes: [UInt8]) -> [[String: String]] {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, separator: .comma)
      var record = CSVRecord()
      guard scanner.next(into: &record) else { return [] }
      let names = record.fields.map { scanner.text($0) }
      var rows: [[String: String]] = []
      while scanner.next(into: &record) {
        guard !record.isFaulty, record.count == names.count else { continue }
        rows.append(
          Dictionary(
            zip(names, record.fields.map { scanner.text($0) }), uniquingKeysWith: { first, _ in first }))
      }
      return rows
    }
  }
}
