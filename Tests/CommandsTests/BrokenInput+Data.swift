extension BrokenInput {
  /// What goes wrong in the tables that staff drop in.
  static let data: [BrokenInput] = {
    let data = StarterSite.data
    return [
      BrokenInput(
        "a required column has another heading", .replace(data, "应排查户数", with: "应排查户"),
        finds: ["\(data):1:3 tables.required-column-missing"], says: ["「应排查户数」", "最接近：应排查户"]),
      BrokenInput(
        "the column of places is missing", .replace(data, "社区,", with: "地,"),
        finds: ["\(data):1:1 tables.required-column-missing"], says: ["「社区」"]),
      BrokenInput(
        "words stand where a number should", .replace(data, "1050", with: "一千多户吧"),
        finds: ["\(data):2:4 reading.not-a-number"], says: ["「已排查户数」", "「一千多户吧」"]),
      BrokenInput(
        "decimals stand where a whole number should", .replace(data, "1050", with: "10.5"),
        finds: ["\(data):2:4 reading.not-an-integer"], says: ["「10.5」"]),
      BrokenInput(
        "a number is below its minimum", .replace(data, "1050", with: "-5"),
        finds: ["\(data):2:4 tables.below-minimum"], says: ["-5"]),
      BrokenInput(
        "a required cell is empty", .replace(data, "1200,1050", with: ",1050"),
        finds: ["\(data):2:3 tables.cell-empty"], says: ["「应排查户数」"]),
      BrokenInput(
        "a required cell says that nothing was reported", .replace(data, "1200,1050", with: "未报,1050"),
        finds: ["\(data):2:3 tables.value-missing"], says: ["「未报」"]),
      BrokenInput(
        "a place does not exist", .replace(data, "南湖社区", with: "南胡社区"),
        finds: ["\(data):4:1 tables.unknown-place"], says: ["「南胡社区」", "最接近：南湖社区"]),
      BrokenInput(
        "a row stands twice with different values", .append(data, "东风社区,2020-02-14,1200,1145\n"),
        finds: ["\(data):8:1 tables.key-twice"], says: ["东风社区", "\(data):5:1"]),
      BrokenInput(
        "a day does not exist", .replace(data, "2020-02-13", with: "2020-02-30"),
        finds: ["\(data):2:2 reading.no-such-day"], says: ["「2020-02-30」"]),
      BrokenInput(
        "a day lies outside the period", .replace(data, "2020-02-13", with: "2019-02-13"),
        .append("content/site.yaml", "period: {from: 2020-02-01, to: 2020-03-01}\n"),
        finds: ["\(data):2:2 tables.date-outside-period"], says: ["2019-02-13"]),
      BrokenInput("a file is empty", .text(data, ""), finds: ["\(data) reading.empty-file"]),
      BrokenInput(
        "a file is no text", .write(data, (0...255).map { UInt8($0) }),
        finds: ["\(data):1:1 reading.binary-file"]),
      BrokenInput(
        "a file is a spreadsheet by another name",
        .write(data, [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 60)),
        finds: ["\(data) reading.spreadsheet-by-another-name"]),
      BrokenInput(
        "a file is a spreadsheet", .text("content/data/screening/二月.xlsx", "x"),
        finds: ["content/data/screening/二月.xlsx tables.not-a-workbook"], says: ["「二月.xlsx」"]),
      BrokenInput(
        "a row is too long", .replace(data, "1200,1050", with: "1200,1050,3"),
        finds: ["\(data):2:5 tables.row-too-long"], says: ["5 格", "4 格"]),
      BrokenInput(
        "a row is too short", .replace(data, ",1200,1050", with: ",1200"),
        finds: ["\(data):2:4 tables.row-too-short"], says: ["3 格"]),
      BrokenInput(
        "a quotation mark is not closed", .replace(data, "西苑社区,2020-02-13", with: "\"西苑社区,2020-02-13"),
        finds: ["\(data):3:1 reading.unclosed-quote"]),
      BrokenInput(
        // 社区, and bytes that no encoding has
        "a file is in no encoding", .write(data, [0xC9, 0xE7, 0xC7, 0xF8, 0x2C, 0xFF, 0xFF, 0x0A]),
        finds: ["\(data):1:2 reading.table-not-decodable"], says: ["CSV UTF-8", "5"]),
      BrokenInput(
        "more was done than was due", .replace(data, "1200,1050", with: "1200,1250"),
        finds: ["\(data):2:4 tables.over-other-field"], says: ["1250", "1200"]),
      BrokenInput(
        "the total is not the sum", .append(data, "合计,2020-02-14,3680,3500\n"),
        finds: ["\(data):8:4 tables.wrong-total"], says: ["3500", "3514"]),
      BrokenInput(
        "a cumulative number falls", .replace(data, "1144", with: "1044"),
        .replace(
          StarterSite.dataset, "checks:\n", with: "checks:\n  - {field: households_done, never_falls: true}\n"
        ),
        finds: ["\(data):5:4 tables.cumulative-falls"], says: ["东风社区", "1050", "1044"]),
    ]
  }()
}
