import Testing

/// What stands in a column marked `personal` is in nothing that the program writes or says.
@Suite struct PersonalDataTests {
  /// Each in a personal column: in good rows, refused ones, rows sent twice, ragged ones, a total, a footer.
  private static let secrets = ["13800138000", "王小明", "11010519491231002X", "13911112222", "李四光", "赵六一"]

  private static func site(onRefused: String) throws -> StarterSite {
    let site = try StarterSite()
    try Edit.replace(
      StarterSite.dataset, "fields:\n",
      with: """
        fields:
          - {name: owner, title: 户主, type: string, personal: true}
          - {name: phone, title: 联系电话, type: string, personal: true, constraints: {required: true}}
          - {name: id, title: 身份证号, type: integer, personal: true}

        """
    ).apply(to: site.folder)
    let rows = try #require(site.folder.text(StarterSite.data)).split(separator: "\n").map(String.init)
    var spoilt = [rows[0] + ",户主,联系电话,身份证号"]
    for (number, row) in rows.dropFirst().enumerated() {
      var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells += ["王小明", "13800138000", "11010519491231002X"]
      switch number {
      case 0: cells[2] = "30多"
      case 1: cells[0] = "无此社区"
      case 2: cells.remove(at: 1)
      case 3: cells.append("李四光")
      default: break
      }
      spoilt.append(cells.joined(separator: ","))
    }
    // Twice, with another phone and another number.
    let last = try #require(rows.last).split(separator: ",").map(String.init)
    spoilt.append(
      (last.prefix(3) + ["1"] + last.dropFirst(4) + ["赵六一", "13911112222", "1"]).joined(separator: ","))
    spoilt.append("填表人：李四光,联系电话：13911112222")
    try Edit.text(StarterSite.data, spoilt.joined(separator: "\n") + "\n").apply(to: site.folder)
    try Edit.append("content/site.yaml", "on_refused: \(onRefused)\n").apply(to: site.folder)
    return site
  }

  private static func expectNothing(in text: String, _ place: String) {
    for secret in secrets { #expect(!text.contains(secret), "\(secret) in \(place)") }
  }

  @Test(arguments: ["text", "json", "sarif"], ["zh-Hans", "en"])
  func noFindingQuotesIt(format: String, language: String) throws {
    let site = try Self.site(onRefused: "stop")
    let outcome = try site.run("check", "--format", format, "--language", language, "--report", "report")
    #expect(outcome.status == 1)
    Self.expectNothing(in: outcome.output, "output")
    Self.expectNothing(in: outcome.errors, "errors")
    for (name, bytes) in site.folder.tree("report") {
      Self.expectNothing(in: String(decoding: bytes, as: UTF8.self), name)
    }
    #expect(outcome.output.contains("tables.key-twice") || outcome.errors.contains("tables.key-twice"))
  }

  @Test func noPageFileOrExplanationHoldsIt() throws {
    let site = try Self.site(onRefused: "leave_out")
    // Two rows of one key are an error whatever becomes of refused rows.
    let rows = try #require(site.folder.text(StarterSite.data)).split(separator: "\n")
    try Edit.text(StarterSite.data, rows.filter { !$0.contains("赵六一") }.joined(separator: "\n") + "\n").apply(
      to: site.folder)
    let rest = rows.filter {
      !$0.contains("赵六一") && $0.split(separator: ",").count == rows[0].split(separator: ",").count
    }
    try Edit.text(StarterSite.data, rest.joined(separator: "\n") + "\n").apply(to: site.folder)
    let built = try site.run("build")
    #expect(built.status == 0, "\(built.errors)")
    Self.expectNothing(in: built.output + built.errors, "build")
    let output = site.output
    #expect(
      output.keys.contains { $0.contains("/api/") } && output.keys.contains { $0.hasSuffix("figures.csv") })
    for (name, bytes) in output {
      Self.expectNothing(in: String(decoding: bytes, as: UTF8.self), name)
      Self.expectNothing(in: name, "a file's name")
    }
    for arguments in [["--format", "json"], []] {
      let told = try Program.run(["explain", "排查覆盖率", "--region", "东风社区"] + arguments, in: site.folder)
      #expect(told.status == 0, "\(told.errors)")
      Self.expectNothing(in: told.output + told.errors, "explain")
    }
  }
}
