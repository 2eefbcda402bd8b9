import Common
import Markdown
import Reading
import YAML

extension Resolver {
  /// `datasets: […]` and `limit`. A dataset that does not say when its reports are due has nobody to remind.
  func reminders(_ options: inout YAMLMapping, _ directive: Directive) -> ReminderOptions {
    let limit = count("limit", "数量", &options) ?? 20
    guard let names = options.locatedStrings("datasets", aliases: ["数据集"]) else {
      if !datasets.isEmpty, datasets.allSatisfy({ $0.expectation == nil }) {
        options.findings.add(Diagnostic(.nothingDue, .warning, at: directive.location))
      }
      return ReminderOptions(datasets: nil, limit: limit)
    }
    var chosen: [Int] = []
    for name in names {
      guard let index = dataset(name, &options.findings), !chosen.contains(index) else { continue }
      chosen.append(index)
      if datasets[index].expectation == nil {
        options.findings.add(
          Diagnostic(.datasetNotDue, .warning, at: name.location, ["dataset": datasets[index].title]))
      }
    }
    return ReminderOptions(datasets: chosen, limit: limit)
  }

  /// A dataset by its name or title.
  func dataset(_ name: Located<String>, _ findings: inout Findings) -> Int? {
    if let index = datasets.firstIndex(where: { $0.name == name.value || $0.title == name.value }) {
      return index
    }
    findings.add(
      Diagnostic(
        .unknownDataset, at: name.location, ["found": name.value],
        suggestions: NearestNames.find(name.value, in: datasets.flatMap { [$0.name, $0.title] })))
    return nil
  }
}
