import Testing

/// Public figures by day with country, province and city rows together, as they were published, with all that is wrong in them:
/// `Tests/Sites/epidemic`. What the site prints is held against the files, read here in the plainest way.
@Suite struct EpidemicSiteTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let days = ["2020-02-18", "2020-02-19", "2020-02-20", "2020-02-21"]

  private struct Built {
    let folder: Folder
    let outcome: Program.Outcome

    func figures(_ indicator: String) throws -> [String: [String: Substring]] {
      let text = try #require(folder.text("public/data/figures.csv"))
      var result: [String: [String: Substring]] = [:]
      for line in text.split(separator: "\n") {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        if cells[0] == indicator { result[String(cells[1]), default: [:]][String(cells[2])] = cells[5] }
      }
      return result
    }
  }

  private static func site() -> Folder {
    let folder = Folder()
    for (file, bytes) in Folder(root).tree("Tests/Sites/epidemic") {
      folder.write("content/" + file.dropFirst("Tests/Sites/epidemic/".count), bytes)
    }
    return folder
  }

  private static func build(_ folder: Folder = site()) throws -> Built {
    let outcome = try Program.run(["build", "--theme", root + "/themes/jianbao"], in: folder)
    return Built(folder: folder, outcome: outcome)
  }

  private struct Row {
    var day: String
    var country: String
    var province: String
    var city: String
    var cityCode: String
    var confirmed: Int
    var dead: Int
  }

  private static func rows(of folder: Folder) throws -> [Row] {
    try days.flatMap { day in
      try #require(folder.text("content/data/epidemic/\(day).csv")).split(separator: "\n").dropFirst().map {
        line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Row(
          day: cells[0], country: cells[2], province: cells[4], city: cells[5], cityCode: cells[6],
          confirmed: try #require(Int(cells[7])), dead: try #require(Int(cells[10])))
      }
    }
  }

  @Test func printsWhatEachPlaceReportedItself() throws {
    let built = try Self.build()
    #expect(built.outcome.status == 0, "\(built.outcome.errors)")
    let (confirmed, dead) = (try built.figures("confirmed"), try built.figures("dead"))
    var compared = 0
    for row in try Self.rows(of: built.folder) where row.country == "CN" && row.city != "省十里丰监狱" {
      // A city with a code, a province, the country; 衢州市 has the prison's too.
      guard row.city.isEmpty || !row.cityCode.isEmpty, row.cityCode != "330800" else { continue }
      let code = row.cityCode.isEmpty ? (row.province.isEmpty ? "CN" : row.province) : row.cityCode
      #expect(confirmed[code]?[row.day] == "\(row.confirmed)", "\(row)")
      #expect(dead[code]?[row.day] == "\(row.dead)", "\(row)")
      compared += 1
    }
    #expect(compared == 4 * (1 + 4 + 16 + 11 + 10 + 17))
  }

  @Test func addsUpBesideItWhatTheCitiesReported() throws {
    let built = try Self.build()
    let below = try built.figures("confirmed_below")
    let own = try built.figures("confirmed")
    let rows = try Self.rows(of: built.folder).filter { $0.country == "CN" }
    for day in Self.days {
      var country = 0
      for province in ["110000", "220000", "330000", "420000"] {
        let parts = rows.filter { row in
          row.day == day && row.province == province && !row.city.isEmpty
            && (row.city != "未公布来源" || province == "110000")
        }
        let sum = parts.reduce(0) { $0 + $1.confirmed }
        country += sum
        #expect(below[province]?[day] == "\(sum)", "\(province) \(day)")
      }
      #expect(below["CN"]?[day] == "\(country)")
    }
    // 吉林: 公主岭市 and 梅河口市 report beside the cities that they belong to, and the sum is right.
    #expect(below["220000"]?["2020-02-21"] == "91" && own["220000"]?["2020-02-21"] == "91")
    #expect(below["420000"] != own["420000"])
  }

  @Test(arguments: [
    "衢州市的「确诊」是累计数，却从 2020-02-20 的 21 降到 2020-02-21 的 14",
    "荆门市的「确诊」是累计数，却从 2020-02-19 的 901 降到 2020-02-20 的 794",
    "浙江省本级的「确诊」是 1215，下面 11 处相加是 1175，差 40",
    "「省十里丰监狱」的 1 行按声明里的 places 计入「衢州市」",
    "「北京市/未公布来源」的 4 行按声明里的 places 计入「外地来京」",
    "「未公布来源」的 8 行按声明里的 places 没有计入",
    "按声明里的 where 略过了 8 行",
  ])
  func saysWhatIsWrong(words: String) throws {
    #expect(try Self.build().outcome.errors.contains(words))
  }

  @Test func namesThePlacesThatNoRuleIsFor() throws {
    let folder = Self.site()
    try Edit.replace("content/datasets/epidemic.yaml", "  省十里丰监狱: 衢州市\n", with: "").apply(to: folder)
    let built = try Self.build(folder)
    #expect(built.outcome.status == 1)
    #expect(built.outcome.errors.contains("2020-02-21.csv:38:6: 错误: 「市」：没有叫「省十里丰监狱」的地方"))
    #expect(built.outcome.errors.contains("places"))
  }

  @Test func showsTheWayOutForACityBelowACity() throws {
    let folder = Self.site()
    try Edit.replace("content/regions.csv", "公主岭市,220000,city", with: "公主岭市,220300,city").apply(to: folder)
    let same = try Self.build(folder)
    #expect(same.outcome.errors.contains("把 parent 改成「四平市」的上级"))
    let lower = Self.site()
    try Edit.replace("content/site.yaml", "市}\n", with: "市}\n  - {id: county, title: 县}\n").apply(to: lower)
    try Edit.replace("content/regions.csv", "公主岭市,220000,city", with: "公主岭市,220300,county").apply(to: lower)
    let refused = try Self.build(lower)
    #expect(
      refused.outcome.errors.contains("「公主岭市」低于这个数据集的级别（市）")
        || refused.outcome.errors.contains("「220381」低于这个数据集的级别（市）"))
    try Edit.replace("content/datasets/epidemic.yaml", "places:\n", with: "places:\n  公主岭市: 四平市\n").apply(
      to: lower)
    let mapped = try Self.build(lower)
    #expect(mapped.outcome.status == 0, "\(mapped.outcome.errors)")
    #expect(try mapped.figures("confirmed")["220300"]?["2020-02-21"] == "21")
    #expect(try mapped.figures("confirmed_below")["220000"]?["2020-02-21"] == "91")
  }
}

/// Public figures reported several times a day, the newest first, with a province's numbers beside those of each of its cities:
/// `Tests/Sites/areas`.
@Suite struct AreasSiteTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private func build() throws -> (outcome: Program.Outcome, figures: Set<String>) {
    let folder = Folder()
    for (file, bytes) in Folder(Self.root).tree("Tests/Sites/areas") {
      folder.write("content/" + file.dropFirst("Tests/Sites/areas/".count), bytes)
    }
    let outcome = try Program.run(["build", "--theme", Self.root + "/themes/jianbao"], in: folder)
    let lines = try #require(folder.text("public/data/figures.csv")).split(separator: "\n").map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return [cells[0], cells[1], cells[2], cells[5]].joined(separator: " ")
    }
    return (outcome, Set(lines))
  }

  @Test func takesTheLastReportOfADayOfEachPlace() throws {
    let (outcome, figures) = try build()
    #expect(outcome.status == 0, "\(outcome.errors)")
    // Of the country and of the provinces what they reported last, of the cities the sums.
    for line in [
      "confirmed CN 2020-02-09 37251", "confirmed 310000 2020-02-09 293", "confirmed 310000 2020-02-08 286",
      "confirmed 420000 2020-02-08 27013", "confirmed 620000 2020-02-08 79",
      "confirmed_below 310000 2020-02-09 153",
      "confirmed_below 420000 2020-02-09 17589", "confirmed_below 310115 2020-02-08 54",
      "confirmed_below CN 2020-02-09 17775",
    ] {
      #expect(figures.contains(line), "\(line)")
    }
  }

  @Test func saysWhatItDidAndWhatIsWrong() throws {
    let errors = try build().outcome.errors
    for words in [
      "这个文件重报了 2 行，以它为准", "这个文件有 5 行与其中别的行完全相同，只计一次", "「待明确地区」的 1 行按声明里的 places 没有计入",
      "兰州市的「市确诊」是累计数，却从 2020-02-08 的 34 降到 2020-02-09 的 33", "本级上报 37251，下级合计 27472",
    ] {
      #expect(errors.contains(words), "\(words)")
    }
    #expect(!errors.contains("没有读取"))
  }
}
