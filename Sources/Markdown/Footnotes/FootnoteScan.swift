import Common

/// Finds the definitions of footnotes, which CommonMark would take for definitions of links.
///
/// A definition begins a line, outside of lists, quotations and code. Lines that follow belong to it while they are
/// indented by four spaces, and a line right below without a mark of its own, as in a paragraph.
struct FootnoteScan {
  private let source: SourceText
  private(set) var definitions: [FootnoteDefinition] = []
  private(set) var numbers: [String: Int] = [:]
  private var open: FootnoteDefinition?
  /// Blank lines that belong to the open definition if an indented line follows.
  private var blank: [Range<Int>] = []
  private var wasBlank = true

  /// - Complexity: O(bytes).
  init(_ source: SourceText, body: Range<Int>, findings: inout Findings) {
    self.source = source
    guard Self.mayOccur(in: source.bytes[body]) else { return }
    var fences = FenceTracker()
    let starts = source.lines.starts
    var line = source.lines.line(of: body.lowerBound)
    while line < starts.count, starts[line] < body.upperBound {
      let end = line + 1 < starts.count ? min(starts[line + 1], body.upperBound) : body.upperBound
      let range = max(starts[line], body.lowerBound)..<end
      read(range, fences: &fences, findings: &findings)
      line += 1
    }
    close()
  }

  /// `]:` behind `[^`, anywhere.
  private static func mayOccur(in bytes: ArraySlice<UInt8>) -> Bool {
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      if bytes[index] == 0x5B, bytes[index + 1] == 0x5E { return true }
      index += 1
    }
    return false
  }

  private mutating func read(_ line: Range<Int>, fences: inout FenceTracker, findings: inout Findings) {
    let bytes = source.bytes
    let isBlank = bytes[line].allSatisfy { $0 <= 0x20 }
    let indent = bytes[line].prefix { $0 == 0x20 }.count
    let isIndented = indent >= 4 || bytes[line].dropFirst(indent).first == 0x09
    defer { wasBlank = isBlank }
    if var definition = open {
      if isBlank {
        blank.append(line.upperBound - Self.ending(bytes[line])..<line.upperBound)
        return
      }
      let goesOn = !wasBlank && Self.isPlain(bytes[line].dropFirst(indent))
      if isIndented || goesOn {
        let from = isIndented ? (indent >= 4 ? 4 : indent + 1) : indent
        definition.lines += blank + [line.lowerBound + from..<line.upperBound]
        definition.range = definition.range.lowerBound..<line.upperBound
        open = definition
        blank = []
        return
      }
      close()
    }
    if fences.takes(bytes[line]) || isIndented { return }
    begin(line, indent: indent, findings: &findings)
  }

  private mutating func begin(_ line: Range<Int>, indent: Int, findings: inout Findings) {
    let start = line.lowerBound + indent
    guard let label = FootnoteLabel.range(in: source.bytes, at: start, end: line.upperBound),
      label.upperBound + 1 < line.upperBound, source.bytes[label.upperBound + 1] == 0x3A
    else { return }
    var text = label.upperBound + 2
    while text < line.upperBound, [0x20, 0x09].contains(source.bytes[text]) { text += 1 }
    let key = FootnoteLabel.key(source.bytes[label])
    if numbers[key] == nil {
      numbers[key] = definitions.count
    } else {
      let shown = String(decoding: source.bytes[label], as: UTF8.self)
      findings.add(Diagnostic(.markdownFootnoteTwice, at: source.location(at: start), ["found": shown]))
    }
    open = FootnoteDefinition(label: key, start: start, lines: [text..<line.upperBound], range: line)
  }

  private mutating func close() {
    if let open { definitions.append(open) }
    open = nil
    blank = []
  }

  private static func ending(_ line: ArraySlice<UInt8>) -> Int {
    line.reversed().prefix { $0 == 0x0A || $0 == 0x0D }.count
  }

  /// Whether a line can only go on with a paragraph.
  private static func isPlain(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    switch first {
    case 0x23, 0x3E, 0x7C, 0x3C, 0x3D, 0x60, 0x7E: return false
    case 0x2A, 0x2B, 0x2D: return ![0x20, 0x09, 0x0A, 0x0D, first].contains(line.dropFirst().first ?? 0x0A)
    case 0x30...0x39:
      let digits = line.prefix { (0x30...0x39).contains($0) }
      return ![0x2E, 0x29].contains(line.dropFirst(digits.count).first ?? 0)
    case 0x5B: return !line.dropFirst().starts(with: [0x5E])
    default: return true
    }
  }
}
