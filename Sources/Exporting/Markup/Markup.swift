/// A piece of a page's markup: what every export is made from.
///
/// The class of an element is its part in the page (`note`, `cards`); each export turns it into what its reader takes.
package indirect enum Markup: Sendable, Hashable {
  case text(String)
  case element(MarkupElement)
}

package struct MarkupElement: Sendable, Hashable {
  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// In lower case.
  package var name: String
  package var attributes: [Attribute]
  package var children: [Markup]
  /// Where its tag begins in the text it was read from, from 1; 0 for what was made.
  package var line = 0
  package var column = 0

  package init(_ name: String, _ attributes: [Attribute] = [], _ children: [Markup] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  package subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }

  package var classes: [Substring] {
    (self["class"] ?? "").split(separator: " ")
  }
}

extension Markup {
  static func make(_ name: String, _ role: String, _ children: [Markup]) -> Markup {
    .element(MarkupElement(name, role.isEmpty ? [] : [MarkupElement.Attribute("class", role)], children))
  }

  static func make(_ name: String, _ role: String, _ text: String) -> Markup {
    make(name, role, [.text(text)])
  }

  static func make(_ name: String, _ text: String) -> Markup {
    make(name, "", [.text(text)])
  }

  /// All its text, without markup.
  package var plainText: String {
    switch self {
    case .text(let text): text
    case .element(let element): element.children.plainText
    }
  }
}

extension [Markup] {
  package var plainText: String { map(\.plainText).joined() }
}
