import Common
import Reading
import YAML

/// Reads what stands between the `---` lines at the very start of a file.
struct FrontMatterReader {
  private(set) var frontMatter: FrontMatter
  /// The cover, to be checked like any image.
  private(set) var links: [InternalLink] = []
  private let source: SourceText
  private let requiresTitle: Bool

  init(source: SourceText, requiresTitle: Bool) {
    self.source = source
    self.requiresTitle = requiresTitle
    frontMatter = FrontMatter(location: source.location(at: source.start))
  }

  /// Fills `frontMatter` and returns where the body stands.
  mutating func read(findings: inout Findings) -> Range<Int> {
    let lines = source.lines.starts
    let end = source.bytes.count
    guard isFence(0) else {
      if requiresTitle { findings.add(Diagnostic(.markdownNoFrontMatter, at: frontMatter.location)) }
      return source.start..<end
    }
    guard let closing = lines.indices.dropFirst().first(where: isFence) else {
      findings.add(Diagnostic(.markdownFrontMatterUnclosed, at: frontMatter.location))
      return end..<end
    }
    let yaml = lines.count > 1 ? lines[1]..<lines[closing] : end..<end
    if let offset = unquotedFigure(in: yaml) {
      findings.add(Diagnostic(.markdownFrontMatterFigureUnquoted, at: source.location(at: offset)))
    } else {
      decode(yaml, findings: &findings)
    }
    return (closing + 1 < lines.count ? lines[closing + 1] : end)..<end
  }

  /// Whether a text that need not have front matter has some: `---`, a line with a key, and `---` again.
  static func isLikely(in source: SourceText) -> Bool {
    let reader = FrontMatterReader(source: source, requiresTitle: false)
    let starts = source.lines.starts
    guard starts.count > 2, reader.isFence(0), starts.indices.dropFirst().contains(where: reader.isFence)
    else {
      return false
    }
    let line = source.bytes[starts[1]..<starts[2]]
    guard let colon = line.firstIndex(of: 0x3A), colon + 1 < line.endIndex else { return false }
    return [0x20, 0x09, 0x0A, 0x0D].contains(line[colon + 1]) && !line[..<colon].contains(0x20)
  }

  private func isFence(_ line: Int) -> Bool {
    let lines = source.lines.starts
    let end = line + 1 < lines.count ? lines[line + 1] : source.bytes.count
    let text = source.bytes[max(source.start, lines[line])..<end]
    return text.starts(with: [0x2D, 0x2D, 0x2D])
      && text.dropFirst(3).allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// `title: {{复工率}}` is a mapping to YAML; its own message would say nothing of use.
  private func unquotedFigure(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let end = source.bytes[index..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let value = source.bytes[index..<end].drop { $0 != 0x3A }.dropFirst().drop { $0 == 0x20 }
      if value.starts(with: [0x7B, 0x7B]) { return value.startIndex }
      index = end + 1
    }
    return nil
  }

  private mutating func decode(_ yaml: Range<Int>, findings: inout Findings) {
    var made = Findings()
    let node = YAMLParser.parse(
      source.bytes[yaml], file: source.path, firstLine: 2, limits: .frontMatter, findings: &made)
    findings.add(contentsOf: made)
    guard let node, var mapping = YAMLMapping(node, findings: &findings) else {
      if node == nil, !made.hasErrors, requiresTitle {
        findings.add(Diagnostic(.markdownNoTitle, at: frontMatter.location))
      }
      return
    }
    decode(&mapping)
    mapping.finish(unknownKeys: .warning, findings: &findings)
  }

  private mutating func decode(_ mapping: inout YAMLMapping) {
    for key in FrontMatter.Key.allCases where mapping.has(key.rawValue, aliases: key.chinese) {
      frontMatter.keyLocations[key] = mapping.location(of: key.rawValue, aliases: key.chinese)
    }
    let title = inlineText(&mapping, .title)
    if let title {
      frontMatter.title = title
    } else if requiresTitle, frontMatter.keyLocations[.title] == nil {
      mapping.findings.add(Diagnostic(.markdownNoTitle, at: frontMatter.location))
    }
    frontMatter.summary = inlineText(&mapping, .summary)
    frontMatter.date = mapping.date(.date)
    frontMatter.lastModified = mapping.date(.lastmod)
    frontMatter.publishDate = mapping.date(.publishDate)
    frontMatter.expiryDate = mapping.date(.expiryDate)
    let place = mapping.locatedString(.place)
    frontMatter.place = place?.value
    frontMatter.placeLocation = place?.location
    frontMatter.people = mapping.strings(.people)
    frontMatter.tags = mapping.strings(.tags)
    frontMatter.isDraft =
      mapping.bool(FrontMatter.Key.draft.rawValue, aliases: FrontMatter.Key.draft.chinese) ?? false
    frontMatter.aliases = mapping.strings(.aliases)
    frontMatter.source = mapping.locatedString(.source)?.value
    frontMatter.reviewedBy = mapping.locatedString(.reviewedBy)?.value
    let approval = FrontMatter.Key.approval
    frontMatter.approval = mapping.choice(
      approval.rawValue, aliases: approval.chinese, of: ApprovalRule.Need.self,
      names: ["需要": .required, "不需要": ApprovalRule.Need.none])
    frontMatter.weight = mapping.integer(
      FrontMatter.Key.weight.rawValue, aliases: FrontMatter.Key.weight.chinese)
    frontMatter.layout = mapping.locatedString(.layout)?.value
    let params = FrontMatter.Key.params
    frontMatter.params = mapping.mapping(params.rawValue, aliases: params.chinese)?.entriesForTheme() ?? []
    if let cover = mapping.locatedString(.cover) {
      let image = Self.image(cover.value)
      frontMatter.cover = image.address
      frontMatter.coverText = image.text
      links.append(InternalLink(target: image.address, isImage: true, location: cover.location))
    }
    if let slug = mapping.locatedString(.slug) {
      if Self.isSlug(slug.value) {
        frontMatter.slug = slug.value
        frontMatter.slugLocation = slug.location
      } else {
        mapping.findings.add(Diagnostic(.markdownBadSlug, at: slug.location, ["found": slug.value]))
      }
    }
  }

  /// A cover is a picture's address, or the picture as in the text: `![门口的卡点](kadian.jpg)`.
  private static func image(_ text: String) -> (address: String, text: String?) {
    guard text.hasPrefix("!["), text.hasSuffix(")"), let middle = text.lastIndex(of: "]"),
      text[middle...].hasPrefix("](")
    else { return (text, nil) }
    let words = text[text.index(text.startIndex, offsetBy: 2)..<middle]
    return (String(text[text.index(middle, offsetBy: 2)...].dropLast()), words.isEmpty ? nil : String(words))
  }

  private func inlineText(_ mapping: inout YAMLMapping, _ key: FrontMatter.Key) -> InlineText? {
    guard let text = mapping.locatedString(key) else { return nil }
    var made = Findings()
    let inline = InlineText.compile(text.value, at: firstCharacter(of: text.location), findings: &made)
    mapping.findings.add(contentsOf: made)
    return inline
  }

  /// A scalar's place is its quote or its `|`; its text begins behind that.
  private func firstCharacter(of location: Location) -> Location {
    guard case .text(let line, let column) = location.position, line <= source.lines.starts.count else {
      return location
    }
    let scalars = source.line(line).unicodeScalars
    guard let opener = scalars.dropFirst(column - 1).first else { return location }
    switch opener {
    case "\"", "'": return Location(file: location.file, line: line, column: column + 1)
    case "|", ">":
      let indent = source.line(line + 1).unicodeScalars.prefix { $0 == " " }.count
      return Location(file: location.file, line: line + 1, column: indent + 1)
    default: return location
    }
  }

  /// Letters of any script, digits, `.`, `_` and `-`, not beginning with a dot.
  private static func isSlug(_ text: String) -> Bool {
    text.first != "." && !text.isEmpty
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" || $0 == "-" }
  }
}

extension YAMLMapping {
  fileprivate mutating func locatedString(_ key: FrontMatter.Key) -> Located<String>? {
    locatedString(key.rawValue, aliases: key.chinese)
  }

  fileprivate mutating func strings(_ key: FrontMatter.Key) -> [String] {
    strings(key.rawValue, aliases: key.chinese) ?? []
  }

  fileprivate mutating func date(_ key: FrontMatter.Key) -> CivilDate? {
    date(key.rawValue, aliases: key.chinese)
  }

  /// All entries: what they mean is the theme's business.
  fileprivate consuming func entriesForTheme() -> [YAMLEntry] {
    var mapping = self
    return mapping.takeRest()
  }
}

extension SourceText {
  /// A line, counted from 1; empty behind the end.
  fileprivate func line(_ number: Int) -> String {
    guard number >= 1, number <= lines.starts.count else { return "" }
    let end = number < lines.starts.count ? lines.starts[number] : bytes.count
    return String(decoding: bytes[max(start, lines.starts[number - 1])..<end], as: UTF8.self)
  }
}
