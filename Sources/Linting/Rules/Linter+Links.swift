import Common

/// Brackets that make no link.
extension Linter {
  func checkLinks(_ prose: Prose, _ report: inout LintReport) {
    for link in prose.links {
      let brackets = [link.open, link.close, link.targetOpen, link.targetClose]
      var wide = brackets.filter { !Self.isHalf(prose.scalars[$0]) }
      let target = prose.scalars[(link.targetOpen + 1)..<link.targetClose]
      if let mark = pictureMark(prose, link, target) { wide.insert(mark, at: 0) }
      if let first = wide.first {
        let found = prose.string(first..<min(link.targetClose + 1, first + 40))
        let fix = wide.map { edit(prose, $0..<$0 + 1, Self.half(prose.scalars[$0])) }
        report.add(
          Diagnostic(.lintLinkBrackets, .warning, at: location(prose, first), ["found": found]), fix: fix)
      } else if hasSpace(target), let space = target.firstIndex(where: { $0 == " " || $0 == "\t" }) {
        report.add(
          Diagnostic(
            .lintLinkSpace, .warning, at: location(prose, space),
            ["found": prose.string(link.targetOpen + 1..<link.targetClose)]))
      }
    }
  }

  /// `！[图](图.jpg)` at the beginning of a line.
  private func pictureMark(_ prose: Prose, _ link: Prose.Link, _ target: ArraySlice<Unicode.Scalar>) -> Int? {
    let mark = link.open - 1
    guard prose.text(mark) == "！", mark == 0 || Characters.isSpace(prose.scalars[mark - 1]) else {
      return nil
    }
    let path = String(String.UnicodeScalarView(target)).lowercased()
    return Prose.pictures.contains(where: path.hasSuffix) ? mark : nil
  }

  /// Whether a space keeps the address from being one: not at its ends, nor before a title.
  private func hasSpace(_ target: ArraySlice<Unicode.Scalar>) -> Bool {
    guard target.first != "<", Prose.isAddress(target) else { return false }
    let trimmed = target.drop(while: Characters.isSpace)
    guard let space = trimmed.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return false }
    let rest = trimmed[space...].drop(while: Characters.isSpace)
    return rest.first.map { !"\"'(".unicodeScalars.contains($0) } ?? false
  }

  private static func isHalf(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x80 }

  private static func half(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "【": "["
    case "】": "]"
    default: String(Characters.narrow(scalar))
    }
  }
}
