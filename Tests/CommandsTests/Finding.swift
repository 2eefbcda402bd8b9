/// A finding as it was printed: `content/site.yaml:2:6 yaml.full-width-colon`, a warning with `warning` behind it.
///
/// Remarks are left out, and so are the words, which may become better.
enum PrintedFindings {
  static func read(_ errors: String) -> [String] {
    errors.split(separator: "\n").compactMap { line in
      guard line.hasSuffix("]"), let open = line.lastIndex(of: "[") else { return nil }
      let rule = line[line.index(after: open)...].dropLast()
      for (word, suffix) in [("错误: ", ""), ("警告: ", " warning")] {
        guard let place = line.firstRange(of: word) else { continue }
        let location = line[..<place.lowerBound]
        return (location.hasSuffix(": ") ? location.dropLast(2) + " " : "") + rule + suffix
      }
      return nil
    }
  }
}
