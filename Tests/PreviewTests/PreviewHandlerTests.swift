import Testing

@testable import Preview

@Suite struct PreviewHandlerTests {
  @Test(arguments: [
    ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
    ("/stories/", "text/html; charset=utf-8"), ("/assets/style.css", "text/css; charset=utf-8"),
    ("/data/figures.csv", "text/csv; charset=utf-8"),
    ("/stories/%E4%BD%95%E6%99%93%E7%90%B4.html", "text/html; charset=utf-8"),
    ("/street/stories/", "text/html; charset=utf-8"),
    ("/_jianbao/preview.js", "text/javascript; charset=utf-8"),
    ("/_jianbao/preview.css", "text/css; charset=utf-8"),
  ]) func findsAFileAndSaysWhatItIs(_ path: String, _ type: String) {
    let answer = Sample.get(path)
    #expect(answer.status == 200)
    #expect(answer.type == type)
    #expect(!answer.text.isEmpty)
  }

  @Test(arguments: [
    "/missing.html", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/../outside.txt", "//etc/passwd",
    "/assets/",
    "/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/stories/%2e%2e/index.html", "/index.html/", "/INDEX.html",
    "/assets\\style.css", "/street/../index.html", "/_jianbaox",
  ]) func hasThePageForMissingAddressesForTheRest(_ path: String) {
    let answer = Sample.get(path)
    #expect(answer.status == 404)
    #expect(answer.text.contains("没有这一页"))
  }

  @Test(arguments: ["/a%00.html", "/%", "/%4", "/%zz", "/%ff%fe", "", "index.html", "/a%0d%0ab", "*"])
  func refusesWhatIsNoAddress(_ path: String) {
    #expect(Sample.get(path).status == 400)
  }

  @Test func leadsFromAFolderToItsIndex() {
    let answer = Sample.get("/stories")
    #expect(answer.status == 307)
    #expect(answer.headers.first { $0.name == "Location" }?.value == "/stories/")
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.1:8000", "localhost:9", "LOCALHOST"])
  func answersToItsOwnNames(_ host: String) {
    #expect(Sample.get("/", host: host).status == 200)
  }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:8000", "127.0.0.1.evil.example", "localhost.evil.example",
    "127.0.0.1:x",
    "127.0.0.1:8000@evil.example", "192.168.1.2", "[::1]:8000",
  ]) func answersToNoOtherName(_ host: String?) {
    #expect(Sample.get("/", host: host).status == 403)
    #expect(Sample.get("/_jianbao/events", query: "page=%2F", host: host).status == 403)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS"]) func onlyReads(_ method: String) {
    #expect(Sample.get("/", method: method).status == 405)
  }

  @Test func addsItsScriptToPagesAlone() {
    #expect(Sample.get("/").text.contains("/_jianbao/preview.js\" data-version="))
    #expect(Sample.get("/missing").text.contains("/_jianbao/preview.js"))
    #expect(Sample.get("/assets/style.css").text == "p{}")
  }

  @Test func showsFindingsWhereThereIsNoSiteYet() {
    let answer = Sample.get("/any.html", in: Sample.moment(nil, Sample.report(.error)))
    #expect(answer.status == 503)
    #expect(answer.text.contains("/_jianbao/preview.js"))
  }

  @Test func listensForTheEventsOfAPage() {
    let answer = Sample.get("/_jianbao/events", query: "page=%2Fstories%2F%25E4%25BD%2595.html")
    #expect(answer.type.hasPrefix("text/event-stream"))
    guard case .events("/stories/何.html") = answer.body else {
      Issue.record("\(answer.body)")
      return
    }
    #expect(Sample.get("/_jianbao/events").status == 400)
    #expect(Sample.get("/_jianbao/../index.html").status == 404)
  }

  @Test func givesAPageAnotherVersionWhenItsBytesOrItsStylesChange() {
    func version(_ site: PreviewSite, _ path: String) -> PageVersion {
      PreviewHandler(moment: Sample.moment(site)).version(of: path)
    }
    let old = Sample.site()
    #expect(version(old, "/") == version(Sample.site(), "/"))
    #expect(version(old, "/") == version(old, "/index.html"))
    #expect(version(old, "/") != version(Sample.site(["index.html": "<p>2"]), "/"))
    #expect(version(old, "/") == version(Sample.site(["stories/index.html": "<p>2"]), "/"))
    #expect(version(old, "/") != version(Sample.site(assets: "p{color:red}"), "/"))
    #expect(version(old, "/new.html") != version(Sample.site(["new.html": "<p>"]), "/new.html"))
  }

  @Test func servesTheVersionThatItsEventsName() {
    let moment = Sample.moment()
    let version = PreviewHandler(moment: moment).version(of: "/stories/").description
    #expect(Sample.get("/stories/", in: moment).text.contains("data-version=\"\(version)\""))
  }
}
