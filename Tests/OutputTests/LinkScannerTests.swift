import Testing

@testable import Output

@Suite struct LinkScannerTests {
  @Test(arguments: [
    (#"<a href="a.html">"#, ["regions/11/a.html"]),
    (#"<a href="../12/a.html">"#, ["regions/12/a.html"]),
    (#"<a href="../../index.html#top">"#, ["index.html"]),
    (#"<a href="../../">"#, ["index.html"]),
    (#"<a href="..">"#, ["regions/index.html"]),
    (#"<a href="./a.html?x=1">"#, ["regions/11/a.html"]),
    (#"<a href="../../../out.html">"#, ["../out.html"]),
    (#"<img alt="x" src="a.png">"#, ["regions/11/a.png"]),
    ("<a\n\thref=\"a.html\">", ["regions/11/a.html"]),
    (#"<a href="%E4%BD%95.html">"#, ["regions/11/何.html"]),
    (#"<a href="何.html">"#, ["regions/11/何.html"]),
    (#"<a href="a&amp;b.html">"#, ["regions/11/a&b.html"]),
    (#"<a href="a&#39;b.html">"#, ["regions/11/a'b.html"]),
    (#"<a href="100%.html">"#, ["regions/11/100%.html"]),
    (#"<a href="a.html"><a href="a.html">"#, ["regions/11/a.html"]),
    (#"<a href="a.html#x"><a href="a.html#y">"#, ["regions/11/a.html", "regions/11/a.html"]),
    (#"<a href="https://example.org/a.html">"#, []), (#"<a href="//example.org/a.html">"#, []),
    (#"<a href="mailto:a@example.org">"#, []), (#"<a href="tel:010">"#, []), (#"<a href="/a.html">"#, []),
    (##"<a href="#top">"##, []), (#"<a href="">"#, []), (#"<a href="?x">"#, []),
    (#"<p data-href="a.html">"#, []),
    (#"href="a.html"#, []), ("", []),
  ]) func findsTheFilesAPageLeadsTo(_ page: String, _ targets: [String]) {
    #expect(LinkScanner.internalLinks(in: Array(page.utf8), at: "regions/11/page.html") == targets)
  }

  @Test(arguments: [
    ("stories/a.html", "stories/b.html", "a.html"), ("index.html", "stories/b.html", "../index.html"),
    ("pages/about.html", "stories/b.html", "../pages/about.html"), ("a/b/c.html", "index.html", "a/b/c.html"),
    ("a/x.html", "a/b/c.html", "../x.html"),
  ]) func writesALinkThatLeadsBack(_ address: String, _ page: String, _ link: String) {
    #expect(RelativeLink.link(to: address, from: page) == link)
    #expect(RelativeLink.target(of: link, from: page) == address)
  }
}
