/// What a release's sources say of themselves, to people.
struct SourceNote {
  static let name = "data/source/README.txt"

  /// By dataset: the titles of columns that stayed away.
  let leftOut: [(dataset: String, columns: [String])]

  var bytes: [UInt8] {
    var lines = [
      "这里是做出本期页面的内容、数据和模板；页面在 data/site/。重做页面的命令见 bag-info.txt 的 Rebuild-Command，",
      "在存档袋的文件夹里运行；或运行 jianbao verify --rebuild。",
      "These are the content, data and theme that the pages in data/site/ were made from. The command that makes them",
      "again is Rebuild-Command in bag-info.txt; run it in the bag's folder, or run jianbao verify --rebuild.",
    ]
    if !leftOut.isEmpty {
      lines += [
        "", "个人信息栏目没有收入；需要区分或计数人员之处，换成了序号。",
        "Personal columns are left out; where persons are told apart or counted, numbers stand for them.",
      ]
      lines += leftOut.map { "- \($0.dataset): \($0.columns.joined(separator: ", "))" }
    }
    lines += [
      "", "没有声明的栏目、表头上方的文字、未发布的文稿也没有收入。电子表格、JSON 和程序输出以 CSV 收在 content/recorded/。",
      "Columns that nobody declared, text above the headers and unpublished texts are left out too. Workbooks, JSON and",
      "what programs wrote are kept as CSV in content/recorded/.",
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}
