import Common

/// Elements of Atom (RFC 4287).
extension ByteBuffer {
  /// Begins a feed.
  ///
  /// - Parameters:
  ///   - page: The public address of what it is the feed of, which is its id too.
  ///   - address: The feed's own public address.
  mutating func beginFeed(
    _ title: String, language: String, of page: String, at address: String, subtitle: String? = nil
  ) {
    write(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
    write(xml: language)
    write("\">\n")
    element("title", title)
    if let subtitle { element("subtitle", subtitle) }
    element("id", page)
    link(page, rel: "alternate")
    link(address, rel: "self")
  }

  mutating func element(_ name: StaticString, _ text: String) {
    write("<")
    write(name)
    write(">")
    write(xml: text)
    write("</")
    write(name)
    write(">\n")
  }

  mutating func person(_ role: StaticString, _ name: String) {
    write("<")
    write(role)
    write("><name>")
    write(xml: name)
    write("</name></")
    write(role)
    write(">\n")
  }

  mutating func link(_ href: String, rel: StaticString) {
    write("<link rel=\"")
    write(rel)
    write("\" href=\"")
    write(xml: PercentEncoding.path(href))
    write("\"/>\n")
  }

  /// Writes text for XML 1.0, without the control characters that it has no way to write.
  mutating func write(xml text: some Sequence<UInt8>) {
    write(escaped: text.lazy.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A })
  }

  mutating func write(xml text: String) {
    write(xml: text.utf8)
  }
}
