import Common
import Testing

@testable import Exporting

@Suite struct FlatChartTests {
  private func flat(_ inner: String, root: String = "class=\"chart pl-40 pr-80\"", _ chart: FlatChart = .page)
    throws -> String
  {
    let svg = try #require(
      chart.flatten(Array("<svg \(root) width=\"100%\" height=\"300\">\(inner)</svg>".utf8)))
    var buffer = ByteBuffer()
    MarkupWriter.write(svg.children, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func hasAFixedBox() throws {
    let page = try #require(FlatChart.page.flatten(Array("<svg class=\"chart\" height=\"300\"></svg>".utf8)))
    #expect(page["viewBox"] == "0 0 640 300")
    let phone = try #require(
      FlatChart.phone.flatten(Array("<svg class=\"chart\" height=\"150\"></svg>".utf8)))
    #expect(phone["viewBox"] == "0 0 640 266.7")
    #expect(FlatChart.page.flatten(Array("<p>x</p>".utf8)) == nil)
  }

  /// The plot is 640 − 40 − 80 = 520 wide and begins at 40.
  @Test(
    arguments: [
      (
        "<line class=\"grid\" x1=\"0%\" x2=\"100%\" y1=\"20\" y2=\"20\"/>",
        "<line x1=\"40\" x2=\"560\" y1=\"20\" y2=\"20\" stroke=\"#dcd8cf\" stroke-width=\"1\"/>"
      ),
      (
        "<circle class=\"f1\" cx=\"50%\" cy=\"10\" r=\"3.5\"/>",
        "<circle cx=\"300\" cy=\"10\" r=\"3.5\" fill=\"#12436d\"/>"
      ),
      (
        "<text class=\"ax\" x=\"-40\" y=\"24\">96</text>",
        "<text x=\"0\" y=\"24\" fill=\"#6f6a61\" font-size=\"11\" font-family=\"sans-serif\">96</text>"
      ),
      (
        "<text class=\"k t2\" x=\"100%\" dx=\"9\" y=\"5\" text-anchor=\"end\">1</text>",
        "<text x=\"569\" y=\"5\" text-anchor=\"end\" fill=\"#1a7a72\" font-size=\"13\" font-family=\"sans-serif\" font-weight=\"600\">1</text>"
      ),
      (
        "<svg width=\"100%\" viewBox=\"0 0 100 300\"><path class=\"ln c1\" d=\"M0 10L50 20.5M75 -3L100 4\"/></svg>",
        "<path d=\"M40 10L300 20.5M430 -3L560 4\" fill=\"none\" stroke=\"#12436d\" stroke-width=\"2.3\" stroke-linejoin=\"round\"/>"
      ),
      (
        "<rect class=\"f2\" x=\"10%\" y=\"1\" width=\"10%\" height=\"5\"/>",
        "<rect x=\"92\" y=\"1\" width=\"52\" height=\"5\" fill=\"#28a197\"/>"
      ),
      (
        "<g pointer-events=\"all\"><rect x=\"0%\" width=\"1%\"><title>x</title></rect></g><title>t</title>",
        ""
      ),
    ])
  func writesPlacesOut(inner: String, wanted: String) throws {
    #expect(try flat(inner) == wanted)
  }

  @Test func drawsHatchingLineByLine() throws {
    let text = try flat(
      "<rect class=\"c1\" fill=\"url(#ah)\" x=\"0%\" y=\"10\" width=\"10%\" height=\"40\"/>")
    #expect(
      text.contains("<rect x=\"40\" y=\"10\" width=\"52\" height=\"40\" fill=\"#ffffff\" stroke=\"#12436d\""))
    #expect(text.contains("<path d=\"M"))
    #expect(!text.contains("url("))
  }

  @Test func keepsHatchingWithinTheBox() {
    let numbers = Hatching.path(x: 10, y: 20, width: 30, height: 5, distance: 7)
      .split { "ML ".contains($0) }.compactMap { Double($0) }
    #expect(!numbers.isEmpty)
    for (index, number) in numbers.enumerated() {
      #expect(index % 2 == 0 ? (10...40).contains(number) : (20...25).contains(number))
    }
    #expect(Hatching.path(x: 0, y: 0, width: 0, height: 5, distance: 7) == "")
  }

  @Test func hasFewerAndLargerLettersForAPhone() throws {
    #expect(try flat("<text class=\"ax mi\" x=\"0%\" y=\"9\">一</text>", .phone) == "")
    #expect(try flat("<text class=\"ax\" x=\"0%\" y=\"9\">一</text>", .phone).contains("font-size=\"19.6\""))
  }

  @Test func setsTextOverLinesOnPaper() throws {
    let text = try flat("<text class=\"ax halo\" x=\"0%\" y=\"9\">目标</text>")
    #expect(text.split(separator: "<text").count == 2)
    #expect(text.contains("stroke=\"#ffffff\""))
  }

  /// A provisional line is dashed by what it is, the second by its number: grey paper tells them apart.
  @Test func tellsLinesApartWithoutColour() throws {
    #expect(try flat("<path class=\"ln c2\" d=\"M0 0L1 1\"/>").contains("stroke-dasharray=\"9 3\""))
    #expect(try flat("<path class=\"ln dash c2\" d=\"M0 0L1 1\"/>").contains("stroke-dasharray=\"4 4\""))
    #expect(try !flat("<path class=\"ln c1\" d=\"M0 0L1 1\"/>").contains("dasharray"))
  }
}
