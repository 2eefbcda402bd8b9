import Common
import Reading
import Tables

/// The data files of a release, without what is not public.
///
/// A table whose place or form cannot stay is kept below `recorded/`, where its dataset finds it when the site is made
/// again: what a program wrote, what was a workbook or JSON, and what several datasets read out of one file.
struct SnapshotData {
  /// Below the content folder.
  private(set) var items: [(path: String, item: SnapshotSources.Item)] = []
  /// By dataset: the titles of columns that stayed away.
  private(set) var leftOut: [(dataset: String, columns: [String])] = []

  init(site: SiteLoader.Loaded, findings: inout Findings) {
    let project = site.project
    var readers: [String: Int] = [:]
    for path in project.dataFiles.flatMap({ $0 }) { readers[path, default: 0] += 1 }
    let shared = Set(readers.filter { $0.value > 1 }.keys)
    let groups = PersonGroups(project)
    var numbers = PersonNumbers()
    var whole: Set<String> = []
    for (index, dataset) in project.datasets.enumerated() {
      var copier = PublicCopier(
        dataset, tree: project.tree, site: project.site, groups: groups.groups[index], numbers: numbers)
      if let output = site.outputs[dataset.name] {
        items.append((RecordedData.output(of: dataset), .bytes(Self.bytes(of: output, by: &copier))))
      }
      let copies = project.dataFiles[index].compactMap { path in
        project.readData(path, findings: &findings).map { (path: path, copy: copier.copy($0)) }
      }
      let moves = copies.contains { path, copy in
        if case .whole = copy { false } else { shared.contains(path) || !Self.isText(path) }
      }
      for (path, copy) in copies {
        let base = moves ? RecordedData.folder(of: dataset) + path : path
        switch copy {
        case .whole where moves || whole.insert(path).inserted:
          items.append((base, .file(project.folder.display(path))))
        case .whole: continue
        case .tables(let sheets):
          items += sheets.enumerated().map { number, sheet in
            (base + Self.ending(path, sheet, number, of: sheets.count), .bytes(sheet.bytes))
          }
        }
      }
      numbers = copier.numbersGiven
      if !copier.leftOut.isEmpty {
        leftOut.append(
          (dataset.title, copier.leftOut.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
      }
    }
  }

  private static func bytes(of output: SourceFile, by copier: inout PublicCopier) -> [UInt8] {
    switch copier.copy(output) {
    case .whole: output.bytes
    case .tables(let sheets): sheets.first?.bytes ?? []
    }
  }

  private static func isText(_ path: String) -> Bool {
    let kind = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["csv", "tsv", "txt"].contains(kind)
  }

  /// What a copy's name has behind that of its file. Sheets keep their order.
  private static func ending(_ path: String, _ sheet: PublicCopy.Sheet, _ number: Int, of count: Int)
    -> String
  {
    if isText(path) { return "" }
    guard count > 1, let name = sheet.name else { return ".csv" }
    let digits = String(number + 1)
    let zeros = String(repeating: "0", count: String(count).count - digits.count)
    return ".\(zeros)\(digits)-\(String(name.map { $0 == "/" ? "_" : $0 })).csv"
  }
}
