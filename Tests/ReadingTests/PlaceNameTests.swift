import Common
import Testing

@testable import Reading

@Suite struct PlaceNameTests {
  private static let tree: RegionTree? = {
    var findings = Findings()
    let csv = """
      code,name,parent,level,aliases,households
      05,丰台区,,区,,
      0501,卢沟桥街道,05,street,卢沟桥,
      050101,民岳家园社区,0501,社区,民岳,
      050102,保利（东区）社区,0501,社区,,
      0502,宛平街道,05,street,,
      050201,民岳家园社区,0502,社区,,
      050202,城北第二社区,0502,社区,,
      """
    return Fixture.tree(csv, findings: &findings)
  }()

  private func find(_ text: String) throws -> RegionTree.Match { try #require(Self.tree).find(text) }

  @Test(
    arguments: [
      ("０５０１０１", 2), ("０５０１", 1), (" 民岳\u{3000}", 2), ("卢沟桥 街道", 1), ("卢沟桥\u{3000}街道/民岳家园社区", 2),
      ("宛平街道／民岳家园社区", 5), ("保利（东区）社区", 3), ("保利(东区)社区", 3), ("丰台区/宛平街道/民岳家园社区", 5), ("0502/民岳家园社区", 5),
      ("卢沟桥/民岳", 2), ("民岳\u{200B}", 2), ("050202", 6),
    ] as [(String, RegionIndex)])
  func findsTheSameNameInOtherSpellings(text: String, index: RegionIndex) throws {
    #expect(try find(text) == .found(index))
  }

  @Test(arguments: [
    "城北第二", "城北第二居委会", "城北第二社区居委会", "盧溝橋街道", "宛平", "501", "50101", "5.01E+04", "", "/", "卢沟桥街道/",
  ])
  func guessesNothing(text: String) throws {
    #expect(try find(text) == .unknown)
  }

  @Test func tellsOneNameUnderTwoParentsApartByAPathOnly() throws {
    #expect(try find("民岳家园社区") == .ambiguous([2, 5]))
    #expect(try find("丰台区/民岳家园社区") == .ambiguous([2, 5]))
  }

  @Test func printsANameAsItsSourceWroteIt() throws {
    #expect(try #require(Self.tree).regions[3].name == "保利（东区）社区")
  }

  @Test(arguments: [
    ("城北第二", "城北第二社区"), ("城北第二居委会", "城北第二社区"), ("城北第二社区居委会", "城北第二社区"), ("宛平街道办事处", "宛平街道"),
    ("宛平", "宛平街道"), ("城北弟二社区", "城北第二社区"),
  ])
  func suggestsWhatMayBeMeant(text: String, name: String) throws {
    #expect(PlaceNames(try #require(Self.tree).allNames).nearest(text).first == name)
  }

  @Test func suggestsNothingFarAway() throws {
    #expect(PlaceNames(try #require(Self.tree).allNames).nearest("第三人民医院").isEmpty)
  }

  @Test func knowsWhichCodeLostItsZeros() throws {
    let tree = try #require(Self.tree)
    #expect(PlaceName.codes(behind: "501", in: tree) == ["0501"])
    #expect(PlaceName.codes(behind: "５０１０１", in: tree) == ["050101"])
    #expect(PlaceName.codes(behind: "0501", in: tree) == [])
    #expect(PlaceName.codes(behind: "民岳", in: tree) == [])
  }
}
