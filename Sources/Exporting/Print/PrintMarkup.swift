/// Keeps what a printed page may hold: no scripts, no addresses, classes for the style sheet.
enum PrintMarkup {
  private static let attributes: Set<String> = [
    "class", "id", "style", "colspan", "rowspan", "scope", "start", "src", "alt", "width", "height",
    "aria-hidden",
    "type", "checked", "disabled",
  ]

  static func cleaned(_ nodes: [Markup]) -> [Markup] {
    nodes.flatMap { node -> [Markup] in
      guard case .element(var element) = node else { return [node] }
      if element.name == "svg" { return [node] }
      if element.name == "input" {
        return element["type"] == "checkbox" ? [.text(element["checked"] == nil ? "☐ " : "☑ ")] : []
      }
      if WeChatLimits.dropped.contains(element.name) { return [] }
      element.attributes.removeAll { !attributes.contains($0.name) }
      element.children = cleaned(element.children)
      return [.element(element)]
    }
  }
}
