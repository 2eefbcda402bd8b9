import Common
import Reading

/// A piece of a sentence between two marks of punctuation, cut into what the audit knows.
struct Clause {
  struct Token {
    enum Kind: Hashable {
      case indicator(IndicatorIndex)
      case place(RegionIndex?)
      case level(String)
      case date(WrittenDate)
      case number(Numeral)
      case figure(BoundFigure)
      /// 〔来源：…〕, with whether it names one.
      case source(isNamed: Bool)
      case word(ClauseWord)
      case other
    }
    var kind: Kind
    var range: Range<Int>
  }

  var tokens: [Token] = []
  /// Whether it begins a sentence.
  var startsSentence: Bool
  /// Whether it names a place that is none of the tree's: 武汉市.
  var isForeign = false

  var namesSource: Bool { tokens.contains { $0.kind == .source(isNamed: true) } }
}

/// A date in prose; one without a year takes the text's.
enum WrittenDate: Hashable {
  case full(CivilDate)
  case monthDay(Int, Int)
  /// 三月, 14日: not one day, or nobody knows which.
  case vague
}

/// `{{name @place date|transform}}` as written.
struct BoundFigure: Hashable {
  var name: String
  var place: String?
  var day: CivilDate?
  var hasTransform: Bool

  init(_ text: String) {
    let parts = text.dropFirst(2).dropLast(2).split(maxSplits: 1, whereSeparator: { $0 == "|" || $0 == "｜" })
    hasTransform = parts.count > 1
    var words = (parts.first.map(String.init) ?? "").split(whereSeparator: { $0 == "@" || $0 == "＠" })
      .map { $0.split(separator: " ").map(String.init) }
    if var last = words.last, let text = last.last, let date = CivilDate(iso: text) {
      day = date
      last.removeLast()
      words[words.count - 1] = last
    }
    name = words.first?.joined(separator: " ") ?? ""
    place = words.count > 1 ? words[1].joined(separator: " ") : nil
  }
}
