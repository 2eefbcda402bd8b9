import Common

// The file as a whole.
extension Rule {
  package static let markdownNotUTF8 = Rule("markdown.not-utf-8")
  package static let markdownBinary = Rule("markdown.binary")
  package static let markdownTooLarge = Rule("markdown.too-large")
  package static let markdownTooManyImages = Rule("markdown.too-many-images")
  package static let markdownReservedCharacter = Rule("markdown.reserved-character")
}

// Front matter.
extension Rule {
  package static let markdownNoFrontMatter = Rule("markdown.no-front-matter")
  package static let markdownFrontMatterUnclosed = Rule("markdown.front-matter-unclosed")
  package static let markdownFrontMatterFigureUnquoted = Rule("markdown.front-matter-figure-unquoted")
  package static let markdownNoTitle = Rule("markdown.no-title")
  package static let markdownBadSlug = Rule("markdown.bad-slug")
}

// Inline figures.
extension Rule {
  package static let markdownFigureUnclosed = Rule("markdown.figure-unclosed")
  package static let markdownFullWidthBraces = Rule("markdown.full-width-braces")
  package static let markdownFigureWithoutName = Rule("markdown.figure-without-name")
  package static let markdownFigureWithoutPlace = Rule("markdown.figure-without-place")
  package static let markdownFigureWithoutTransform = Rule("markdown.figure-without-transform")
  package static let markdownFigureBrace = Rule("markdown.figure-brace")
  package static let markdownFigureDate = Rule("markdown.figure-date")
  package static let markdownFigureInAlternativeText = Rule("markdown.figure-in-alternative-text")
  package static let markdownFigureInAddress = Rule("markdown.figure-in-address")
}

// Directives.
extension Rule {
  package static let markdownUnknownDirective = Rule("markdown.unknown-directive")
  package static let markdownNestedDirective = Rule("markdown.nested-directive")
  package static let markdownDirectiveExtraWords = Rule("markdown.directive-extra-words")
}

// What is left out or refused.
extension Rule {
  package static let markdownRawHTML = Rule("markdown.raw-html")
  package static let markdownDangerousAddress = Rule("markdown.dangerous-address")
  package static let markdownTableRowTooLong = Rule("markdown.table-row-too-long")
  package static let markdownTableRowBroken = Rule("markdown.table-row-broken")
  package static let markdownTableCellsMerged = Rule("markdown.table-cells-merged")
  package static let markdownTableTooLarge = Rule("markdown.table-too-large")
}

// Footnotes.
extension Rule {
  package static let markdownFootnoteUnknown = Rule("markdown.footnote-unknown")
  package static let markdownFootnoteUnused = Rule("markdown.footnote-unused")
  package static let markdownFootnoteTwice = Rule("markdown.footnote-twice")
}
