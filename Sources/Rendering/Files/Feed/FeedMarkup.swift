import Common
import Pages
import Reading

/// A page as a feed reader shows it: plain HTML, links in full, figures as text, blocks as sentences and tables.
///
/// Nothing in it needs a stylesheet, a script or a name: a reader may show many entries on one page.
struct FeedMarkup {
  let context: SiteContext
  let url: String
  /// The page's own address.
  let address: String
  private(set) var buffer = ByteBuffer(capacity: 4096)

  init(context: SiteContext, url: String, address: String) {
    self.context = context
    self.url = url
    self.address = address
  }

  var words: Words { context.words }

  mutating func write(_ view: PageView) {
    if view.isIllustrative { tag("p") { $0.tag("strong") { $0.text($0.context.notice) } } }
    if let cover = view.cover {
      buffer.write("<p><img src=\"")
      buffer.write(escaped: url + PercentEncoding.path(cover.address))
      buffer.write("\" alt=\"")
      buffer.write(escaped: cover.text)
      buffer.write("\"></p>\n")
    }
    if !view.summary.isEmpty { paragraph(view.summary) }
    for piece in view.body {
      switch piece {
      case .html(let bytes): absolute(bytes)
      case .figure(let figure): text(figure.text)
      case .block(let block, _): self.block(block)
      }
    }
    let data = [view.asOfText, view.completeness].filter { !$0.isEmpty }
    if !data.isEmpty { paragraph(words.sentences([data.joined(separator: words[.comma])])) }
    if view.issueNumber == nil, !view.byline.isEmpty { paragraph(words[.sourceOf] + view.byline) }
  }

  // MARK: Parts

  mutating func text(_ text: String) { buffer.write(escaped: text) }

  mutating func tag(_ name: StaticString, _ fill: (inout FeedMarkup) -> Void) {
    buffer.write("<")
    buffer.write(name)
    buffer.write(">")
    fill(&self)
    buffer.write("</")
    buffer.write(name)
    buffer.write(">")
  }

  mutating func newline() { buffer.write("\n") }

  mutating func paragraph(_ text: String) {
    guard !text.isEmpty else { return }
    tag("p") { $0.text(text) }
    buffer.write("\n")
  }

  mutating func heading(_ title: String) {
    guard !title.isEmpty else { return }
    tag("h3") { $0.text(title) }
    buffer.write("\n")
  }

  mutating func link(_ link: LinkText) {
    guard let target = link.address, !target.isEmpty else { return text(link.text) }
    buffer.write("<a href=\"")
    buffer.write(escaped: url + PercentEncoding.path(target))
    buffer.write("\">")
    text(link.text)
    buffer.write("</a>")
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    tag("ul") { list in for item in items { list.tag("li") { $0.text(item) } } }
    buffer.write("\n")
  }

  // MARK: A writer's own HTML

  /// Markup with its links in full and without ids, which would clash with those of other entries.
  private mutating func absolute(_ html: [UInt8]) {
    var rest = html[...]
    var isInTag = false
    while let byte = rest.first {
      if isInTag, byte == 0x20, let (name, value, length) = Self.attribute(rest.dropFirst()) {
        rest = rest.dropFirst(1 + length)
        switch name {
        case "id", "loading": continue
        case "href", "src":
          buffer.write(byte: 0x20)
          buffer.write(string: name)
          buffer.write("=\"")
          buffer.write(string: full(String(decoding: value, as: UTF8.self)))
          buffer.write("\"")
        default:
          buffer.write(byte: 0x20)
          buffer.write(string: name)
          buffer.write("=\"")
          buffer.write(value)
          buffer.write("\"")
        }
        continue
      }
      if byte == 0x3C { isInTag = true } else if byte == 0x3E { isInTag = false }
      buffer.write(byte: byte)
      rest = rest.dropFirst()
    }
  }

  /// `name="value"`, which our own writers write so.
  private static func attribute(_ bytes: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>, length: Int)? {
    let name = bytes.prefix { (0x61...0x7A).contains($0) || $0 == 0x2D }
    guard !name.isEmpty, bytes[name.endIndex...].starts(with: [0x3D, 0x22]) else { return nil }
    let value = bytes[(name.endIndex + 2)...].prefix { $0 != 0x22 }
    guard value.endIndex < bytes.endIndex else { return nil }
    return (String(decoding: name, as: UTF8.self), value, name.count + 2 + value.count + 1)
  }

  /// An address of this page as one that holds anywhere.
  private func full(_ link: String) -> String {
    if link.hasPrefix("#") { return url + PercentEncoding.path(address) + link }
    let fragment = link.drop { $0 != "#" && $0 != "?" }
    guard let file = Addresses.file(link, from: address) else { return link }
    return url + PercentEncoding.path(file) + fragment
  }
}
