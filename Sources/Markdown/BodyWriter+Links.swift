import Common
import CommonMark

extension BodyWriter {
  mutating func enterLink(_ event: borrowing MarkdownEvent) {
    openCell()
    linkDepth += 1
    table?.depth += 1
    let place = source.location(of: event)
    let title = address(event.title, at: place)
    guard let target = checked(event.url, isImage: false, at: place) else {
      linkHasTag = false
      return
    }
    linkHasTag = true
    output.write("<a href=\"")
    let isPage = target.isInternal && options.hasSite
    output.write(address: isPage ? LinkTarget.published(target.address) : target.address)
    output.write("\"")
    writeTitle(title)
    if target.isExternal, options.hasSite { output.write(" rel=\"noopener\"") }
    output.write(">")
  }

  mutating func leaveLink() {
    table?.depth -= 1
    linkDepth -= 1
    if linkHasTag { output.write("</a>") }
  }

  mutating func image(_ event: borrowing MarkdownEvent) {
    imageDepth = 1
    let place = source.location(of: event)
    let alternative = PlainText(inside: event, source: source)
    for figure in alternative.figures {
      findings.add(
        Diagnostic(.markdownFigureInAlternativeText, at: source.source.location(at: figure.range.lowerBound)))
    }
    willPrint(nil)
    lastPrinted = nil
    let title = address(event.title, at: place)
    guard let target = checked(event.url, isImage: true, at: place) else {
      output.write(escaped: alternative.bytes)
      return
    }
    output.write("<img src=\"")
    output.write(address: target.address)
    output.write("\" alt=\"")
    output.write(escaped: alternative.bytes)
    output.write("\"")
    if paragraph.isFigure {
      paragraph.figureCaption = title.isEmpty ? alternative.bytes : title
    } else {
      writeTitle(title)
    }
    if target.isInternal, let size = imageSize(String(decoding: target.address, as: UTF8.self)) {
      output.write(string: " width=\"\(size.width)\" height=\"\(size.height)\"")
    }
    output.write(options.hasSite ? " loading=\"lazy\" />" : " />")
  }

  private mutating func writeTitle(_ title: [UInt8]) {
    guard !title.isEmpty else { return }
    output.write(" title=\"")
    output.write(escaped: title)
    output.write("\"")
  }

  private struct Checked {
    var address: [UInt8]
    var isInternal: Bool
    var isExternal: Bool
  }

  /// The address, collected if it is on this site; `nil` after a finding when it is refused.
  private mutating func checked(_ url: [UInt8], isImage: Bool, at place: Location) -> Checked? {
    let address = address(url, at: place)
    let target = LinkTarget(address)
    if case .dangerous(let scheme) = target {
      findings.add(Diagnostic(.markdownDangerousAddress, at: place, ["scheme": scheme]))
      return nil
    }
    if target == .internal {
      links.append(
        InternalLink(target: String(decoding: address, as: UTF8.self), isImage: isImage, location: place))
    }
    return Checked(address: address, isInternal: target == .internal, isExternal: target == .external)
  }

  /// An address or a title as written; a figure in it is a finding, for only text is filled.
  private mutating func address(_ bytes: [UInt8], at place: Location) -> [UInt8] {
    let restored = source.restored(bytes, isLiteral: false)
    if let figure = restored.figure {
      findings.add(
        Diagnostic(.markdownFigureInAddress, at: source.source.location(at: figure.range.lowerBound)))
    }
    return restored.bytes
  }
}

extension PreparedSource {
  /// The place of a link, an image or raw HTML.
  ///
  /// libcmark 0.30.2 does not count stripped indentation, gives a link over two lines its last line, and an
  /// autolink a column too far. So its opening is looked for on the line where its content begins.
  func location(of event: borrowing MarkdownEvent) -> Location {
    let content = event.contentStart
    if event.kind == .link, let content {
      let bracket = offset(line: content.line) + content.column - 2
      if bytes.indices.contains(bracket), bytes[bracket] == 0x3C { return location(at: bracket) }
    }
    let opening: [UInt8] =
      switch event.kind {
      case .image: [0x21, 0x5B]
      case .link: [0x5B]
      default: [0x3C]
      }
    let line = line(content?.line ?? event.line)
    let wanted = line.startIndex + event.column - 1
    for distance in 0...Self.reach {
      for index in [wanted - distance, wanted + distance]
      where line.indices.contains(index) && line[index...].starts(with: opening) {
        return location(at: index)
      }
    }
    return location(line: event.line, column: event.column)
  }

  /// How far from its column an opening is looked for: more than any indentation.
  private static let reach = 200
}
