import Reading

/// What people write below a table: who filled it in, who looked it over, notes.
enum FooterLabels {
  private static let words: Set<String> = [
    "填表人", "填报人", "制表人", "制表", "填表", "审核人", "审核", "复核人", "复核", "审批人", "审批", "审定", "签发", "负责人", "单位负责人",
    "部门负责人", "分管领导", "主管领导", "领导签字", "经办人", "联系人", "联系电话", "电话", "填报单位", "报送单位", "单位", "填表日期", "填报日期",
    "制表日期", "上报日期", "填表时间", "填报时间", "上报时间", "报送时间", "截止时间", "统计时间", "签字", "签名", "盖章", "注", "附注", "备注", "说明",
    "填表说明", "填报说明", "数据来源", "来源", "note", "notes", "preparedby", "checkedby", "approvedby", "source",
    "remarks",
  ]

  /// Whether a cell begins with one of the labels and a colon: `填表人：张三`, `注1：…`, `单位（盖章）：`.
  ///
  /// - Complexity: O(1): no more is looked at than a label can be long.
  static func begin(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 4 else { return false }
    var text = String(decoding: cell.prefix(96), as: UTF8.self)
    text = PlainText.folded(text).filter { !$0.isWhitespace }.lowercased()
    guard let colon = text.firstIndex(of: ":") else { return false }
    var label = text[..<colon]
    if label.hasSuffix(")"), let bracket = label.firstIndex(of: "(") { label = label[..<bracket] }
    while let last = label.last, last.isNumber { label.removeLast() }
    return words.contains(String(label))
  }
}
