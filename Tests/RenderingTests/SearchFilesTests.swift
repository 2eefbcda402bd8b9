import Common
import Pages
import Reading
import Testing

@testable import Rendering

/// The search's index as the sample site has it. How it is encoded is tested in SearchTests.
@Suite struct SearchFilesTests {
  private static let story = """
    ---
    title: 大桥下的一夜
    date: 2020-01-03
    place: 东风社区
    people: [何晓琴]
    ---

    夜里在**长江**大桥下守到天亮[^1]，覆盖率{{排查覆盖率}}。<!-- 不印的话 -->

    [^1]: 据值班记录。
    """

  private func files(_ site: RenderedSite) -> [String] {
    site.addresses.filter { $0.hasPrefix("search/") }
  }

  @Test func holdsTheProseOfAPageAsItIsPrinted() throws {
    let site = try RenderedSite(SampleSite(), adding: [("stories/bridge.md", Self.story)])
    let texts = try files(site).map { try site.text($0) }.filter { $0.contains("\"stories/bridge.html\"") }
    #expect(texts.count == 1)
    let text = try #require(texts.first)
    #expect(text.contains("\"大桥下的一夜\",\"stories/bridge.html\",\"故事\",\"东风社区\",\"2020年1月3日\""))
    #expect(text.contains("夜里在长江大桥下守到天亮，覆盖率"))
    #expect(text.contains("据值班记录") && text.contains("何晓琴"))
    #expect(!text.contains("不印的话") && !text.contains("{{") && !text.contains("**"))
  }

  @Test func holdsNothingOfAStoryThatIsNotPublished() throws {
    let site = try RenderedSite(SampleSite())
    for address in files(site) { #expect(try !site.text(address).contains("大桥下的一夜")) }
  }

  @Test func findsPlacesIndicatorsAndBulletins() throws {
    let site = try RenderedSite(SampleSite())
    let all = try files(site).map { try site.text($0) }.joined()
    #expect(all.contains("\"东风社区\",\"regions/5101/510101.html\",\"临江街道\""))
    #expect(all.contains("\"排查覆盖率\",\"indicators/coverage.html\",\"指标\""))
    #expect(all.contains("\"bulletins/2020-01-05.html\",\"简报\",\"\",\"2020年1月5日\""))
  }

  @Test func namesEveryFileItMakesAndMakesEachOnce() throws {
    let site = try RenderedSite(SampleSite())
    let index = try site.text("search/index.js")
    for address in files(site) where address != "search/index.js" {
      let parts = address.split(separator: "/")
      #expect(parts.count == 3 && parts[1].count == 1)
      #expect(index.contains(parts[1] + parts[2].dropLast(3)), "\(address)")
    }
    #expect(Set(files(site)).count == files(site).count)
    #expect(site.addresses.contains("search.html"))
  }

  @Test func givesTheSameBytesTwice() throws {
    let (first, second) = (try RenderedSite(SampleSite()), try RenderedSite(SampleSite()))
    for address in files(first) { #expect(first.files[address] == second.files[address]) }
  }
}
