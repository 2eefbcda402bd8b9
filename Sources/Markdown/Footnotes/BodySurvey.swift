import CommonMark

/// What must be known of a whole body before its first byte is written: headings, and the order of footnotes.
struct BodySurvey {
  private(set) var headings: [Heading] = []
  /// Whether `<!-- more -->` ends the opening somewhere.
  private(set) var hasMore = false
  /// Of each footnote, by its definition: the number that readers see; `nil` where no text refers to it.
  private(set) var numbers: [Int?]
  /// How many references to each footnote stand in the body itself.
  private(set) var references: [Int]
  /// The footnotes that are shown, in order.
  private(set) var order: [Int] = []

  private var headingIDs = HeadingIDs()
  /// What each footnote's own text refers to.
  private var inside: [[Int]]
  private var isLink = 0

  /// - Complexity: O(nodes).
  init(_ tree: borrowing MarkdownTree, source: PreparedSource) {
    let count = source.footnotes.count
    numbers = Array(repeating: nil, count: count)
    references = Array(repeating: 0, count: count)
    inside = Array(repeating: [], count: count)
    var survey = self
    // The definitions stand first, each in a quotation of its own.
    var quotations = 0
    var isInFootnote = false
    tree.forEach { event in
      if event.kind == .blockQuote, event.isTopLevel, quotations < count {
        isInFootnote = event.isEntering
        if !event.isEntering { quotations += 1 }
        return
      }
      survey.read(event, footnote: isInFootnote ? quotations : nil, source: source)
    }
    survey.number()
    self = survey
  }

  private mutating func read(_ event: borrowing MarkdownEvent, footnote: Int?, source: PreparedSource) {
    switch event.kind {
    case .heading where event.isEntering:
      let text = PlainText(inside: event, source: source).string
      headings.append(Heading(level: event.headingLevel, id: headingIDs.id(for: text), text: text))
    case .link, .image: isLink += event.isEntering ? 1 : -1
    case .text where !numbers.isEmpty && isLink == 0:
      event.withLiteral { literal in
        source.forEachRun(in: literal) { run in
          guard case .mark(let mark) = run, case .footnote(let index) = mark.kind else { return }
          if let footnote { inside[footnote].append(index) } else { refer(index) }
        }
      }
    case .htmlBlock where event.isTopLevel:
      if event.withLiteral({ MoreMark.matches($0) }) { hasMore = true }
    default: break
    }
  }

  private mutating func refer(_ index: Int) {
    references[index] += 1
    order(index)
  }

  private mutating func order(_ index: Int) {
    guard numbers[index] == nil else { return }
    order.append(index)
    numbers[index] = order.count
  }

  /// Footnotes that only footnotes refer to come last.
  private mutating func number() {
    var next = 0
    while next < order.count {
      for index in inside[order[next]] { order(index) }
      next += 1
    }
  }
}

/// `<!-- more -->`: what stands above is a story's opening.
enum MoreMark {
  static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = text.filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return word == Array("<!--more-->".utf8)
  }
}
