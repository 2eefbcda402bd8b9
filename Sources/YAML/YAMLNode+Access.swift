import Common

extension YAMLNode {
  /// The text, where the node is a scalar.
  package var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The elements, where the node is a sequence.
  package var sequence: [YAMLNode]? {
    if case .sequence(let elements) = content { elements } else { nil }
  }

  /// The entries in the order written, where the node is a mapping.
  package var mapping: [YAMLEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// Nothing was written: `title:` and the end of the line.
  package var isEmpty: Bool {
    content == .scalar("", isPlain: true)
  }

  /// The texts of a sequence of scalars, or of a single scalar; `nil` where anything else stands.
  package var strings: [Located<String>]? {
    switch content {
    case .scalar(let text, _): return [Located(text, at: location)]
    case .mapping: return nil
    case .sequence(let elements):
      var texts: [Located<String>] = []
      texts.reserveCapacity(elements.count)
      for element in elements {
        guard let text = element.scalar, !element.isEmpty else { return nil }
        texts.append(Located(text, at: element.location))
      }
      return texts
    }
  }

  /// The node in a few characters, for a message: a scalar's text, `[…]` or `{…}`.
  package var summary: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence: "[…]"
    case .mapping: "{…}"
    }
  }
}
