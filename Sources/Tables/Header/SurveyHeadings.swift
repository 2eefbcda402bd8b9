/// What the exports of the survey service 问卷星 have beside the questions.
enum SurveyHeadings {
  private static let own: Set<String> = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自ip"]
  private static let telling = 3

  /// What a cell holds where a question was not asked or not answered.
  static let missing = ["(跳过)", "（跳过）", "(空)", "（空）"]

  /// What tells that a column holds a person's name, number or address.
  private static let personal = [
    "姓名", "名字", "电话", "手机", "联系方式", "身份证", "证件号", "微信", "qq", "邮箱", "住址", "门牌", "来自ip",
  ]

  /// - Parameter headings: folded.
  static func areThose(_ headings: [String]) -> Bool {
    headings.contains("提交答卷时间") && headings.count(where: own.contains) >= telling
  }

  static func isOwn(_ heading: String) -> Bool { own.contains(heading) }

  static func isPersonal(_ heading: String) -> Bool { personal.contains { heading.contains($0) } }

  /// A question without its number and what ends it: `3、您的社区：` is 您的社区. `nil` where it has no number.
  ///
  /// - Parameter heading: folded.
  static func question(_ heading: String) -> String? {
    let rest = heading.drop { $0.isASCII && $0.isNumber }
    guard rest.startIndex != heading.startIndex, let mark = rest.first, "、.,".contains(mark) else {
      return nil
    }
    let ends: Set<Character> = [":", "?", "*", "。"]
    var text = rest.dropFirst()
    while let last = text.last, ends.contains(last) { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
