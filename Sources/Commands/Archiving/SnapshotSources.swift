import Archive
import Common
import Digests
import Output
import Pages
import Reading

/// What goes into a release's `data/source/`: the content and the theme as the site was made from them, without anything
/// personal and without what is not published.
struct SnapshotSources {
  let site: SiteLoader.Loaded
  let theme: ThemeFolder

  /// A file of the release.
  enum Item: Sendable {
    /// As it lies on the disk.
    case file(String)
    case bytes([UInt8])
  }

  static let content = "data/source/content/"
  static let themes = "data/source/themes/"
  // `privacy.yaml` names who is answerable, and serves nothing once the pages are made.
  private static let topFiles = ["site.yaml", "regions.csv", "corrections.yaml", "approvals.yaml"]
  private static let folders = [
    "datasets", "indicators", "dashboards", "pages", "static", "stories", "bulletins",
  ]

  private(set) var items: [(path: BagPath, item: Item)] = []

  init(site: SiteLoader.Loaded, theme: ThemeFolder, findings: inout Findings) {
    self.site = site
    self.theme = theme
    addContent(findings: &findings)
    let data = SnapshotData(site: site, findings: &findings)
    items += data.items.map { (BagPath(Self.content + $0.path), $0.item) }
    addThemes(findings: &findings)
    items.append((BagPath(SourceNote.name), .bytes(SourceNote(leftOut: data.leftOut).bytes)))
  }

  /// The theme that rebuilds the site, below `data/source/`.
  var themePath: String {
    let folders = theme.folders ?? []
    return Self.themes + (folders.count > 1 ? Self.name(of: folders[1]) : "jianbao")
  }

  private mutating func addContent(findings: inout Findings) {
    let folder = site.project.folder
    let isPublished = site.publishes
    for path in folder.files(findings: &findings) {
      let top = path.split(separator: "/").first.map(String.init) ?? path
      let isKnown =
        path.contains("/")
        ? Self.folders.contains(top) : Self.topFiles.contains(path)
      guard isKnown else { continue }
      if path.hasSuffix(".md"), !isPublished(path) { continue }
      items.append((BagPath(Self.content + path), .file(folder.display(path))))
    }
  }

  private mutating func addThemes(findings: inout Findings) {
    let folders = theme.folders ?? []
    for (number, folder) in folders.enumerated() {
      let name = number == 0 ? "jianbao" : Self.name(of: folder)
      for path in folder.files(findings: &findings) {
        items.append((BagPath(Self.themes + name + "/" + path), .file(folder.display(path))))
      }
    }
  }

  /// The folder's own name; the default theme's is taken.
  private static func name(of folder: SourceFolder) -> String {
    let name = folder.path.split(separator: "/").last.map(String.init) ?? "theme"
    return name == "jianbao" || name.hasPrefix(".") ? "own" : name
  }
}
