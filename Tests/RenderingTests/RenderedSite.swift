import Common
import Pages
import Reading
import Templates
import Testing

@testable import Rendering

/// The sample site rendered with a theme of a few lines, so that what is compared is ours and not the theme's.
struct RenderedSite {
  let plan: SitePlan
  let files: [String: [UInt8]]
  /// In the order they were made.
  let addresses: [String]

  init(
    _ sample: SampleSite, adding: [(path: String, text: String)] = [],
    templates: [String: String] = TinyTheme.templates
  ) throws {
    let fields = FieldSet()
    var findings = Findings()
    let theme = try #require(TinyTheme.load(templates, fields: fields, findings: &findings))
    #expect(findings.items.isEmpty)
    try self.init(sample, adding: adding, theme: theme, fields: fields)
  }

  init(
    _ sample: SampleSite, adding: [(path: String, text: String)] = [], theme: Theme, fields: FieldSet
  ) throws {
    plan = try sample.plan(adding: adding).plan
    let renderer = SiteRenderer(
      plan: plan, theme: theme, fields: fields, staticFiles: [(address: "static/a.txt", bytes: [0x61])])
    var files: [String: [UInt8]] = [:]
    var addresses: [String] = []
    for number in renderer.items.indices {
      renderer.make(number) { address, fill in
        var buffer = ByteBuffer()
        fill(&buffer)
        files[address] = buffer.bytes
        addresses.append(address)
      }
    }
    self.files = files
    self.addresses = addresses
  }

  func text(_ address: String) throws -> String {
    String(decoding: try #require(files[address]), as: UTF8.self)
  }
}
