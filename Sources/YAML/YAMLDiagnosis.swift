import Common

/// Says what a writer most likely did where libyaml only says what it expected.
struct YAMLDiagnosis {
  struct Finding {
    var rule: Rule
    var mark: YAMLMark?
    var arguments: KeyValuePairs<String, String> = [:]
  }

  let error: YAMLSyntaxError
  let text: YAMLBytes
  /// The last quoted scalar before the error.
  let lastQuoted: (start: YAMLMark, end: YAMLMark)?

  /// At least one.
  var findings: [Finding] {
    guard let mark = error.mark else { return [unexplained] }
    let begin = error.contextMark ?? mark
    switch error.problem {
    case "could not find expected ':'":
      return quoteFinding(mark).map { [$0] } ?? nonEmpty(slips(begin.line, mark.line))
        ?? [Finding(rule: .yamlMissingColon, mark: begin, arguments: ["found": lineText(begin.line)])]
    case "mapping values are not allowed in this context":
      return nonEmpty(slips(mark.line, mark.line)) ?? [strayColon(mark)]
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      if character(at: mark) == ":" { return [Finding(rule: .yamlEmptyKey, mark: mark)] }
      return quoteFinding(mark).map { [$0] } ?? nonEmpty(slips(mark.line, mark.line))
        ?? [Finding(rule: .yamlIndentation, mark: mark)]
    case "block sequence entries are not allowed in this context":
      return [Finding(rule: .yamlListOnKeyLine, mark: mark)]
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      let found = character(at: begin).map(String.init) ?? ""
      return [Finding(rule: .yamlUnclosedBracket, mark: begin, arguments: ["found": found])]
    default: return [wrongCharacter(mark, begin)]
    }
  }

  private var unexplained: Finding {
    Finding(rule: .yamlSyntax, mark: error.mark, arguments: ["found": error.problem])
  }

  private func wrongCharacter(_ mark: YAMLMark, _ begin: YAMLMark) -> Finding {
    let found = character(at: mark)
    if error.problem.contains("tab character") { return Finding(rule: .yamlTab, mark: mark) }
    if error.problem == "found character that cannot start any token", let found {
      return found == "\t"
        ? Finding(rule: .yamlTab, mark: mark)
        : Finding(rule: .yamlReservedCharacter, mark: mark, arguments: ["found": String(found)])
    }
    if error.context.contains("quoted scalar") {
      return error.problem.contains("escape") || error.problem.contains("hexdecimal")
        ? Finding(rule: .yamlUnknownEscape, mark: mark) : Finding(rule: .yamlUnclosedQuote, mark: begin)
    }
    if error.context.contains("anchor") || error.context.contains("alias"), let found = character(at: begin) {
      return Finding(rule: .yamlReservedCharacter, mark: begin, arguments: ["found": String(found)])
    }
    if error.context.hasSuffix(" tag") { return Finding(rule: .yamlTag, mark: begin) }
    return unexplained
  }

  /// An error right behind a quoted text: it was closed too early, or the quote before it never was.
  private func quoteFinding(_ mark: YAMLMark) -> Finding? {
    guard let quoted = lastQuoted, quoted.end.line == mark.line, quoted.end <= mark else { return nil }
    return quoted.start.line < quoted.end.line
      ? Finding(rule: .yamlUnclosedQuote, mark: quoted.start)
      : Finding(rule: .yamlTextAfterQuote, mark: mark)
  }

  /// `a: b: c`, or a key that stands deeper than its neighbours.
  private func strayColon(_ mark: YAMLMark) -> Finding {
    let line = text.line(mark.line)
    let before = line.prefix(mark.column)
    let hasKey = zip(before, before.dropFirst()).contains { $0 == ":" && $1 == " " }
    if hasKey { return Finding(rule: .yamlColonInValue, mark: mark) }
    let indent = line.prefix { $0 == " " }.count
    return Finding(rule: .yamlIndentation, mark: YAMLMark(line: mark.line, column: indent))
  }

  /// Lines with a wrong colon between two lines, and directly above them.
  private func slips(_ first: Int, _ last: Int) -> [Finding] {
    var start = first
    while start > 0, first - start < Self.mostLines, slip(start - 1) != nil { start -= 1 }
    return (start...min(max(first, last), start + Self.mostLines)).compactMap { number in
      slip(number).map { slip in
        Finding(
          rule: slip.rule, mark: YAMLMark(line: number, column: slip.column), arguments: ["key": slip.key])
      }
    }
  }

  private static let mostLines = 50

  private func slip(_ line: Int) -> YAMLKeySlip? {
    YAMLKeySlip(in: lineText(line))
  }

  private func lineText(_ number: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.line(number))
    return String(view)
  }

  private func character(at mark: YAMLMark) -> Unicode.Scalar? {
    let line = text.line(mark.line)
    return mark.column < line.count ? line[mark.column] : nil
  }

  private func nonEmpty(_ findings: [Finding]) -> [Finding]? {
    findings.isEmpty ? nil : findings
  }
}
