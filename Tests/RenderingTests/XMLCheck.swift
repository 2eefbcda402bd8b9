import Testing

/// A check that a text is well-formed XML, as far as our own files use it: no DTD, no CDATA, no processing instruction
/// but the first.
enum XMLCheck {
  struct Element {
    var name: String
    /// The names from the top, `feed/entry/title`.
    var path: String
    var attributes: [String: String]
    /// Directly inside, not unescaped.
    var text = ""
  }

  struct Fault: Error { var message: String }

  static func elements(of text: String) throws -> [Element] {
    var elements: [Element] = []
    var open: [Int] = []
    var rest = text[...]
    guard rest.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n") else {
      throw Fault(message: "no declaration")
    }
    rest = rest.drop { $0 != ">" }.dropFirst()
    while let less = rest.firstIndex(of: "<") {
      let words = rest[..<less]
      try check(words)
      if let last = open.last {
        elements[last].text += words
      } else {
        try require(words.allSatisfy(\.isWhitespace), "text outside")
      }
      guard let end = rest[less...].firstIndex(of: ">") else { throw Fault(message: "an open tag") }
      var tag = rest[rest.index(after: less)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        guard let last = open.popLast() else { throw Fault(message: "nothing is open: \(tag)") }
        try require(elements[last].name == tag.dropFirst(), "\(elements[last].name) ends as \(tag)")
        continue
      }
      let isEmpty = tag.last == "/"
      if isEmpty { tag = tag.dropLast() }
      let name = String(tag.prefix { $0 != " " })
      let path = (open.map { elements[$0].name } + [name]).joined(separator: "/")
      elements.append(Element(name: name, path: path, attributes: try attributes(tag.dropFirst(name.count))))
      if !isEmpty { open.append(elements.count - 1) }
    }
    try require(open.isEmpty && rest.allSatisfy(\.isWhitespace), "something is left open")
    return elements
  }

  private static func attributes(_ text: Substring) throws -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.drop { $0 == " " }
    while !rest.isEmpty {
      let name = String(rest.prefix { $0 != "=" })
      let value = rest.dropFirst(name.count + 2).prefix { $0 != "\"" }
      try require(rest.dropFirst(name.count).hasPrefix("=\"") && result[name] == nil, "attribute \(name)")
      try check(value)
      result[name] = String(value)
      rest = rest.dropFirst(name.count + value.count + 3).drop { $0 == " " }
    }
    return result
  }

  private static func check(_ text: Substring) throws {
    try require(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }, "a control character")
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      try require(
        ["amp;", "lt;", "gt;", "quot;", "#39;"].contains { part.hasPrefix($0) },
        "an entity: \(part.prefix(8))")
    }
  }

  private static func require(_ holds: Bool, _ message: String) throws {
    if !holds { throw Fault(message: message) }
  }
}
