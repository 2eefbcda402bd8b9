import Common
import Testing

@testable import Templates

@Suite struct TemplateRenderTests {
  struct CrumbFields {
    let schema: Schema
    let title: TextSlot

    init() {
      var fields = SchemaBuilder("crumb")
      title = fields.text("title")
      schema = fields.schema
    }
  }

  struct PageFields {
    let schema: Schema
    let crumb = CrumbFields()
    let title: TextSlot
    let body: HTMLSlot
    let isDraft: FlagSlot
    let tags: TextsSlot
    let cover: RecordSlot
    let crumbs: ListSlot

    init() {
      var fields = SchemaBuilder("page")
      title = fields.text("title")
      body = fields.html("body")
      isDraft = fields.flag("isDraft")
      tags = fields.texts("tags")
      cover = fields.record("cover", crumb.schema)
      crumbs = fields.list("crumbs", crumb.schema)
      schema = fields.schema
    }
  }

  static let source = """
    <h1>{{title}}</h1>{{#isDraft}}(draft){{/isDraft}}
    {{#cover}}[{{title}}]{{/cover}}{{^cover}}no cover{{/cover}} {{cover.title}}
    {{#crumbs}}{{title}} &gt; {{/crumbs}}{{#tags}}#{{.}} {{/tags}}
    {{body}}
    """

  @Test func fillsThroughSlots() throws {
    let fields = PageFields()
    let template = try #require(Bench.compile(Self.source, fields.schema).template)
    var crumb = Record(fields.crumb.schema)
    crumb.set(fields.crumb.title, "丰台区")
    var page = Record(fields.schema)
    #expect(Bench.fill(template, page) == "<h1></h1>\nno cover \n\n")
    page.set(fields.title, Array("简报 & 统计".utf8))
    page.set(fields.body, Array("<p>正文</p>".utf8))
    page.set(fields.isDraft, true)
    page.set(fields.tags, ["防疫", "复工"])
    page.set(fields.cover, crumb)
    page.set(fields.crumbs, [crumb, crumb])
    #expect(
      Bench.fill(template, page) == """
        <h1>简报 &amp; 统计</h1>(draft)
        [丰台区] 丰台区
        丰台区 &gt; 丰台区 &gt; #防疫 #复工 
        <p>正文</p>
        """)
  }

  @Test func writesTheSameBytesEachTime() throws {
    let fields = PageFields()
    let first = try #require(Bench.compile(Self.source, fields.schema).template)
    let second = try #require(Bench.compile(Self.source, fields.schema).template)
    #expect(first.operations == second.operations)
    #expect(first.literals == second.literals)
    var page = Record(fields.schema)
    page.set(fields.title, "<一>")
    var buffer = ByteBuffer()
    first.render(page, into: &buffer)
    let once = buffer.bytes
    buffer.removeAll()
    second.render(page, into: &buffer)
    #expect(buffer.bytes == once)
    first.render(page, into: &buffer)
    #expect(buffer.bytes == once + once)
  }

  @Test func refusesValuesThatDoNotFitTheSchema() {
    let schema = Schema("page", [.text("title"), .flag("draft")])
    #expect(Record(schema, values: [.string("a"), .flag(true)]) != nil)
    #expect(Record(schema, values: [.string("a")]) == nil)
    #expect(Record(schema, values: [.string("a"), .string("b")]) == nil)
    #expect(Record(schema, values: [.html([]), .flag(true)]) == nil)
    let outer = Schema("outer", [.list("pages", schema)])
    #expect(Record(outer, values: [.list([Record(outer)])]) == nil)
  }

  @Test func joinsLiteralsAcrossPartialsAndCheckedAddresses() throws {
    let template = try #require(
      Bench.compile(
        "<a href=\"a\">{{>p}}</a>\n{{! }}\n{{t.w}}", Schema("page", []), partials: ["p": "<i>\n"],
        words: ["w": "<"]
      ).template)
    #expect(template.operations == [.literal(start: 0, count: UInt32(template.literals.count))])
    #expect(Bench.fill(template, Record(Schema("page", []))) == "<a href=\"a\"><i>\n</a>\n&lt;")
  }
}
