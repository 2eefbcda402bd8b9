import Testing

/// The starter site, some of whose sources hold persons, beside its archive.
enum ArchivedSite {
  /// What must be nowhere in a release.
  static let secrets = ["张三", "李四", "王五", "13800138000", "13911112222", "家住三号楼"]

  private static let files: [(String, String)] = [
    (
      "data/visitors/扫码.csv",
      """
      填报人：王五 13911112222
      社区,日期,姓名,电话,事由,备注
      东风社区,2020-02-13,张三,13800138000,送货,家住三号楼
      东风社区,2020-02-14,张三,13800138000,送货,
      西苑社区,2020-02-14,李四,13911112222,探亲,

      """
    ),
    (
      "datasets/visitors.yaml",
      """
      name: visitors
      title: 访客登记
      files: data/visitors/*.csv
      region: community
      date: date
      key: [community, date, phone]
      level: community
      absent: 0
      fields:
        - {name: community, title: 社区, type: region}
        - {name: date, title: 日期, type: date}
        - {name: name, title: 姓名, type: string, personal: true, constraints: {required: true}}
        - {name: phone, title: 电话, type: string, personal: true}
        - {name: purpose, title: 事由, type: string}

      """
    ),
    (
      "indicators/visitors.yaml",
      """
      visits: {title: 访客人次, count: visitors}
      visitor_count: {title: 访客人数, count_distinct: visitors.phone}

      """
    ),
    (
      "data/help/帮办.json",
      """
      [{"社区": "东风社区", "日期": "2020-02-14", "代买": 3, "经手人": "李四"},
       {"社区": "西苑社区", "日期": "2020-02-14", "代买": 2, "经手人": "李四"}]

      """
    ),
    (
      "datasets/help.yaml",
      """
      name: help
      title: 帮办日报
      files: data/help/*.json
      region: community
      date: date
      key: [community, date]
      level: community
      fields:
        - {name: community, title: 社区, type: region}
        - {name: date, title: 日期, type: date}
        - {name: errands, title: 代买, type: integer}

      """
    ),
    (
      "datasets/calls.yaml",
      """
      name: calls
      title: 来电日报
      command: [cat, ../calls.csv]
      region: community
      date: date
      key: [community, date]
      level: community
      fields:
        - {name: community, title: 社区, type: region}
        - {name: date, title: 日期, type: date}
        - {name: calls, title: 来电, type: integer}

      """
    ),
    (
      "indicators/more.yaml",
      """
      errands: {title: 代买件数, sum: help.errands}
      calls: {title: 来电个数, sum: calls.calls}

      """
    ),
    ("stories/草稿.md", "---\ntitle: 还没写完\ndraft: true\n---\n\n家住三号楼的老人。\n"),
  ]

  static func make() throws -> StarterSite {
    let site = try StarterSite()
    for (file, text) in files { site.folder.write("content/" + file, Array(text.utf8)) }
    site.folder.write("calls.csv", Array("社区,日期,来电,接线员\n东风社区,2020-02-14,7,李四\n".utf8))
    return site
  }

  /// Changes the newest row of the starter site's own table.
  static func correct(_ site: StarterSite, to number: Int) throws {
    let bytes = try #require(site.folder.text(StarterSite.data))
    var lines = bytes.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.lastIndex { $0.contains("2020-02-14") })
    var cells = lines[row].split(separator: ",")
    cells[3] = "\(number)"
    lines[row] = cells.joined(separator: ",")[...]
    site.folder.write(StarterSite.data, Array(lines.joined(separator: "\n").utf8))
  }
}
