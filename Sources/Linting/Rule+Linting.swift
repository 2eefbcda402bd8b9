import Common

// Markdown that does not mean what its writer meant.
extension Rule {
  package static let lintListSpace = Rule("linting.list-space")
  package static let lintHeadingSpace = Rule("linting.heading-space")
  package static let lintSetextHeading = Rule("linting.setext-heading")
  package static let lintIndentedCode = Rule("linting.indented-code")
  package static let lintFullWidthIndent = Rule("linting.full-width-indent")
  package static let lintLinkBrackets = Rule("linting.link-brackets")
  package static let lintLinkSpace = Rule("linting.link-space")
  package static let lintEmphasisUnbalanced = Rule("linting.emphasis-unbalanced")
  package static let lintEmphasisSpace = Rule("linting.emphasis-space")
}

// Chinese typesetting.
extension Rule {
  package static let lintHalfWidthPunctuation = Rule("linting.half-width-punctuation")
  package static let lintHalfWidthDot = Rule("linting.half-width-dot")
  package static let lintFullWidthCharacters = Rule("linting.full-width-characters")
  package static let lintDoubledPunctuation = Rule("linting.doubled-punctuation")
  package static let lintMixedQuotes = Rule("linting.mixed-quotes")
}

// The site as a whole.
extension Rule {
  package static let lintBrokenAnchor = Rule("linting.broken-anchor")
  package static let lintOrphanStory = Rule("linting.orphan-story")
}

// Numbers in prose.
extension Rule {
  package static let lintFigureContradicts = Rule("linting.figure-contradicts")
  package static let lintFigureUnbound = Rule("linting.figure-unbound")
  package static let lintDirectionContradicts = Rule("linting.direction-contradicts")
  package static let lintSourceEmpty = Rule("linting.source-empty")
}
