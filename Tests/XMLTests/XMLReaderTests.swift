import Testing

@testable import XML

@Suite struct XMLReaderTests {
  /// Reads bytes by chunks; behind the last one comes `end`.
  private func read(
    _ bytes: [UInt8], chunk: Int = 4096, end: Int = 0, _ body: (inout XMLReader) throws(XMLError) -> Void
  ) throws(XMLError) {
    var at = 0
    try XMLReader.read(
      from: { buffer in
        let count = min(chunk, buffer.count, bytes.count - at)
        if count == 0 { return end }
        buffer.copyBytes(from: bytes[at..<(at + count)])
        at += count
        return count
      }, body)
  }

  /// `<a x=1>`, `text`, `/a` of each event.
  private func events(_ text: String, chunk: Int = 4096) -> Result<[String], XMLError> {
    var events: [String] = []
    do throws(XMLError) {
      try read(Array(text.utf8), chunk: chunk) { reader throws(XMLError) in
        while let event = try reader.next() { events.append(Self.described(event, &reader)) }
      }
    } catch {
      return .failure(error)
    }
    return .success(events)
  }

  private static func described(_ event: XMLEvent, _ reader: inout XMLReader) -> String {
    switch event {
    case .start:
      var text = "<" + (reader.isNamed("a") ? "a" : reader.isNamed("b") ? "b" : "?")
      reader.forEachAttribute { name, value in
        text += (name == "x" ? " x=" : " ?=") + String(decoding: value, as: UTF8.self)
      }
      return text + ">"
    case .end: return "/" + (reader.isNamed("a") ? "a" : reader.isNamed("b") ? "b" : "?")
    case .text:
      var bytes: [UInt8] = []
      reader.appendText(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test func walksOverElementsAttributesAndText() throws {
    let found = try events("<?xml version=\"1.0\"?><a x=\"1\" y=\"二\"><!-- no --><b/>文<b> </b></a>", chunk: 5)
      .get()
    #expect(found == ["<a x=1 ?=二>", "<b>", "/b", "文", "<b>", " ", "/b", "/a"])
  }

  @Test func comparesNamesWithoutPrefixes() throws {
    let text = "<n:a xmlns:n=\"urn:n\" n:x=\"1\"><ab/></n:a>"
    #expect(try events(text).get().filter { !$0.contains("urn") } == ["<?>", "/?", "/a"])
  }

  @Test func givesTheFiveEntitiesCharacterReferencesAndCDATA() throws {
    let found = try events("<a x=\"&lt;&#x4E2D;\">&amp;&quot;&apos;&gt;&#20013;<![CDATA[<b>]]></a>").get()
    #expect(found.first == "<a x=<中>")
    #expect(found.dropFirst().dropLast().joined() == "&\"'>中<b>")
  }

  @Test func readsUTF16() throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>文</a>"
    let units = [0xFEFF] + Array(text.utf16)
    var found: [UInt8] = []
    try read(units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }) { reader throws(XMLError) in
      while let event = try reader.next() { if event == .text { reader.appendText(to: &found) } }
    }
    #expect(String(decoding: found, as: UTF8.self) == "文")
  }

  @Test func findsADocumentTypeInUTF16AndNoOtherEncoding() {
    let units = [0xFEFF] + Array("<!DOCTYPE a><a/>".utf16)
    #expect(throws: XMLError.documentType) {
      try read(units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }) { reader throws(XMLError) in
        while try reader.next() != nil {}
      }
    }
    // `<?xml version="1.0"?><a/>` in IBM037.
    let mainframe: [UInt8] = [
      0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E, 0x7F, 0xF1, 0x4B,
      0xF0, 0x7F, 0x6F, 0x6E, 0x4C, 0x81, 0x61, 0x6E,
    ]
    #expect(throws: XMLError.self) {
      try read(mainframe) { reader throws(XMLError) in while try reader.next() != nil {} }
    }
  }

  @Test func refusesADocumentType() throws {
    let laughs = """
      <!DOCTYPE a [<!ENTITY l0 "ha"><!ENTITY l1 "&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;&l0;">
      <!ENTITY l2 "&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;&l1;"><!ENTITY l3 "&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;&l2;">
      <!ENTITY l4 "&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;&l3;"><!ENTITY l5 "&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;&l4;">
      <!ENTITY l6 "&l5;&l5;&l5;&l5;&l5;&l5;&l5;&l5;&l5;&l5;"><!ENTITY l7 "&l6;&l6;&l6;&l6;&l6;&l6;&l6;&l6;&l6;&l6;">
      <!ENTITY l8 "&l7;&l7;&l7;&l7;&l7;&l7;&l7;&l7;&l7;&l7;"><!ENTITY l9 "&l8;&l8;&l8;&l8;&l8;&l8;&l8;&l8;&l8;&l8;">]>
      """
    for text in [
      "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
      "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>", laughs + "<a>&l9;</a>",
      laughs + "<a x=\"&l9;\"/>",
    ] {
      for chunk in [1, 5, 4096] { #expect(events(text, chunk: chunk) == .failure(.documentType)) }
    }
    #expect(try events("<a>&lt;!DOCTYPE a></a>").get().count > 2)
  }

  @Test(arguments: [
    "", "text", "<a>", "<a></b>", "<a x='1' x='2'/>", "<a>&nbsp;</a>", "<a>\u{1}</a>", "<a/><b/>", "<a x=1/>",
  ])
  func refusesWhatIsNotWellFormed(text: String) {
    guard case .failure(.malformed) = events(text) else {
      Issue.record("\(events(text))")
      return
    }
  }

  @Test func refusesEndlessDepth() {
    guard case .failure(.malformed) = events(String(repeating: "<a>", count: 100_000)) else {
      Issue.record("read")
      return
    }
  }

  @Test func endsWhereItsSourceBreaks() {
    #expect(throws: XMLError.self) {
      try read(Array("<a><b>".utf8), end: -1) { reader throws(XMLError) in
        while try reader.next() != nil {}
      }
    }
  }

  @Test func skipsAnElementWithAllItHolds() throws {
    var text: [UInt8] = []
    try read(Array("<a><b><a>1</a><b/></b>2</a>".utf8)) { reader throws(XMLError) in
      while let event = try reader.next() {
        if event == .start, reader.isNamed("b") { try reader.skip() }
        if event == .text { reader.appendText(to: &text) }
      }
    }
    #expect(text == [0x32])
  }
}
