/// Answers requests from what the site is at the moment.
struct PreviewHandler {
  static let ownFolder = "/_jianbao/"
  private static let scriptType = ContentType.of("preview.js")
  private static let styleType = ContentType.of("preview.css")

  let moment: PreviewState.Moment

  func answer(_ request: PreviewRequest) -> PreviewAnswer {
    guard OwnHost.isNamed(by: request.host) else {
      return .plain(403, "This preview answers to 127.0.0.1 and localhost only.")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .plain(405, "GET and HEAD only.", headers: [("Allow", "GET, HEAD")])
    }
    guard let path = PageAddress.decoded(request.path), path.hasPrefix("/") else {
      return .plain(400, "This is no address.")
    }
    if path.hasPrefix(Self.ownFolder) { return own(path, query: request.query) }
    switch lookUp(path) {
    case .file(let address, let bytes): return answer(200, address, bytes)
    case .folder(let address):
      return .plain(
        307, "The page is at /\(address)", headers: [("Location", "/" + PageAddress.encoded(address))])
    case .missing(let bytes): return answer(404, "404.html", bytes)
    case .noSite: return answer(503, "index.html", Self.empty(language: moment.report.language))
    }
  }

  /// The version of the page at a path, as it would be served now.
  func version(of path: String) -> PageVersion {
    switch lookUp(path) {
    case .file(let address, let bytes): version(bytes, address)
    case .missing(let bytes): version(bytes, "404.html")
    case .folder: PageVersion()
    case .noSite: version(Self.empty(language: moment.report.language), "index.html")
    }
  }

  private enum Found {
    case file(address: String, [UInt8])
    case folder(address: String)
    case missing([UInt8])
    case noSite
  }

  private func lookUp(_ path: String) -> Found {
    guard let site = moment.site else { return .noSite }
    var addresses = [String(path.dropFirst())]
    if site.base.count > 1, path.hasPrefix(site.base) {
      addresses.append(String(path.dropFirst(site.base.count)))
    }
    for address in addresses {
      let file = address.isEmpty || address.hasSuffix("/") ? address + "index.html" : address
      if let bytes = site.file(file) { return .file(address: file, bytes) }
      if file == address, site.file(address + "/index.html") != nil { return .folder(address: address + "/") }
    }
    return .missing(site.file("404.html") ?? [])
  }

  private func version(_ bytes: [UInt8], _ address: String) -> PageVersion {
    var version = moment.site?.assets ?? PageVersion()
    version.add(bytes)
    return version
  }

  private func answer(_ status: Int, _ address: String, _ bytes: [UInt8]) -> PreviewAnswer {
    let type = ContentType.of(address)
    guard type == ContentType.html else { return PreviewAnswer(status, type: type, bytes) }
    return PreviewAnswer(status, type: type, PreviewPage.make(bytes, version: version(bytes, address)))
  }

  private func own(_ path: String, query: String) -> PreviewAnswer {
    switch path.dropFirst(Self.ownFolder.count) {
    case "preview.js": PreviewAnswer(200, type: Self.scriptType, PackageResources.preview_js)
    case "preview.css": PreviewAnswer(200, type: Self.styleType, PackageResources.preview_css)
    case "events":
      // The page's own path came percent-encoded and was encoded once more to stand in the query.
      if let page = PageAddress.parameter("page", of: query).flatMap(PageAddress.decoded), page.hasPrefix("/")
      {
        PreviewAnswer(eventsOf: page)
      } else {
        .plain(400, "events needs ?page=")
      }
    default: .plain(404, "There is no such file.")
    }
  }

  /// Stands in while there is no site at all: the findings come over it.
  private static func empty(language: String) -> [UInt8] {
    Array(
      """
      <!doctype html><html lang="\(language)"><head><meta charset="utf-8"><title>jianbao</title></head><body></body></html>

      """.utf8)
  }
}
