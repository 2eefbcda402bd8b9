import Glibc

/// An example of CommonMark's specification.
///
/// The specification is John MacFarlane's, under CC-BY-SA 4.0, and no part of this repository: its `spec.txt` is read
/// from the folder that the variable `COMMONMARK_SPEC` names. Version 0.30 is what libcmark 0.30 implements.
struct SpecExample: Sendable, CustomStringConvertible {
  var number: Int
  var markdown: String
  var html: String

  var description: String { "example \(number)" }

  /// All examples; none where the variable is not set.
  static let all: [SpecExample] = folder.map { read($0 + "/spec.txt") } ?? []

  static var folder: String? {
    getenv("COMMONMARK_SPEC").map { String(cString: $0) }
  }

  private static func read(_ path: String) -> [SpecExample] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecExample] = []
    var part: (markdown: String, html: String, isHTML: Bool)?
    for line in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let text = line.replacing("→", with: "\t") + "\n"
      if line.hasPrefix(fence) {
        if let done = part {
          examples.append(SpecExample(number: examples.count + 1, markdown: done.markdown, html: done.html))
          part = nil
        } else if line.hasSuffix(" example") {
          part = ("", "", false)
        }
      } else if line == ".", part?.isHTML == false {
        part?.isHTML = true
      } else if part?.isHTML == true {
        part?.html += text
      } else {
        part?.markdown += text
      }
    }
    return examples
  }
}
