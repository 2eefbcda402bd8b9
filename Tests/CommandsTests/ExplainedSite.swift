/// A site with a figure of each kind: ratios of measures and of indicators, changes, means, an estimate, a cohort, rows
/// counted by another date, blank cells with a label, a unit that is silent, a row that is refused.
enum ExplainedSite {
  static let phone = "13900001234"

  static func make() throws -> StarterSite {
    let site = try StarterSite()
    for edit in edits { try edit.apply(to: site.folder) }
    return site
  }

  private static let edits: [Edit] = [
    .text(
      "content/datasets/lights.yaml",
      """
      name: lights
      title: 数灯查表
      files: data/lights/*
      region: community
      date: date
      key: [community, date]
      level: community
      missingValues: ["", {value: 停, label: 当晚停电}]
      fields:
        - {name: community, title: 社区, type: region}
        - {name: date, title: 日期, type: date}
        - {name: registered, title: 登记户数, type: integer, unit: 户}
        - {name: lit, title: 亮灯户数, type: integer, unit: 户}
        - {name: both, title: 两边都有, type: integer, unit: 户}

      """),
    .text(
      "content/data/lights/2020-02.csv",
      """
      社区,日期,登记户数,亮灯户数,两边都有
      东风社区,2020-02-13,100,90,80
      东风社区,2020-02-14,110,90,80
      西苑社区,2020-02-14,70,停,停

      """),
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
        - {name: phone, title: 来电号码, type: string, personal: true}

      """),
    .text(
      "content/data/cases/ledger.csv",
      """
      编号,社区,受理日期,办结日期,来电号码
      1,东风社区,2020-02-12,2020-02-13,\(phone)
      2,东风社区,2020-02-12,2020-02-14,\(phone)
      3,西苑社区,2020-02-13,2020-02-13,\(phone)
      4,西苑社区,2020-02-14,,\(phone)

      """),
    .text(
      "content/indicators/more.yaml",
      """
      per_thousand: {title: 每千户已排查, ratio: [households_done, {sum: regions.households}], times: 1000, decimals: 1}
      twice: {title: 覆盖率之比, ratio: [screening_coverage, per_thousand], decimals: 4}
      missed: {title: 漏登估计, chapman: {first: {sum: lights.registered}, second: {sum: lights.lit}, both: {sum: lights.both}, estimate: missed}}
      done_2days: {title: 一日办结率, cohort: {dataset: cases, start: received, end: closed, within: 1d}, as: percent}
      closed: {title: 办结件数, count: cases, by: closed}
      mean2: {title: 两日平均, rolling_mean: screening.households_done, days: 2}

      """),
  ]
}
