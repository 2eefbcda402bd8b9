import Common
import Reading

/// The pictures of a page: where each lies on this computer, and its address on the site.
package struct UploadItem: Sendable, Hashable {
  package var file: String
  package var address: String

  package init(file: String, address: String) {
    self.file = file
    self.address = address
  }

  /// `content/static/a.png → https://example.org/static/a.png`
  package var line: String { file + Self.arrow + address }

  private static let arrow = " → "

  /// Reads a list as it was written; lines without an arrow are words for people.
  package static func list(_ text: String) -> [UploadItem] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let letters = Array(line)
      let wanted = Array(arrow)
      guard letters.count > wanted.count,
        let start = (0...(letters.count - wanted.count)).last(where: { index in
          letters[index..<(index + wanted.count)].elementsEqual(wanted)
        })
      else { return nil }
      return UploadItem(
        file: String(letters[..<start]).trimmed, address: String(letters[(start + wanted.count)...]).trimmed)
    }
  }
}

/// Gives each picture of a tree another source.
struct PageImages {
  /// From the page's own folder to a source, `nil` to leave the picture out.
  var source: (String) -> String?

  func replaced(in nodes: [Markup]) -> [Markup] {
    nodes.compactMap { node in
      guard case .element(var element) = node else { return node }
      guard element.name == "img" else {
        element.children = replaced(in: element.children)
        return .element(element)
      }
      guard let new = source(element["src"] ?? "") else {
        return element["alt"].map { .text($0) }
      }
      element.attributes.removeAll { $0.name == "src" }
      element.attributes.insert(MarkupElement.Attribute("src", new), at: 0)
      return .element(element)
    }
  }
}
