import Common

/// Holds an article against what an official account's editor takes. It knows nothing of how the article was made.
package struct WeChatCheck: Sendable {
  /// Addresses of pictures that are going to be uploaded.
  private let uploads: Set<String>
  private let file: String
  /// Whether findings name the place in the file, or only the file that the article was made from.
  private let hasPlaces: Bool
  private var findings = Findings()

  /// - Parameter file: As findings name it.
  package static func run(
    _ html: [UInt8], images: [UploadItem], file: String, hasPlaces: Bool = true, findings: inout Findings
  ) {
    var check = WeChatCheck(
      uploads: Set(images.map(\.address)), file: file, hasPlaces: hasPlaces)
    check.check(html)
    findings.add(contentsOf: check.findings)
  }

  private init(uploads: Set<String>, file: String, hasPlaces: Bool) {
    self.uploads = uploads
    self.file = file
    self.hasPlaces = hasPlaces
  }

  private mutating func check(_ html: [UInt8]) {
    var reader = MarkupReader()
    reader.read(html)
    let tree = reader.finish()
    for fault in reader.faults {
      add(.articleMarkup, line: fault.line, column: fault.column, ["found": fault.tag])
    }
    if html.count >= WeChatLimits.bytes {
      add(.articleTooLarge, ["found": String(html.count), "limit": String(WeChatLimits.bytes)])
    }
    // White space between elements is not seen, and so is not counted.
    let count = tree.plainText.count { !$0.isNewline }
    if count >= WeChatLimits.characters {
      add(.articleTooLong, ["found": String(count), "limit": String(WeChatLimits.characters)])
    }
    let outermost = tree.filter { node in
      if case .text(let text) = node { !text.trimmed.isEmpty } else { true }
    }
    if outermost.count != 1 || !Self.isSection(outermost.first) {
      add(.articleSections, ["found": String(outermost.count)])
    }
    check(tree, inItem: false)
  }

  private static func isSection(_ node: Markup?) -> Bool {
    if case .element(let element) = node { element.name == "section" } else { false }
  }

  private mutating func check(_ nodes: [Markup], inItem: Bool) {
    for case .element(let element) in nodes {
      check(element)
      let isList = element.name == "ul" || element.name == "ol"
      if isList, inItem { add(.articleNestedList, element, ["found": element.name]) }
      check(element.children, inItem: element.name == "li" || (inItem && !isList))
    }
  }

  private mutating func check(_ element: MarkupElement) {
    guard let allowed = WeChatLimits.elements[element.name] else {
      return add(.articleElement, element, ["found": element.name])
    }
    for attribute in element.attributes {
      if attribute.name == "style" {
        let style = attribute.value.lowercased().filter { !$0.isWhitespace }
        for trap in WeChatLimits.styleTraps where style.contains(trap) {
          add(.articleStyle, element, ["found": trap, "element": element.name])
        }
      } else if !allowed.contains(attribute.name) {
        add(.articleAttribute, element, ["found": attribute.name, "element": element.name])
      } else if attribute.value.lowercased().contains("url(") {
        add(.articleStyle, element, ["found": "url(", "element": element.name])
      }
    }
    switch element.name {
    case "a":
      let target = element["href"] ?? ""
      if !PublicAddress.isOn(WeChatLimits.host, target) { add(.articleLink, element, ["found": target]) }
    case "img":
      let source = element["src"] ?? ""
      let isUploaded = WeChatLimits.imageHosts.contains { PublicAddress.isOn($0, source) }
      if !isUploaded, !uploads.contains(source) { add(.articleImage, element, ["found": source]) }
    default: break
    }
  }

  private mutating func add(
    _ rule: Rule, _ element: MarkupElement, _ values: KeyValuePairs<String, String>
  ) {
    add(rule, line: element.line, column: element.column, values)
  }

  private mutating func add(
    _ rule: Rule, line: Int = 0, column: Int = 0, _ values: KeyValuePairs<String, String>
  ) {
    let place =
      hasPlaces && line > 0 ? Location(file: file, line: line, column: column) : Location(file: file)
    findings.add(Diagnostic(rule, at: place, values))
  }
}

extension String {
  fileprivate func contains(_ part: String) -> Bool {
    let (whole, wanted) = (Array(utf8), Array(part.utf8))
    guard wanted.count <= whole.count else { return false }
    return (0...(whole.count - wanted.count)).contains {
      whole[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }
}
