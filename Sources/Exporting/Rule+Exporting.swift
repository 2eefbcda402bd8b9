import Common

extension Rule {
  package static let unknownExportPage = Rule("exporting.unknown-page")
  package static let unreadableImage = Rule("exporting.unreadable-image")
  package static let digestTooLong = Rule("exporting.digest-too-long")
  package static let articleTooLong = Rule("exporting.article-too-long")
  package static let articleTooLarge = Rule("exporting.article-too-large")
  package static let articleSections = Rule("exporting.article-sections")
  package static let articleMarkup = Rule("exporting.article-markup")
  package static let articleElement = Rule("exporting.article-element")
  package static let articleAttribute = Rule("exporting.article-attribute")
  package static let articleStyle = Rule("exporting.article-style")
  package static let articleLink = Rule("exporting.article-link")
  package static let articleImage = Rule("exporting.article-image")
  package static let articleNestedList = Rule("exporting.article-nested-list")
}
