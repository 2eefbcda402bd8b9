import Foundation
import Testing

@testable import Search

@Suite struct FoldingTests {
  private let folding = Folding()

  private func fold(_ text: String) -> String {
    String(String.UnicodeScalarView(folding.fold(text)))
  }

  @Test(arguments: [
    ("长江大桥", "长江大桥"), ("ＣＯＶＩＤ－19", "covid-19"), ("ｶﾞｽ", "ガス"), ("①②⑩", "1210"), ("㎡", "m2"),
    ("Ⅻ", "xii"), ("ﬁn", "fin"), ("豈", "豈"), ("Café", "café"), ("Cafe\u{301}", "café"), ("Ế", "ế"),
    ("e\u{302}\u{301}", "ế"), ("が", "が"), ("か\u{3099}", "が"), ("𠮷野家", "𠮷野家"), ("Σίσυφος", "σίσυφος"),
    ("…", "..."), ("：（）", ":()"), ("Ⅷ号", "viii号"), ("℃", "°c"),
  ])
  func foldsWidthFormAndCase(text: String, folded: String) {
    #expect(Array(fold(text).unicodeScalars) == Array(folded.unicodeScalars))
  }

  /// Foundation's NFKC is an independent reading of the standard.
  @Test func agreesWithNFKCForEveryCharacterOfThePlaneThatWritersUse() {
    let left: [ClosedRange<UInt32>] = [
      0xAC00...0xD7A3, 0xD800...0xDFFF, 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0xFFA0...0xFFDC, 0x1D00...0x1DFF,
    ]
    var wrong: [String] = []
    for value in UInt32(0x20)...0xFFFF where !left.contains(where: { $0.contains(value) }) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let nfkc = String(scalar).precomposedStringWithCompatibilityMapping
      let expected = String(nfkc.unicodeScalars.map { $0.properties.lowercaseMapping }.joined())
      // Forms with a blank or a mark of their own are no words.
      let isWord = expected.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0.properties.canonicalCombiningClass == .notReordered
          && ![.nonspacingMark, .spacingMark, .format].contains($0.properties.generalCategory) && $0 != ";"
      }
      guard isWord else { continue }
      if Array(fold(String(scalar)).unicodeScalars) != Array(expected.unicodeScalars) {
        wrong.append(String(value, radix: 16))
      }
    }
    #expect(wrong == [])
  }

  @Test func partsWordsAtTheSameCharactersAsTheScript() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let script = try String(
      contentsOf: root.appendingPathComponent("themes/jianbao/assets/search.js"), encoding: .utf8)
    let start = try #require(script.range(of: "const separators = new Set("))
    let end = try #require(script.range(of: ");", range: start.upperBound..<script.endIndex))
    let json = Data(script[start.upperBound..<end.lowerBound].utf8)
    let characters = try JSONSerialization.jsonObject(with: json, options: [.fragmentsAllowed]) as? String
    #expect(characters == Folding.separators)
  }

  @Test func keepsWhatStandsInsideNumbers() {
    for scalar in "95.8%-+/@#&_=".unicodeScalars { #expect(!Folding.isSeparator(scalar)) }
    for scalar in "，。、\u{3000}\n\u{A0}「」".unicodeScalars {
      #expect(folding.fold(String(scalar)).allSatisfy(Folding.isSeparator))
    }
  }
}
