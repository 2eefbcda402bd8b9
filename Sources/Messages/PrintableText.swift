import Common

/// Values from files, made fit for a terminal and a line.
package enum PrintableText {
  /// A longer value is shortened in the middle: its begin and its end tell what it is.
  package static let longest = 100
  /// The same for another program's own words.
  package static let longestWords = 700

  /// The text with its controls written out, `\n` or `\u{1B}`, and at most `longest` characters of it.
  package static func make(_ text: String, longest: Int = PrintableText.longest) -> String {
    shortened(text, longest).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isHidden(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  package static func make(_ argument: Diagnostic.Argument) -> String {
    make(argument.value, longest: argument.isLong ? longestWords : longest)
  }

  private static func shortened(_ text: String, _ longest: Int) -> String {
    // One character may be any number of scalars long.
    let scalars = text.unicodeScalars
    guard scalars.count > longest else { return text }
    let tail = longest / 3
    return String(scalars.prefix(longest - tail - 1)) + "…" + String(scalars.suffix(tail))
  }

  /// Controls, and marks that turn the direction of writing or have no width.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

extension Diagnostic {
  /// The finding with arguments, suggestions and names fit for printing.
  var printable: Diagnostic {
    var copy = self
    for index in copy.arguments.indices {
      copy.arguments[index].value = PrintableText.make(copy.arguments[index])
    }
    copy.suggestions = suggestions.map { PrintableText.make($0) }
    copy.names = names.map { PrintableText.make($0) }
    return copy
  }
}
