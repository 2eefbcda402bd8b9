import Common
import Reading
import Testing

@testable import Pages

@Suite struct AddressesTests {
  static func tree(_ codes: [String]) -> RegionTree {
    RegionTree(
      levels: [RegionLevel(id: "a", title: "a")],
      regions: codes.enumerated().map { number, code in
        Region(
          code: code, name: code, parent: nil, level: 0, subtreeEnd: RegionIndex(number + 1),
          location: Location(file: "regions.csv"))
      }, base: [])
  }

  @Test func regionsStandByTheFirstFourCharactersOfTheirCode() {
    let addresses = Addresses(tree: Self.tree(["11", "110106", "110106001001"]), indicators: [])
    #expect(
      (0..<3).map { addresses.region($0) } == [
        "regions/11/11.html", "regions/1101/110106.html", "regions/1101/110106001001.html",
      ])
  }

  @Test func noFolderHoldsMoreThanAThousandPages() {
    func digits(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: width - String(number).count) + String(number)
    }
    var codes: [String] = []
    for street in 0..<30 {
      for unit in 0..<100 { codes.append("110106" + digits(street, 3) + digits(unit, 3)) }
    }
    for unit in 0..<900 { codes.append("2202" + digits(unit, 8)) }
    let addresses = Addresses(tree: Self.tree(codes), indicators: [])
    var counts: [String: Int] = [:]
    for index in codes.indices {
      let address = addresses.region(RegionIndex(index))
      counts[String(address[..<(address.lastIndex(of: "/") ?? address.endIndex)]), default: 0] += 1
    }
    #expect(counts.values.max() ?? 0 <= 1000)
    #expect(counts["regions/2202"] == 900)
    #expect(counts["regions/110106029"] == 100)
  }

  @Test func csvStandsInAFolderOfItsPagesOwn() {
    #expect(
      Addresses.csv(page: "regions/1101/110106.html", block: "ranking")
        == "data/regions/1101/110106/ranking.csv")
    #expect(Addresses.csv(page: "index.html", block: "figures-2") == "data/index/figures-2.csv")
  }

  @Test(
    arguments: [
      ("../static/a.jpg", "static/a.jpg"), ("a.jpg", "stories/a.jpg"), ("./b/../a.jpg#x", "stories/a.jpg"),
      ("/a.jpg", nil), ("https://x/a.jpg", nil), ("../../a.jpg", nil), ("", nil),
    ] as [(String, String?)])
  func findsAFileFromItsPage(link: String, file: String?) {
    #expect(Addresses.file(link, from: "stories/x.html") == file)
  }

  @Test func knowsTheWayUp() {
    #expect(Addresses.up(from: "index.html") == "")
    #expect(Addresses.up(from: "stories/a.html") == "../")
    #expect(Addresses.up(from: "regions/1101/110106.html") == "../../")
  }
}
