import Common

extension FrontMatter {
  /// The keys of front matter, by the name that files in English use.
  package enum Key: String, Sendable, CaseIterable {
    case title, date, lastmod, summary, place, people, tags, cover, draft, publishDate, expiryDate, slug,
      aliases
    case source
    case reviewedBy = "reviewed_by"
    case approval, weight, layout, params

    /// The names that writers of Chinese use; all mean the same.
    package var chinese: [String] {
      switch self {
      case .title: ["标题"]
      case .date: ["日期"]
      case .lastmod: ["修改日期"]
      case .summary: ["摘要"]
      case .place: ["社区", "地点"]
      case .people: ["人物"]
      case .tags: ["标签"]
      case .cover: ["封面"]
      case .draft: ["草稿"]
      case .publishDate: ["发布日期"]
      case .expiryDate: ["失效日期"]
      case .slug: ["网址名"]
      case .aliases: ["别名"]
      case .source: ["来源"]
      case .reviewedBy: ["审核"]
      case .approval: ["签批"]
      case .weight: ["权重"]
      case .layout: ["版式"]
      case .params: ["参数"]
      }
    }
  }

  /// The place of a key's value, or of the front matter where the key is not written.
  package func location(of key: Key) -> Location { keyLocations[key] ?? location }
}
