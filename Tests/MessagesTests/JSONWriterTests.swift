import Common
import Testing

/// The writer stands in Common; it is tested with its first user.
@Suite struct JSONWriterTests {
  private func text(isForHTML: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(isForHTML: isForHTML)
    body(&writer)
    return String(decoding: writer.buffer.bytes, as: UTF8.self)
  }

  @Test func setsCommasBetweenValuesOnly() {
    let written = text { writer in
      writer.beginArray()
      writer.beginObject()
      writer.endObject()
      writer.beginObject()
      writer.key("a")
      writer.beginArray()
      writer.endArray()
      writer.member("b", ["x", "y"])
      writer.member("c", nil as Int?)
      writer.endObject()
      writer.bool(true)
      writer.null()
      writer.number(-3)
      writer.endArray()
    }
    #expect(written == #"[{},{"a":[],"b":["x","y"],"c":null},true,null,-3]"#)
  }

  @Test func escapesWhatJSONForbids() {
    let written = text { $0.string("\"\\\n\r\t\u{0}\u{1F}\u{7F}/中😀") }
    #expect(written == #""\"\\\n\r\t\u0000\u001F\u007F/中😀""#)
  }

  @Test func keepsATagClosedInsideHTML() {
    #expect(text(isForHTML: true) { $0.string("</script>") } == #""\u003C/script>""#)
    #expect(text { $0.string("</script>") } == #""</script>""#)
  }

  @Test func writesFractionsAsPlainDecimals() throws {
    let third = try #require(Rational(1, over: 3))
    #expect(text { $0.number(third) } == "0.333333")
    #expect(text { $0.number(third, atMost: 1) } == "0.3")
    #expect(text { $0.number(Rational(7)) } == "7")
  }

  @Test func appendsToTheBufferItIsGiven() {
    var buffer = ByteBuffer()
    buffer.write("x = ")
    var writer = JSONWriter(buffer: buffer)
    writer.null()
    #expect(writer.buffer.bytes == Array("x = null".utf8))
  }
}
