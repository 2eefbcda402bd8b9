import Common
import Testing
import YAML

@testable import Pages

/// The theme's strings hold what the program writes.
@Suite struct WordsTests {
  /// Dates are made up differently in each language.
  private static let dates: Set<Word> = [.dateFull, .dateShort, .dateMonth, .dateSpan]

  @Test func bothLanguagesHaveTheSameKeys() throws {
    let chinese = try SampleSite.words("zh-Hans")
    let english = try SampleSite.words("en")
    #expect(chinese.constants.keys.sorted() == english.constants.keys.sorted())
  }

  @Test func bothLanguagesFillTheSamePlaces() throws {
    let chinese = try SampleSite.words("zh-Hans")
    let english = try SampleSite.words("en")
    for word in Word.allCases where !Self.dates.contains(word) {
      let places = [chinese, english].map { Phrase($0.constants[word.rawValue] ?? "").places }
      #expect(places[0] == places[1], "\(word)")
    }
  }

  @Test func reportsAMissingKeyWithTheNearestAndAKeyThatIsNoText() throws {
    var findings = Findings()
    let layers = ["notReport: 未报\n", "stop: [a]\n"].compactMap {
      YAMLParser.parse(Array($0.utf8), file: "zh-Hans.yaml", findings: &findings)
    }
    let words = Words(language: "zh-Hans", layers: layers, findings: &findings)
    let missing = try #require(
      findings.items.first {
        $0.rule == .missingString && $0.arguments.contains { $0.value == "notReported" }
      })
    #expect(missing.suggestions == ["notReport"])
    let noText = try #require(findings.items.first { $0.rule == .stringNotText })
    #expect(noText.location?.description == "zh-Hans.yaml:1:7")
    #expect(words[.notReported] == "")
  }

  @Test func aLaterLayerWins() throws {
    var findings = Findings()
    let layers = ["comma: a\nstop: b\n", "stop: c\n"].compactMap {
      YAMLParser.parse(Array($0.utf8), file: "x.yaml", findings: &findings)
    }
    let words = Words(language: "en", layers: layers, findings: &findings)
    #expect(words[.comma] + words[.stop] == "ac")
  }

  @Test func fillsPlacesAndLeavesUnknownOnesEmpty() {
    let phrase = Phrase("{a}和{b}，{c}。")
    #expect(phrase.filled(["a": "甲", "b": "乙"]) == "甲和乙，。")
    #expect(phrase.places == ["a", "b", "c"])
  }

  @Test func writesDaysInBothLanguages() throws {
    let day = try #require(CivilDate(iso: "2020-02-14"))
    let chinese = DateText(words: try SampleSite.words("zh-Hans"))
    let english = DateText(words: try SampleSite.words("en"))
    #expect(
      [chinese.full(day), chinese.short(day), chinese.month(day)] == ["2020年2月14日", "2月14日", "2020年2月"])
    #expect(chinese.weekday(day) == "星期五")
    #expect(
      [english.full(day), english.short(day), english.month(day)] == [
        "14 February 2020", "14 February", "February 2020",
      ])
    #expect(english.weekday(day) == "Friday")
    #expect(chinese.range(day, day.adding(days: 16)) == "2月14日—3月1日")
    #expect(chinese.range(day, day) == "2月14日")
    #expect([0, 65, 1080].map { chinese.time(minutes: $0) } == ["0:00", "1:05", "18:00"])
  }
}
