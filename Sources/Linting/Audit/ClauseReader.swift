import Common
import Reading

/// Cuts prose into clauses and their tokens.
struct ClauseReader {
  let trie: NameTrie

  /// - Complexity: O(characters · the longest name).
  func read(_ prose: Prose) -> [Clause] {
    var clauses: [Clause] = []
    var clause = Clause(startsSentence: true)
    func end(sentence: Bool) {
      clauses.append(clause)
      clause = Clause(startsSentence: sentence)
    }
    var index = 0
    while index < prose.scalars.count {
      let start = index
      func add(_ kind: Clause.Token.Kind, to end: Int) {
        clause.tokens.append(Clause.Token(kind: kind, range: start..<end))
        index = end
      }
      switch prose.kinds[index] {
      case .figure:
        // Two that touch are two.
        var close = start + 2
        while close + 1 < prose.scalars.count, prose.scalars[close] != "}" || prose.scalars[close + 1] != "}"
        {
          close += 1
        }
        add(.figure(BoundFigure(prose.string(start..<close + 2))), to: close + 2)
        continue
      case .lineEnd, .address, .escaped:
        index += 1
        continue
      case .code, .html:
        add(.other, to: index + 1)
        continue
      case .text: break
      }
      let scalar = prose.scalars[index]
      if let (isNamed, close) = source(prose, at: index) {
        add(.source(isNamed: isNamed), to: close)
      } else if let found = trie.longest(in: prose, at: index), !isInsideNumber(prose, index) {
        add(kind(found.meaning), to: found.end)
      } else if let (date, close) = DateInProse.read(prose, at: index) {
        add(.date(date), to: close)
      } else if !isInsideNumber(prose, index), let number = Numeral.read(prose, at: index) {
        add(Self.isOrdinary(prose, number.end) ? .number(number) : .other, to: number.end)
      } else if Characters.isSpace(scalar) || "*_[]".unicodeScalars.contains(scalar) {
        index += 1
      } else if let last = clause.tokens.last, case .indicator = last.kind,
        "：:（(".unicodeScalars.contains(scalar)
      {
        add(.word(.equals), to: index + 1)
      } else if "。！？!?|".unicodeScalars.contains(scalar) {
        end(sentence: true)
        index += 1
      } else if "，、；：,;:（）()".unicodeScalars.contains(scalar) {
        end(sentence: false)
        index += 1
      } else {
        if "市省县国镇州乡村区".unicodeScalars.contains(scalar) { clause.isForeign = true }
        add(.other, to: index + 1)
      }
    }
    end(sentence: true)
    return clauses
  }

  private func kind(_ meaning: NameTrie.Meaning) -> Clause.Token.Kind {
    switch meaning {
    case .indicator(let index): .indicator(index)
    case .place(let region): .place(region)
    case .level(let title): .level(title)
    case .word(let word): .word(word)
    }
  }

  private func isInsideNumber(_ prose: Prose, _ index: Int) -> Bool {
    guard index > 0, let before = prose.text(index - 1) else { return false }
    return Characters.isASCIILetterOrDigit(before) && Characters.isASCIILetterOrDigit(prose.scalars[index])
  }

  /// Years, hours, storeys and the like are counted by no indicator.
  private static func isOrdinary(_ prose: Prose, _ end: Int) -> Bool {
    guard let next = prose.text(end) else { return true }
    return !"年月日号时点分期届次岁楼栋层".unicodeScalars.contains(next) && !Characters.isASCIILetterOrDigit(next)
  }

  /// `〔来源：报道〕`, `（来源：报道）`: whether it names a source, and where it ends.
  private func source(_ prose: Prose, at start: Int) -> (Bool, Int)? {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["〔": "〕", "（": "）", "(": ")"]
    guard let open = prose.text(start), let close = pairs[open], prose.text(start + 1) == "来",
      prose.text(start + 2) == "源", let colon = prose.text(start + 3), colon == "：" || colon == ":"
    else { return nil }
    var index = start + 4
    while index < prose.scalars.count, prose.kinds[index] != .lineEnd, prose.scalars[index] != close {
      index += 1
    }
    guard index < prose.scalars.count, prose.scalars[index] == close else { return nil }
    return (prose.scalars[start + 4..<index].contains { !Characters.isSpace($0) }, index + 1)
  }
}
