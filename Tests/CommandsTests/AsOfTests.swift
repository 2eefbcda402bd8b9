import Testing

/// A site as of an earlier day is the site that stood then: byte for byte what is built from content that has nothing later.
@Suite struct AsOfTests {
  private static let day = "2020-02-14"

  /// What both sites have: a register of facts, numbered cases, a correction, a schedule, a block of each kind.
  private static let common: [Edit] = [
    .text(
      "content/datasets/facts.yaml",
      """
      name: facts
      title: 见诸报道的事实
      files: data/facts/*
      region: place
      rollup: none
      valid: {from: since}
      key: [place, item]
      fields:
        - {name: place, title: 地方, type: region}
        - {name: since, title: 起始日, type: date}
        - {name: item, title: 事项, type: string}
        - {name: value, title: 数值, type: integer}

      """),
    .text("content/data/facts/all.csv", "地方,起始日,事项,数值\n东风社区,2020-02-10,楼栋,12\n"),
    .text(
      "content/datasets/cases.yaml",
      """
      name: cases
      title: 接诉台账
      files: data/cases/*
      region: community
      date: received
      key: [number]
      level: community
      absent: 0
      fields:
        - {name: number, title: 编号, type: string}
        - {name: community, title: 社区, type: region}
        - {name: received, title: 受理日期, type: date}
        - {name: closed, title: 办结日期, type: date}

      """),
    .text(
      "content/indicators/more.yaml",
      """
      buildings: {title: 楼栋数, sum: facts.value, where: {item: 楼栋}}
      done_1day: {title: 一日办结率, cohort: {dataset: cases, start: received, end: closed, within: 1d}, as: percent}
      closed: {title: 办结件数, count: cases, by: closed}

      """),
    .append(
      StarterSite.dataset, "expect: daily by 16:00\n"),
    .append(
      "content/dashboards/region.md",
      """

      ```table
      title: 事实
      dataset: facts
      ```

      ```notes
      ```

      ```催报
      ```

      ```figures
      indicators: [一日办结率, 办结件数, 楼栋数]
      ```

      ```数据来由
      ```

      """),
  ]

  private static func correction(of day: String, on: String) -> String {
    """
    - {dataset: screening, region: 东风社区, date: \(day), field: households_done, old: 1, new: 2, reason: 抄错, by: 数据组, on: \(on)}

    """
  }

  private static let cases = "编号,社区,受理日期,办结日期\n1,东风社区,2020-02-12,2020-02-13\n"

  /// What stood on the day.
  private static let then: [Edit] = [
    .text("content/corrections.yaml", correction(of: "2020-02-13", on: day)),
    .text("content/data/cases/ledger.csv", cases + "2,东风社区,2020-02-13,\n"),
  ]

  /// The same with all that came later, each with a number or a name that stands nowhere else.
  private static let later: [Edit] = [
    .append(StarterSite.data, "东风社区,2020-02-15,7701,7700\n西苑社区,2020-02-16,7702,7700\n"),
    .append("content/data/facts/all.csv", "东风社区,2020-02-15,停车位,7703\n"),
    .text(
      "content/data/cases/ledger.csv",
      cases + "2,东风社区,2020-02-13,2020-02-15\n3,西苑社区,2020-02-15,2020-02-15\n"),
    .text(
      "content/corrections.yaml",
      correction(of: "2020-02-13", on: day) + correction(of: "2020-02-12", on: "2020-02-15")),
    .text("content/stories/later.md", "---\ntitle: 后来的故事\ndate: 2020-02-15\nplace: 东风社区\n---\n\n后来的话。\n"),
    .text("content/bulletins/2020-02-15.md", "---\n日期: 2020-02-15\n---\n\n## 四、后来\n\n后来的话。\n"),
  ]

  private static func site(_ edits: [Edit]) throws -> StarterSite {
    let site = try StarterSite()
    for edit in common + edits { try edit.apply(to: site.folder) }
    let built = try site.run("build", "--strict", "--as-of", day)
    #expect(built.status == 0, "\(built.errors)")
    return site
  }

  @Test func isTheSiteOfContentWithNothingLater() throws {
    let then = try Self.site(Self.then).output
    let now = try Self.site(Self.later).output
    #expect(Set(then.keys) == Set(now.keys))
    let different = then.keys.sorted().filter { then[$0] != now[$0] }
    #expect(different.isEmpty, "\(different)")
  }

  @Test func saysNothingOfLaterDays() throws {
    let site = try Self.site(Self.later)
    for (file, bytes) in site.output {
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["2020-02-15", "2020-02-16", "2月15日", "2月16日", "后来的", "停车位", "7,70"] {
        #expect(!text.contains(word), "\(file): \(word)")
      }
    }
    // It would say so, had it been asked for that day.
    #expect(try site.run("build", "--as-of", "2020-02-16", "--output", "later").status == 0)
    let pages = site.folder.tree("later").values.map { String(decoding: $0, as: UTF8.self) }
    for word in ["2020-02-15", "2月16日", "后来的故事", "停车位", "7,700"] {
      #expect(pages.contains { $0.contains(word) }, "\(word)")
    }
  }
}
