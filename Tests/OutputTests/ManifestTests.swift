import Digests
import Testing

@testable import Output

@Suite struct ManifestTests {
  private func entry(_ text: String) -> Manifest.Entry {
    Manifest.Entry(digest: Digest(of: Array(text.utf8)), size: text.utf8.count)
  }

  @Test func comesBackAsItWasWritten() {
    let manifest = Manifest(entries: [
      "index.html": entry("a"), "stories/何 晓琴.html": entry("b"), " leading.html": entry(""),
      "a b/c.html": entry("c"),
    ])
    #expect(Manifest(bytes: manifest.bytes) == manifest)
  }

  @Test func standsInByteOrder() {
    let text = String(
      decoding: Manifest(entries: ["b": entry("1"), "a": entry("2"), "B": entry("3")]).bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").map { $0.last } == ["B", "a", "b"])
  }

  @Test(arguments: [
    "", "garbage", String(repeating: "a", count: 64), String(repeating: "g", count: 64) + "  1  a.html",
    String(repeating: "a", count: 64) + "  x  a.html", String(repeating: "a", count: 64) + "  -1  a.html",
    String(repeating: "a", count: 64) + "  1  ../a.html",
    String(repeating: "a", count: 64) + "  1  /etc/passwd",
    String(repeating: "a", count: 64) + "  1  .jianbao/manifest", String(repeating: "a", count: 64) + "  1 ",
  ]) func passesOverWhatItWouldNotHaveWritten(_ line: String) {
    #expect(Manifest(bytes: Array((line + "\n").utf8)).entries.isEmpty)
  }

  @Test(arguments: [
    ("index.html", true), ("regions/1101/110106.html", true), ("stories/何晓琴.html", true), ("a b.html", true),
    ("a..b", true), ("", false), ("/a", false), ("a/", false), ("a//b", false), ("../a", false),
    ("a/../b", false),
    ("./a", false), (".git/config", false), ("a/.x", false), ("a\\b", false), ("c:a", false), ("a\nb", false),
    ("a\u{0}b", false), ("a\u{7F}b", false), ("..\u{301}/a", false), ("x/\u{301}", true),
  ]) func knowsWhichAddressesAreSafe(_ address: String, _ isSafe: Bool) {
    #expect(SafeAddress.isSafe(address) == isSafe)
  }

  @Test func partsAnAddressAsTheSystemDoes() {
    #expect(SafeAddress.parts("x/\u{301}y").count == 2)
    #expect(SafeAddress.folders(of: "a/b/c.html") == ["a", "a/b"])
    #expect(SafeAddress.folders(of: "c.html") == [])
  }
}
