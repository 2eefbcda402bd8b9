import Common
import Pages
import Reading
import Rendering

/// A page as an official account's editor takes it: one section with literal styles, to be pasted.
package struct WeChatArticle: Sendable {
  /// The most characters of a summary.
  package static let longestSummary = 120

  package let title: String
  /// At most ``longestSummary`` characters, for the editor's field of that name.
  package let summary: String
  package let html: [UInt8]
  /// The pictures to upload, in the order they stand in the text.
  package let images: [UploadItem]

  package init(_ page: ExportPage) {
    title = page.title
    summary = Self.summary(page)
    var links = LinkNotes(keeping: WeChatLimits.host)
    let blocks = BlockMarkup(words: page.words, chart: .phone, isNarrow: true)
    var body = links.taken(from: page.body(blocks))
    var uploads: [UploadItem] = []
    body = PageImages { source in
      guard let item = Self.upload(source, page) else { return nil }
      if !uploads.contains(item) { uploads.append(item) }
      return item.address
    }.replaced(in: body)
    body = NestedLists.lifted(body)
    let whole = Self.head(page) + body + Self.foot(page, links)
    let section = Markup.element(
      MarkupElement(
        "section", [MarkupElement.Attribute("class", "article")], WeChatStyle.arranged(whole)))
    var buffer = ByteBuffer(capacity: 65_536)
    MarkupWriter.write(WeChatStyle.styled([section]), into: &buffer)
    buffer.write("\n")
    html = buffer.bytes
    images = uploads
  }

  private static func upload(_ source: String, _ page: ExportPage) -> UploadItem? {
    if PublicAddress.scheme(of: source) != nil {
      // A picture from elsewhere is no file of ours; it must be uploaded all the same.
      return UploadItem(file: source, address: source)
    }
    guard let path = PublicAddress.resolved(source, from: page.view.address) else { return nil }
    return UploadItem(
      file: page.content.display(path), address: (page.context.site.url ?? "") + PercentEncoding.path(path))
  }

  /// The page's summary or its first paragraph, in whole sentences, with the notice of invented figures.
  private static func summary(_ page: ExportPage) -> String {
    let notice = page.notice.isEmpty ? "" : page.words.fill(.parentheses, ["text": page.notice]).trimmed
    var text = page.view.summary
    if text.isEmpty { text = opening(of: page) }
    return Sentences.fit(text, within: longestSummary - notice.count) + notice
  }

  private static func opening(of page: ExportPage) -> String {
    let blocks = BlockMarkup(words: page.words, chart: .phone, isNarrow: true)
    for case .element(let element) in page.body(blocks) where element.name == "p" {
      let text = element.children.plainText.trimmed
      if !text.isEmpty { return text }
    }
    return ""
  }

  private static func head(_ page: ExportPage) -> [Markup] {
    let (view, words, site) = (page.view, page.words, page.context.site)
    var lines: [Markup] = []
    func add(_ role: String, _ parts: [String]) {
      let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
      if !text.isEmpty { lines.append(.make("p", role, text)) }
    }
    let day = view.day.map { page.context.dates.full($0) } ?? ""
    if page.isBulletin {
      add("kicker", [site.bulletin.name, page.issue])
      add("byline", [site.bulletin.issuer, day])
    } else {
      add("kicker", [view.place?.text ?? "", day])
      let people = view.people.joined(separator: words[.listComma])
      add(
        "byline",
        [
          people.isEmpty ? "" : words[.peopleNamed] + people,
          view.byline.isEmpty ? "" : words[.sourceOf] + view.byline,
        ])
    }
    add("notice", [page.notice])
    add("lead", [view.summary])
    return lines
  }

  private static func foot(_ page: ExportPage, _ links: LinkNotes) -> [Markup] {
    var lines: [Markup] = []
    let figures = page.dataLine.isEmpty ? page.provisionalFigures : [page.dataLine] + page.provisionalFigures
    lines += page.signatures.map { .make("p", "sign", $0) }
    lines += figures.map { .make("p", "data-note", page.sentence($0)) }
    lines += links.notes(title: page.words[.exportLinks])
    if !page.publicAddress.isEmpty {
      lines.append(
        .make("p", "data-note", page.words.fill(.exportOriginal, ["address": page.publicAddress])))
    }
    return lines
  }
}
