import Common
import Markdown
import Pages
import Reading
import Statistics

/// Holds the numbers that writers typed against the data.
///
/// It speaks only where it is sure: the number stands beside the indicator's name, and nothing in the clause but a
/// place, a date and empty words says whose number it is. What it cannot read it passes over.
package struct NumbersAudit: Sendable {
  /// What a text speaks of where it names nothing.
  package struct Scope: Sendable {
    package var place: RegionIndex?
    /// The text's own day.
    package var day: CivilDate?
    /// Whether `{{…}}` prints this day on the page, as on a bulletin's, and not the latest.
    package var fixesDay: Bool

    package init(place: RegionIndex?, day: CivilDate?, fixesDay: Bool = false) {
      self.place = place
      self.day = day
      self.fixesDay = fixesDay
    }
  }

  let site: SiteContext
  private let reader: ClauseReader
  private let names: [String: IndicatorIndex]

  /// - Complexity: O(characters of all names).
  package init(site: SiteContext) {
    self.site = site
    var trie = NameTrie()
    var names: [String: IndicatorIndex] = [:]
    for (index, indicator) in site.indicators.enumerated() {
      for name in [indicator.title, indicator.id] + indicator.aliases where names[name] == nil {
        names[name] = index
      }
      for name in [indicator.title] + indicator.aliases { trie.add(name, .indicator(names[name] ?? index)) }
    }
    var places: [String: RegionIndex?] = [:]
    for (index, region) in site.tree.regions.enumerated() {
      for name in Set([region.name] + region.aliases) {
        places[name] = .some(places[name] == nil ? RegionIndex(index) : nil)
      }
    }
    for (name, place) in places where name.unicodeScalars.count > 1 { trie.add(name, .place(place)) }
    for title in Set(site.tree.levels.map(\.title) + ["国", "省", "市", "区", "县", "街道", "社区", "镇", "村"]) {
      for word in ["全", "我", "本"] { trie.add(word + title, .level(title)) }
    }
    for (word, texts) in ClauseWord.all { for text in texts { trie.add(text, .word(word)) } }
    for word in ["社区", "小区", "片区", "辖区", "院区"] { trie.add(word, .word(.filler)) }
    reader = ClauseReader(trie: trie)
    self.names = names
  }

  /// - Complexity: O(bytes · the longest name), and what the cube's answers cost.
  package func check(_ linter: Linter, scope: Scope) -> Findings {
    var findings = Findings()
    for group in linter.groups where linter.lines[group.lowerBound].kind != .tableRow {
      let prose = Prose(linter.lines[group], bytes: linter.source.bytes)
      var sentence = Sentence()
      for clause in reader.read(prose) {
        if clause.startsSentence { sentence = Sentence() }
        let passage = Passage(audit: self, linter: linter, prose: prose, clause: clause, scope: scope)
        passage.check(&sentence, &findings)
      }
    }
    return findings
  }

  func indicator(_ name: String) -> IndicatorIndex? { names[name] }

  /// What earlier clauses of the sentence have said.
  struct Sentence {
    var place: RegionIndex??
    var day: CivilDate??
    var subject: Subject?
    /// It speaks of somewhere else, or of several things at a time.
    var isClosed = false
  }

  /// Whose value a clause speaks of.
  struct Subject: Hashable {
    var indicator: IndicatorIndex
    var place: RegionIndex
    /// The day that is named; `nil` where none is.
    var day: CivilDate?
  }
}
