import Common
import YAML

@testable import Reading

/// `rule@line:column` of each finding, sorted by place: what a test compares.
func summaries(_ findings: Findings) -> [String] {
  findings.sorted().map { finding in
    guard case .text(let line, let column) = finding.location?.position else { return finding.rule.id }
    return "\(finding.rule.id)@\(line):\(column)"
  }
}

func parse(_ text: String, file: String = "content/x.yaml", findings: inout Findings) -> YAMLNode? {
  YAMLParser.parse(Array(text.utf8), file: file, findings: &findings)
}

enum Fixture {
  static let levels = [
    RegionLevel(id: "district", title: "区"), RegionLevel(id: "street", title: "街道"),
    RegionLevel(id: "community", title: "社区"),
  ]

  static let base = [
    SiteDeclaration.BaseColumnDeclaration(name: "households", title: "户数", unit: "户", approximate: true)
  ]

  static let site = """
    title: 卢沟桥街道
    root: "110106"
    levels:
      - {id: district, title: 区}
      - {id: street, title: 街道}
      - {id: community, title: 社区}
    base_columns:
      - {name: households, title: 户数, unit: 户, approximate: true}
    """

  static let regions = """
    code,name,parent,level,aliases,households
    110106,丰台区,,区,,
    110106001,卢沟桥街道,110106,street,卢沟桥|卢街,6000多
    110106001001,五里店社区,110106001,社区,,400
    """

  static let dataset = """
    name: screening
    title: 入户排查日报
    region: community
    date: date
    fields:
      - {name: community, title: 社区, type: region}
      - {name: date, title: 日期, type: date}
      - {name: due, title: 应排查户数, type: integer, unit: 户}
      - {name: done, title: 已排查户数, type: integer, unit: 户}
      - {name: rate, title: 排查率, type: percent}
      - {name: status, title: 状态, type: string, constraints: {enum: [已复工, 未复工]}}
      - {name: phone, title: 联系电话, type: string, personal: true}
    """

  static func tree(_ csv: String = regions, findings: inout Findings) -> RegionTree? {
    RegionTree.read(
      SourceFile(path: "content/regions.csv", bytes: Array(csv.utf8)), levels: levels, base: base,
      findings: &findings)
  }

  static func readDataset(_ text: String, name: String = "screening", findings: inout Findings)
    -> DatasetDeclaration?
  {
    var none = Findings()
    let context = DatasetContext(levels: levels, tree: tree(findings: &none))
    return parse(text, findings: &findings).flatMap {
      DatasetReader(context: context, fileName: name).read($0, findings: &findings)
    }
  }
}
