/// What a cell's number format says a number is. Colours, signs and decimals do not matter here.
enum NumberFormat: Hashable, Sendable {
  case plain
  case percent
  case date
  /// A time of day, with or without its day.
  case time
  /// Hours, minutes or seconds that run past a day: `[h]:mm`.
  case duration
  /// Whole numbers filled up with zeros: `000000`.
  case digits(Int)

  /// The formats that are known by number (ECMA-376 part 1, 18.8.30), those of Chinese, Japanese and Korean programs too.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58, 71...77: self = .date
    case 18...22, 32...35, 45, 47, 55, 56, 78...81: self = .time
    case 46: self = .duration
    default: self = .plain
    }
  }

  /// A format's code: `yyyy"年"m"月"d"日";@`, `[$-804]aaaa`, `0.0%`, `0.00E+00`.
  init(code: String) {
    let signs = Self.signs(Array(code.lowercased().unicodeScalars))
    guard !signs.isDuration else {
      self = .duration
      return
    }
    let letters = signs.letters
    if letters.contains("%") {
      self = .percent
    } else if letters.contains(where: { "hs".unicodeScalars.contains($0) }) {
      self = .time
    } else if letters.contains(where: { "ymdgba".unicodeScalars.contains($0) }) || signs.hasEra {
      self = .date
    } else if letters.count > 1, letters.allSatisfy({ $0 == "0" }), letters.count <= 30 {
      self = .digits(letters.count)
    } else {
      self = .plain
    }
  }

  private struct Signs {
    /// What is left of the code's first section without its literals.
    var letters: [Unicode.Scalar] = []
    var isDuration = false
    /// An `e` that is no exponent's: the year of an era.
    var hasEra = false
  }

  private static func signs(_ code: [Unicode.Scalar]) -> Signs {
    var result = Signs()
    var at = 0
    loop: while at < code.count {
      let sign = code[at]
      switch sign {
      case ";": break loop
      case "\"":
        at = code[(at + 1)...].firstIndex(of: "\"") ?? code.count
      case "\\", "_", "*": at += 1
      case "[":
        let end = code[at...].firstIndex(of: "]") ?? code.count
        let inner = code[(at + 1)..<max(at + 1, end)]
        if let first = inner.first, "hms".unicodeScalars.contains(first), inner.allSatisfy({ $0 == first }) {
          result.isDuration = true
        }
        at = end
      case "e":
        if at + 1 < code.count, code[at + 1] == "+" || code[at + 1] == "-" {
          at += 1
          result.letters.append("^")
        } else {
          result.hasEra = true
        }
      case "g" where code[at...].starts(with: "general".unicodeScalars): at += 6
      case "g" where code[at...].starts(with: "g/通用格式".unicodeScalars): at += 5
      default: result.letters.append(sign)
      }
      at += 1
    }
    return result
  }
}
