import Common
import Reading
import Testing

@testable import Tables

@Suite struct PlaceTests {
  private func read(_ place: String, on day: String = "2020-02-14", _ sample: Sample = Sample())
    -> Sample.Outcome
  {
    sample.read("社区,日期,应排查户数\n\(place),\(day),5\n")
  }

  @Test(arguments: [("东村社区", 2), ("西村", 4), ("1201", 8), ("南街道/民岳家园社区", 9)] as [(String, RegionIndex)])
  func findsPlaces(text: String, index: RegionIndex) {
    #expect(read(text).table?.regions == [index])
  }

  @Test func suggestsTheNearestNames() {
    let outcome = read("东屯社区")
    #expect(outcome.said == ["error tables.unknown-place data/a.csv:2:1"])
    #expect(outcome.findings.first?.suggestions.first == "东村社区")
  }

  @Test func givesUpSuggestingWhereTheWrongColumnStands() {
    let rows = (0..<300).map { "东村社区\($0),2020-02-14,5\n" }.joined()
    let outcome = Sample().read("社区,日期,应排查户数\n" + rows)
    #expect(outcome.findings.count == 300)
    #expect(outcome.findings.filter { !$0.suggestions.isEmpty }.count == 200)
  }

  @Test func listsWhatAnAmbiguousNameMayMean() {
    let outcome = read("民岳家园社区")
    #expect(outcome.said == ["error tables.ambiguous-place data/a.csv:2:1"])
    #expect(outcome.findings.first?.suggestions == ["东街道/民岳家园社区", "南街道/民岳家园社区"])
  }

  @Test func refusesAUnitThatDoesNotExistThatDay() {
    #expect(read("旧村社区", on: "2020-02-10").table?.regions == [6])
    let outcome = read("旧村社区", on: "2020-02-11")
    #expect(outcome.said == ["error tables.place-ended data/a.csv:2:1"])
    #expect(outcome.findings.first?.suggestions == ["新村社区"])
    let early = read("新村社区", on: "2020-02-10")
    #expect(early.said == ["error tables.place-not-begun data/a.csv:2:1"])
    #expect(early.findings.first?.suggestions == ["旧村社区"])
    #expect(read("新村社区", on: "2020-02-11").table?.regions == [10])
  }

  @Test func takesAFormerNameThatIsAnAliasForTheUnitOfTheDay() {
    #expect(read("老村", on: "2020-02-10").table?.regions == [6])
    #expect(read("老村", on: "2020-02-11").table?.regions == [10])
  }

  @Test(arguments: ["１１０１", " 东村社区 ", "东村\u{3000}社区", "东街道／东村社区"])
  func takesFullWidthAndBlanksForTheSame(text: String) {
    #expect(read(text).table?.regions == [2])
  }

  @Test func namesTheCodeThatLostItsZeros() {
    var sample = Sample()
    sample.level = nil
    sample.rollsUp = false
    let outcome = read("901", sample)
    #expect(outcome.said == ["error tables.unknown-place data/a.csv:2:1"])
    #expect(outcome.findings.first?.suggestions == ["0901"])
  }

  @Test func suggestsTheCommunityForItsCommittee() {
    let outcome = read("南里居委会")
    #expect(outcome.said == ["error tables.unknown-place data/a.csv:2:1"])
    #expect(outcome.findings.first?.suggestions.first == "南里社区")
  }

  @Test func refusesAPlaceOutside() {
    var sample = Sample()
    sample.within = "11"
    #expect(read("南里社区", sample).said == ["error tables.place-outside data/a.csv:2:1"])
    #expect(read("测试市", sample).said == ["error tables.place-outside data/a.csv:2:1"])
    #expect(read("东村社区", sample).table?.within == 1)
  }

  @Test func refusesAPlaceBelowTheLevelAndAllowsOwnTotals() {
    let outcome = Sample().read(
      "社区,日期,应排查户数\n一号院,2020-02-14,5\n东街道,2020-02-14,50\n东村社区,2020-02-14,5\n")
    #expect(outcome.said == ["error tables.place-below-level data/a.csv:2:1"])
    #expect(outcome.table?.regions == [1, 2])
    #expect(outcome.table?.level == 2)
  }

  @Test func findsTheLevelAtWhichAllRowsStand() {
    var sample = Sample()
    sample.level = nil
    #expect(read("东街道", sample).table?.level == 1)
  }

  @Test func asksForTheLevelWhenRowsStandAtSeveral() {
    var sample = Sample()
    sample.level = nil
    let text = "社区,日期,应排查户数\n东街道,2020-02-14,50\n东村社区,2020-02-14,5\n南里社区,2020-02-14,5\n"
    let outcome = sample.read(text)
    #expect(outcome.said == ["error tables.several-levels datasets/screening.yaml:1:1"])
    #expect(outcome.findings.first?.suggestions == ["level: community", "level: street"])
    sample.rollsUp = false
    #expect(sample.read(text).said == [])
  }

  @Test func takesPlacesEverywhereWhereNothingIsAddedUp() {
    var sample = Sample()
    sample.level = nil
    sample.rollsUp = false
    #expect(read("一号院", sample).table?.level == 3)
  }
}
