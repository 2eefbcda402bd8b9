import Common
import Glibc
import Pages
import Testing

@testable import Rendering

/// Whole pages, byte for byte. `RECORD_GOLDEN=1 swift test` writes the files anew, and fails, so that nobody
/// takes a recording for a comparison.
@Suite struct GoldenTests {
  @Test(
    arguments: [
      ("bulletins/2020-01-02.html", "bulletin.html"), ("regions/5101/5101.html", "region.html"),
      ("data/regions/5101/5101/ranking.csv", "ranking.csv"), ("feed.xml", "feed.xml"),
    ])
  func isWrittenAsRecorded(address: String, golden: String) throws {
    let bytes = try #require(try RenderedSite(SampleSite()).files[address])
    let path = SampleSite.tests + "/RenderingTests/Golden/" + golden
    if getenv("RECORD_GOLDEN") != nil {
      try Self.write(bytes, to: path)
      Issue.record("recorded \(golden)")
      return
    }
    let wanted = try #require(Self.read(path), "no golden file \(golden): record it with RECORD_GOLDEN=1")
    let lines = [bytes, wanted].map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
    for (number, (found, line)) in zip(lines[0], lines[1]).enumerated() where found != line {
      Issue.record("\(golden):\(number + 1): found \(found), wanted \(line)")
      return
    }
    #expect(bytes == wanted)
  }

  @Test func isTheSameEachTime() throws {
    let first = try RenderedSite(SampleSite())
    let second = try RenderedSite(SampleSite())
    #expect(first.files == second.files)
    #expect(first.addresses == second.addresses)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "wb"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}
