import Common
import Reading

/// `data/revisions.csv`: every revision of every release so far, the oldest release first.
///
/// Each release copies the table of the one before and adds its own rows, so that the newest has them all, though an
/// earlier release be withdrawn.
package enum RevisionTable {
  package static let columns = [
    "release", "previous", "indicator", "region", "date", "old", "new", "kind", "reason", "explanation", "by",
    "on",
  ]

  /// Rows with something wrong are left out: they are another program's.
  ///
  /// - Complexity: O(bytes)
  package static func read(_ bytes: [UInt8]) -> [Revision] {
    PublishedTable.rows(bytes).compactMap { row in
      guard let release = ReleaseName(row["release"] ?? ""),
        let previous = ReleaseName(row["previous"] ?? ""),
        let indicator = row["indicator"], let region = row["region"],
        let day = CivilDate(iso: row["date"] ?? ""), let reason = ChangeReason(rawValue: row["reason"] ?? "")
      else { return nil }
      return Revision(
        release: release, previous: previous,
        key: PublishedFigure.Key(indicator: indicator, region: region, day: day), old: row["old"] ?? "",
        new: row["new"] ?? "", reason: reason, explanation: row["explanation"] ?? "", by: row["by"] ?? "",
        on: CivilDate(iso: row["on"] ?? ""))
    }
  }

  /// The cells of a row, in the order of ``columns``.
  package static func cells(_ revision: Revision) -> [String] {
    [
      "\(revision.release)", "\(revision.previous)", revision.key.indicator, revision.key.region,
      "\(revision.key.day)", revision.old, revision.new,
      revision.reason.kind.rawValue, revision.reason.rawValue, revision.explanation, revision.by,
      revision.on?.description ?? "",
    ]
  }
}
