import Common

@testable import Preview

/// A site of a few files.
enum Sample {
  static let page = "<!doctype html><html><head></head><body><p>复工</p></body></html>"

  static func site(_ files: [String: String] = [:], assets: String = "") -> PreviewSite {
    let all = [
      "index.html": page, "404.html": "<html><body>没有这一页</body></html>", "assets/style.css": "p{}",
      "stories/index.html": page, "stories/何晓琴.html": page, "data/figures.csv": "a,b\n",
    ].merging(files) { $1 }
    var version = PageVersion()
    version.add(Array(assets.utf8))
    return PreviewSite(base: "/street/", assets: version) { address in all[address].map { Array($0.utf8) } }
  }

  static func report(_ severities: Severity...) -> PreviewReport {
    PreviewReport(
      items: severities.map {
        PreviewReport.Item(
          severity: $0, label: "错误", message: "没有叫「安家咀」的地方", advice: ["最接近：安家嘴社区"],
          place: "content/stories/a.md:3:8", line: 3, column: 8, text: "place: 安家咀")
      }, summary: "\(severities.count)", note: "旧页", hide: "收起", language: "zh-Hans")
  }

  static func moment(_ site: PreviewSite? = site(), _ report: PreviewReport = report()) -> PreviewState.Moment
  {
    PreviewState.Moment(site: site, report: report)
  }

  static func get(
    _ path: String, query: String = "", method: String = "GET", host: String? = "127.0.0.1:8000",
    in moment: PreviewState.Moment = moment()
  ) -> PreviewAnswer {
    PreviewHandler(moment: moment).answer(
      PreviewRequest(method: method, path: path, query: query, host: host))
  }
}

extension PreviewAnswer {
  var text: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }

  var type: String { headers.first { $0.name == "Content-Type" }?.value ?? "" }
}
