import Markdown
import Testing

@Suite struct ImageFileTests {
  private func size(_ bytes: [UInt8]) -> [Int]? {
    ImageFile.size(of: bytes).map { [$0.width, $0.height] }
  }

  /// A JPEG of 640 by 480 with an Exif orientation.
  private func jpeg(orientation: UInt8, isBig: Bool) -> [UInt8] {
    let tag: [UInt8] =
      isBig
      ? [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
      : [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
    let head: [UInt8] =
      isBig ? Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1] : Array("II".utf8) + [42, 0, 8, 0, 0, 0, 1, 0]
    let exif = Array("Exif\0\0".utf8) + head + tag
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif
      + [0xFF, 0xC0, 0, 17, 8, 0x01, 0xE0, 0x02, 0x80, 3, 1, 0x22, 0]
  }

  @Test func readsThePicturesOfBrowsers() {
    let png =
      [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 4, 0, 0, 0, 3, 0]
    #expect(size(png) == [1024, 768])
    #expect(size(Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00, 0, 0]) == [320, 240])
    let head = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8)
    #expect(size(head + [10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0]) == [640, 480])
  }

  @Test(
    arguments: [(1, [640, 480]), (3, [640, 480]), (6, [480, 640]), (8, [480, 640])] as [(UInt8, [Int])])
  func turnsATelephonesPicture(orientation: UInt8, expected: [Int]) {
    for isBig in [true, false] {
      #expect(size(jpeg(orientation: orientation, isBig: isBig)) == expected)
    }
  }

  @Test(
    arguments: [
      ("<svg width=\"200\" height='100px'>", [200, 100]),
      ("<?xml version=\"1.0\"?>\n<!-- a > b -->\n<svg xmlns=\"x\" viewBox=\"0 0 64 32.5\">", [64, 33]),
      ("<!DOCTYPE svg>\n<svg width=\"100%\" height=\"50%\" viewBox=\"0,0,30,20\"/>", [30, 20]),
      ("<svg width=\"12.0\" height=\"7.2\"/>", [12, 8]),
    ] as [(String, [Int])])
  func readsDrawings(text: String, expected: [Int]) {
    #expect(size(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "", "<svg", "<svg>", "<svg width=\"1em\" height=\"2em\">", "<svg width=0 height=0>",
    "<html><svg width=\"1\" height=\"1\">",
    "<svg width=\"-1\" height=\"1\">", "<svg viewBox=\"0 0 1\">", "文字", "<!-- ",
    "<svg width=\"99999999999999999999\" height=\"1\">",
    "GIF89a", "RIFF    WEBPVP8X",
  ])
  func knowsNoSizeOfOtherFiles(text: String) {
    #expect(size(Array(text.utf8)) == nil)
  }

  @Test func survivesBrokenPictures() {
    let whole = jpeg(orientation: 6, isBig: true)
    for count in 0..<whole.count { _ = size(Array(whole.prefix(count))) }
    for index in whole.indices {
      var broken = whole
      broken[index] = 0xFF
      _ = size(broken)
    }
  }
}
