/// Takes lists out of the items that hold them: they follow their item.
enum NestedLists {
  static func lifted(_ nodes: [Markup]) -> [Markup] {
    nodes.map { node in
      guard case .element(var element) = node else { return node }
      element.children = lifted(element.children)
      if element.name == "ul" || element.name == "ol" {
        element.children = element.children.flatMap { split($0) }
      }
      return .element(element)
    }
  }

  /// An item without its lists, and behind it the lists.
  private static func split(_ node: Markup) -> [Markup] {
    guard case .element(var item) = node, item.name == "li" else { return [node] }
    var lists: [Markup] = []
    item.children = without(item.children, lists: &lists)
    // The line end before an inner list is none of the text's.
    if !lists.isEmpty {
      while case .text(let text)? = item.children.last {
        item.children.removeLast()
        let kept = text.trimmed
        if kept.isEmpty { continue }
        item.children.append(.text(kept))
        break
      }
    }
    return [.element(item)] + lists
  }

  private static func without(_ nodes: [Markup], lists: inout [Markup]) -> [Markup] {
    var kept: [Markup] = []
    for node in nodes {
      guard case .element(var element) = node else {
        kept.append(node)
        continue
      }
      if element.name == "ul" || element.name == "ol" {
        lists.append(node)
      } else {
        element.children = without(element.children, lists: &lists)
        kept.append(.element(element))
      }
    }
    return kept
  }
}
