import Common
import Pages
import Reading

/// A page as one file that prints as a 简报: the page of GB/T 9704, whatever browser prints it.
package struct PrintPage: Sendable {
  package let html: [UInt8]

  /// Pictures are set into the file; one that cannot be read is a finding and left out.
  package init(_ page: ExportPage, findings: inout Findings) {
    let blocks = BlockMarkup(words: page.words, chart: .page, isNarrow: false)
    var links = LinkNotes()
    var body = links.taken(from: page.body(blocks))
    var own = Findings()
    body = PageImages { source in Self.inline(source, page, findings: &own) }.replaced(in: body)
    findings.add(contentsOf: own)
    let article = Self.head(page) + [.make("section", "text", body)] + Self.foot(page, links)
    var buffer = ByteBuffer(capacity: 65_536)
    buffer.write("<!doctype html>\n<html lang=\"")
    buffer.write(escaped: page.context.site.language)
    buffer.write("\">\n<head>\n<meta charset=\"utf-8\">\n")
    buffer.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    buffer.write(
      escaped: [page.isBulletin ? page.context.site.bulletin.name + page.issue : "", page.title]
        .filter { !$0.isEmpty }.joined(separator: " "))
    buffer.write("</title>\n<style>\n")
    buffer.write(string: PrintStyle.sheet)
    buffer.write("</style>\n</head>\n<body>\n")
    MarkupWriter.write(
      [.make("article", page.isBulletin ? "sheet bulletin" : "sheet", PrintMarkup.cleaned(article))],
      into: &buffer)
    buffer.write("\n</body>\n</html>\n")
    html = buffer.bytes
  }

  /// The most bytes of a picture.
  private static let largestImage = 20 << 20
  private static let types = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "svg": "image/svg+xml", "avif": "image/avif",
  ]

  private static func inline(_ source: String, _ page: ExportPage, findings: inout Findings) -> String? {
    guard PublicAddress.scheme(of: source) == nil,
      let path = PublicAddress.resolved(source, from: page.view.address),
      let type = path.split(separator: ".").last.flatMap({ types[$0.lowercased()] }),
      let file = page.content.read(path, limit: largestImage, findings: &findings)
    else {
      findings.add(
        Diagnostic(.unreadableImage, .warning, at: Location(file: page.source), ["found": source]))
      return nil
    }
    return "data:\(type);base64," + Base64.text(file.bytes)
  }

  private static func head(_ page: ExportPage) -> [Markup] {
    let (view, words, site) = (page.view, page.words, page.context.site)
    let day = view.day.map { page.context.dates.full($0) } ?? ""
    let name = page.isBulletin ? site.bulletin.name : site.title
    var name1 = MarkupElement("p", [MarkupElement.Attribute("class", "red-name")], [.text(name)])
    name1.attributes.append(MarkupElement.Attribute("style", "font-size:\(RedHead.size(of: name))pt"))
    var lines: [Markup] = [.element(name1)]
    if page.isBulletin { lines.append(.make("p", "issue", page.issue)) }
    lines.append(
      .make(
        "p", "issuer",
        [
          .make("span", page.isBulletin ? site.bulletin.issuer : site.publisher), .make("span", day),
        ]))
    lines.append(.make("p", "red-rule", []))
    if !page.notice.isEmpty { lines.append(.make("p", "notice", page.notice)) }
    lines.append(.make("h1", page.title))
    if !page.isBulletin {
      let people = view.people.joined(separator: words[.listComma])
      let about = [view.place?.text ?? "", people].filter { !$0.isEmpty }.joined(separator: " ")
      if !about.isEmpty { lines.append(.make("p", "about", about)) }
    }
    if !view.summary.isEmpty { lines.append(.make("p", "standfirst", view.summary)) }
    return [.make("header", "head", lines)]
  }

  private static func foot(_ page: ExportPage, _ links: LinkNotes) -> [Markup] {
    let (view, words) = (page.view, page.words)
    var lines: [Markup] = []
    for line in page.signatures { lines.append(.make("p", "sign", words.fill(.parentheses, ["text": line]))) }
    if !page.isBulletin, !view.byline.isEmpty {
      lines.append(.make("p", "sign", words.fill(.parentheses, ["text": words[.sourceOf] + view.byline])))
    }
    var notes = links.notes(title: words[.exportLinks])
    let sentences = [page.dataLine].filter { !$0.isEmpty } + page.provisionalFigures
    notes += sentences.map { .make("p", "data-note", page.sentence($0)) }
    if !page.publicAddress.isEmpty {
      notes.append(.make("p", "data-note", words.fill(.exportOriginal, ["address": page.publicAddress])))
    }
    if !notes.isEmpty { lines.append(.make("section", "tail", notes)) }
    guard page.isBulletin else { return lines }
    // The same twice: one keeps the room behind the text, one stands at the foot of the last page.
    return lines + [imprint(page, "imprint"), imprint(page, "imprint at-foot")]
  }

  /// 报、送、发 and who printed it when.
  private static func imprint(_ page: ExportPage, _ role: String) -> Markup {
    let (words, bulletin) = (page.words, page.context.site.bulletin)
    var lines: [Markup] = []
    for (word, names) in [
      (Word.reportTo, bulletin.reportTo), (.sendTo, bulletin.sendTo), (.distributeTo, bulletin.distributeTo),
    ] where !names.isEmpty {
      let text = words.sentences([names.joined(separator: words[.comma])])
      lines.append(.make("p", "to", [.make("b", words[word]), .make("span", text)]))
    }
    if !page.archivedLine.isEmpty { lines.append(.make("p", "archived", page.archivedLine)) }
    let day = page.view.day.map { page.context.dates.full($0) } ?? ""
    lines.append(
      .make(
        "p", "printed",
        [.make("span", bulletin.issuer), .make("span", day + words[.space] + words[.printedOn])]))
    var element = MarkupElement("footer", [MarkupElement.Attribute("class", role)], lines)
    if role != "imprint" { element.attributes.append(MarkupElement.Attribute("aria-hidden", "true")) }
    return .element(element)
  }
}

/// The size of the red name: as large as the line takes.
enum RedHead {
  /// In points; 44 at the most.
  static func size(of name: String) -> Int {
    let ems = name.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.6 : 1.1) }
    return max(22, min(44, Int(430 / max(ems, 1))))
  }
}
