/// Whether a story's name is a person's. A guess: who writes the story sees it in the front matter.
enum PersonName {
  /// Two or three Chinese characters with a common family name in front, four with a double one; or two or three
  /// capitalised words.
  static func isLikely(_ text: String) -> Bool {
    if text.allSatisfy(isHan) {
      if doubles.contains(String(text.prefix(2))) { return (3...4).contains(text.count) }
      return (2...3).contains(text.count) && text.first.map(family.contains) == true
    }
    let words = text.split(separator: " ")
    return (2...3).contains(words.count)
      && words.allSatisfy { word in
        word.allSatisfy { $0.isLetter && !isHan($0) || $0 == "-" || $0 == "." }
          && word.first?.isUppercase == true
          && word.dropFirst().contains { $0.isLowercase }
      }
  }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { $0.properties.isIdeographic }
  }

  /// The hundred and fifty most common family names, but for those that begin everyday words as often (高, 金, 安, …).
  private static let family = Set(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范姚"
      + "谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎常武乔贺赖龚庞樊殷施洪翟倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦柳邢岳齐梅莫庄"
      + "辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍霍翁隋植甘景薄单闫肖付")
  private static let doubles: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "令狐", "慕容", "长孙", "宇文", "司徒", "端木", "东方",
  ]
}
