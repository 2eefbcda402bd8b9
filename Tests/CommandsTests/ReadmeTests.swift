import Testing

/// The README's five minutes, as a reader types them.
@Suite struct ReadmeTests {
  /// The fenced blocks of the README in one language, in order.
  private static func blocks(_ language: String) throws -> [String] {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let readme = try #require(Folder(root).text("README.md"))
    var blocks: [String] = []
    var block: [Substring]?
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = block, line == "```" {
        blocks.append(lines.joined(separator: "\n") + "\n")
        block = nil
      } else if block != nil {
        block?.append(line)
      } else if line == "```" + language {
        block = []
      }
    }
    return blocks
  }

  @Test func leadsToAStoryWithABoundFigure() throws {
    let yaml = try Self.blocks("yaml")
    let csv = try Self.blocks("csv")
    let markdown = try Self.blocks("markdown")
    try #require(yaml.count == 2 && csv.count == 1 && markdown.count == 1)
    let site = try StarterSite()
    for (file, text) in [
      ("content/datasets/volunteers.yaml", yaml[0]), ("content/data/volunteers/2020-02.csv", csv[0]),
      ("content/indicators/volunteers.yaml", yaml[1]), ("content/stories/night-shift.md", markdown[0]),
    ] {
      try Edit.text(file, text).apply(to: site.folder)
    }
    let outcome = try site.run("build")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try #require(site.folder.text("public/stories/night-shift.html"))
    // 42 volunteers for 1,200 households.
    #expect(page.contains("35.0人"))
    #expect(site.folder.text("public/indicators/volunteers_per_1000.html") != nil)
  }
}
