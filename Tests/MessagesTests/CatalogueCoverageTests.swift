import Common
import Testing

@testable import Messages

/// Every rule has its words in both languages, and every word its rule.
@Suite struct CatalogueCoverageTests {
  /// The merged catalogue and the parts that wait beside it.
  private static func catalogues(_ language: Language) -> (merged: MessageCatalogue, findings: Findings) {
    let suffix = "\(language.rawValue).yaml"
    var findings = Findings()
    var text: [UInt8] = []
    for path in SourceTree.files(below: "Sources/Messages/strings", suffix: suffix) {
      let bytes = SourceTree.read(path)
      // Each alone first, so that a broken file is named.
      _ = MessageCatalogue(language, yaml: bytes, file: path, findings: &findings)
      text += bytes + [0x0A]
    }
    // A key that stands in two files is a duplicate here.
    let merged = MessageCatalogue(language, yaml: text, file: "all " + suffix, findings: &findings)
    return (merged, findings)
  }

  private struct Sources {
    var rules: Set<String> = []
    var text = ""
  }

  private static let sources: Sources = {
    var result = Sources()
    for path in SourceTree.files(below: "Sources", suffix: ".swift") {
      let text = String(decoding: SourceTree.read(path), as: UTF8.self)
      result.text += text
      for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for match in line.matches(of: /\bRule\("([^"]*)"\)/) { result.rules.insert(String(match.1)) }
      }
    }
    return result
  }()

  @Test(arguments: Language.allCases)
  func holdsNoErrorInAnyFile(_ language: Language) {
    #expect(Self.catalogues(language).findings.items == [])
  }

  @Test(arguments: Language.allCases)
  func embedsACatalogueThatIsWhole(_ language: Language) {
    var findings = Findings()
    let catalogue = MessageCatalogue(
      language, yaml: MessageCatalogue.embedded(language), file: "embedded", findings: &findings)
    #expect(findings.items == [])
    #expect(!catalogue.entries.isEmpty)
    #expect(!catalogue.texts.isEmpty)
  }

  @Test func namesEveryRuleAfterItsModule() {
    #expect(!Self.sources.rules.isEmpty)
    let odd = Self.sources.rules.filter { $0.wholeMatch(of: /[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*/) == nil }
    #expect(odd.sorted() == [])
  }

  @Test(arguments: Language.allCases)
  func hasWordsForEveryRule(_ language: Language) {
    let known = Set(Self.catalogues(language).merged.entries.keys)
    #expect(Self.sources.rules.subtracting(known).sorted() == [])
  }

  @Test(arguments: Language.allCases)
  func hasNoWordsWithoutARule(_ language: Language) {
    let known = Set(Self.catalogues(language).merged.entries.keys)
    #expect(known.subtracting(Self.sources.rules).sorted() == [])
  }

  @Test func saysTheSameInBothLanguages() {
    let (chinese, english) = (Self.catalogues(.chinese).merged, Self.catalogues(.english).merged)
    #expect(chinese.entries.keys.sorted() == english.entries.keys.sorted())
    #expect(chinese.texts.keys.sorted() == english.texts.keys.sorted())
    for (id, entry) in chinese.entries {
      guard let other = english.entries[id] else { continue }
      #expect(Self.placeholders(entry) == Self.placeholders(other), "\(id)")
      #expect((entry.remedy == nil) == (other.remedy == nil), "\(id)")
    }
    for (key, text) in chinese.texts {
      #expect(Set(text.placeholders) == english.texts[key].map { Set($0.placeholders) }, "\(key)")
    }
  }

  @Test func keepsOtherProseUnderCli() {
    #expect(Self.catalogues(.chinese).merged.texts.keys.filter { !$0.hasPrefix("cli.") }.sorted() == [])
  }

  /// A misspelt place would reach the reader as `{fuond}`.
  @Test func namesOnlyValuesThatTheSourcesGive() {
    let merged = Self.catalogues(.chinese).merged
    let names = Set(
      merged.entries.values.flatMap(Self.placeholders) + merged.texts.values.flatMap(\.placeholders))
    let text = Self.sources.text
    let strange = names.filter { !text.contains("\"\($0)\":") && !text.contains("(\"\($0)\",") }
    #expect(strange.sorted() == [])
  }

  private static func placeholders(_ entry: MessageCatalogue.Entry) -> Set<String> {
    Set(entry.says.placeholders + (entry.remedy?.placeholders ?? []))
  }
}
