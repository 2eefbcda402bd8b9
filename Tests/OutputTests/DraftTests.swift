import Common
import Digests
import Testing

@testable import Output

@Suite struct DraftTests {
  @Test func takesTheDigestOfEveryFile() async {
    let draft = await SmallSite(["a.html": "abc", "data/b.csv": ""]).draft()
    #expect(draft.manifest.entries.count == 2)
    #expect(
      draft.manifest.entries["a.html"] == Manifest.Entry(digest: Digest(of: Array("abc".utf8)), size: 3))
    #expect(draft.addresses == [["a.html"], ["data/b.csv"]])
    #expect(draft.collisions.isEmpty)
  }

  @Test(arguments: [
    (["a.html", "a.html"], "a.html", "a.html"),
    (["A.html", "a.html"], "a.html", "A.html"),
    (["stories", "stories/a.html"], "stories", "stories/a.html"),
    (["Stories", "stories/a.html"], "Stories", "stories/a.html"),
  ]) func findsAddressesThatCannotBothBe(_ addresses: [String], _ first: String, _ second: String) async {
    let make: @Sendable (Int, inout FileSink) -> Void = { number, sink in
      sink.file(addresses[number]) { _ in }
    }
    let draft = await OutputFolder.draft(items: addresses.count, jobs: 2, known: [], make: make)
    #expect(draft.collisions.map { [$0.address, $0.other] } == [[first, second]])
  }

  @Test func findsLinksThatLeadNowhere() async {
    let draft = await SmallSite([
      "index.html": #"<a href="stories/a.html">a</a><a href="stories/b.html">b</a>"#,
      "stories/a.html": #"<a href="../index.html">home</a><img src="../photo.jpg">"#,
      "notes.txt": #" href="nowhere.html""#,
    ]).draft(jobs: 2)
    #expect(
      draft.brokenLinks.map { [$0.page, $0.target] } == [
        ["index.html", "stories/b.html"], ["stories/a.html", "photo.jpg"],
      ])
  }
}
