import Testing

@testable import Preview

@Suite struct PreviewPageTests {
  private static func made(_ html: String) -> String {
    String(decoding: PreviewPage.make(Array(html.utf8), version: PageVersion()), as: UTF8.self)
  }

  @Test func putsTheScriptBeforeTheEndOfTheBody() {
    #expect(Self.made("<body><p>a</p></body></html>").hasPrefix("<body><p>a</p><script src="))
    #expect(Self.made("<p>a").hasPrefix("<p>a<script src="))
    // What a page says of HTML is text.
    #expect(Self.made("<body>&lt;/body></body>").contains("&lt;/body><script"))
  }

  @Test(arguments: [
    (
      "default-src 'none'; style-src 'self'; img-src 'self' data:",
      "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'"
    ),
    (
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'"
    ),
    (
      "default-src https://a.example",
      "default-src https://a.example; script-src https://a.example 'self'; style-src https://a.example 'self'; "
        + "connect-src https://a.example 'self'"
    ),
    ("img-src 'self'", "img-src 'self'"),
  ]) func opensThePolicyForItselfAndNothingElse(_ policy: String, _ opened: String) {
    #expect(ContentPolicy.opened(policy) == opened)
    let head = "<meta http-equiv=\"Content-Security-Policy\" content=\""
    #expect(Self.made(head + policy + "\"><body></body>").hasPrefix(head + opened + "\"><body>"))
  }

  @Test func leavesAPageWithoutAPolicyAlone() {
    #expect(!Self.made("<p>Content-Security-Policy</p><body></body>").contains("script-src"))
  }
}
