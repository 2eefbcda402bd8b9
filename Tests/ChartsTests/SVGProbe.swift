import Common

/// Reads numbers back out of a chart, so that tests can check what is drawn.
struct SVGProbe {
  var text: String

  init(_ write: (inout ByteBuffer) -> Void) {
    var buffer = ByteBuffer()
    write(&buffer)
    text = String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// The start tags of one element, with their attributes: `<rect class="f1" …>`.
  func tags(_ name: String, style: String? = nil) -> [[String: String]] {
    var found: [[String: String]] = []
    for part in text.split(separator: "<") where part.hasPrefix(name + " ") {
      let attributes = Self.attributes(part.prefix { $0 != ">" })
      if style == nil || attributes["class"] == style { found.append(attributes) }
    }
    return found
  }

  /// The texts of one class with their attributes; the text itself is under `""`.
  func texts(_ style: String) -> [[String: String]] {
    text.split(separator: "<").filter { $0.hasPrefix("text ") }.compactMap { part in
      let pieces = part.split(separator: ">", maxSplits: 1)
      var attributes = Self.attributes(pieces[0])
      attributes[""] = pieces.count > 1 ? String(pieces[1]) : ""
      let styles = (attributes["class"] ?? "").split(separator: " ").map(String.init)
      return styles.contains(style) ? attributes : nil
    }
  }

  /// Every point of every path.
  var pathPoints: [(x: Double, y: Double)] {
    tags("path").flatMap { attributes in
      (attributes["d"] ?? "").split { $0 == "M" || $0 == "L" }.compactMap { pair in
        let numbers = pair.split(separator: " ").compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    }
  }

  /// Whether each element that opens also closes, in order.
  var isWellFormed: Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<") {
      if part.hasPrefix("/") {
        guard open.popLast() == part.dropFirst().prefix(while: { $0 != ">" }) else { return false }
      } else if let end = part.firstIndex(of: ">"), !part[..<end].hasSuffix("/") {
        open.append(part.prefix { $0 != " " && $0 != ">" })
      }
    }
    return open.isEmpty
  }

  private static func attributes(_ tag: Substring) -> [String: String] {
    var found: [String: String] = [:]
    let pieces = tag.split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      let name = pieces[index].split(separator: " ").last.map { $0.dropLast() } ?? ""
      found[String(name)] = String(pieces[index + 1])
    }
    return found
  }
}

extension Dictionary where Key == String, Value == String {
  /// A length without its `%`.
  func number(_ name: String) -> Double {
    Double((self[name] ?? "").filter { $0 != "%" }) ?? .nan
  }
}
