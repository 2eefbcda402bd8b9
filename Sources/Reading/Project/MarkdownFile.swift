/// A Markdown file of the content folder.
package struct MarkdownFile: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case dashboard = "dashboards"
    case bulletin = "bulletins"
    case story = "stories"
    case page = "pages"
  }

  package var kind: Kind
  /// Relative to the content folder: `stories/hexiaoqin.md`.
  package var path: String
  /// The path below its kind's folder without `.md`: `hexiaoqin`.
  package var name: String

  package init(kind: Kind, path: String, name: String) {
    self.kind = kind
    self.path = path
    self.name = name
  }
}
