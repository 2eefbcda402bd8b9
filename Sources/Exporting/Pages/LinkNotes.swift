/// Takes links out of a text: what leads out of the site becomes a numbered note, what leads within it plain text.
struct LinkNotes {
  /// A host whose links are kept; none where paper is printed on.
  var kept: String?
  /// Addresses in the order of their numbers.
  private(set) var addresses: [String] = []

  init(keeping host: String? = nil) {
    kept = host
  }

  mutating func taken(from nodes: [Markup]) -> [Markup] {
    nodes.flatMap { taken(from: $0) }
  }

  private mutating func taken(from node: Markup) -> [Markup] {
    guard case .element(var element) = node else { return [node] }
    element.children = taken(from: element.children)
    guard element.name == "a" else { return [.element(element)] }
    let target = element["href"] ?? ""
    // The way back from a footnote leads nowhere on paper.
    if target.hasPrefix("#"), element.children.plainText.trimmed.hasPrefix("↩") { return [] }
    if let kept, PublicAddress.isOn(kept, target) {
      element.attributes = [MarkupElement.Attribute("href", target)]
      return [.element(element)]
    }
    guard let scheme = PublicAddress.scheme(of: target), scheme == "http" || scheme == "https" else {
      return element.children
    }
    let text = element.children.plainText.trimmed
    // An address that is printed in full needs no note.
    if text == target { return element.children }
    return element.children + [.make("sup", "link-number", "[\(number(of: target))]")]
  }

  private mutating func number(of address: String) -> Int {
    if let index = addresses.firstIndex(of: address) { return index + 1 }
    addresses.append(address)
    return addresses.count
  }

  /// The notes, for the end of the text; none where there are none.
  func notes(title: String) -> [Markup] {
    guard !addresses.isEmpty else { return [] }
    let lines = addresses.enumerated().map { number, address in
      Markup.make("p", "link-note", "[\(number + 1)] \(address)")
    }
    return [.make("section", "link-notes", [.make("p", "notes-title", title)] + lines)]
  }
}
