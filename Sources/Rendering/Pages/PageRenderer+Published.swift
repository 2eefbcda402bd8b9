import Common
import Pages

extension PageRenderer {
  /// A bulletin's page to the byte as it was published, with a note where its main part begins.
  ///
  /// A page without a `<main>` gets the note behind `<body>`; one that has neither stays as it is.
  func write(
    _ bulletin: PublishedBulletin, note: PublishedNote, at address: String, into buffer: inout ByteBuffer
  ) {
    let page = bulletin.page
    guard let place = Self.end(of: "<main", in: page) ?? Self.end(of: "<body", in: page) else {
      return buffer.write(page)
    }
    let blocks = BlockRenderer(
      fields: fields, templates: templates, words: words, address: address, root: Addresses.up(from: address))
    buffer.write(page[..<place])
    blocks.note(note, into: &buffer)
    buffer.write(page[place...])
  }

  /// The place behind the first start tag of a name.
  private static func end(of tag: String, in page: [UInt8]) -> Int? {
    guard let found = page.firstRange(of: Array(tag.utf8)) else { return nil }
    return page[found.upperBound...].firstIndex(of: 0x3E).map { $0 + 1 }
  }
}
