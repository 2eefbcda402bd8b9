import Common

// The text as a whole.
extension Rule {
  package static let yamlTooLarge = Rule("yaml.too-large")
  package static let yamlTooDeep = Rule("yaml.too-deep")
  package static let yamlTooManyNodes = Rule("yaml.too-many-nodes")
  package static let yamlNotUTF8 = Rule("yaml.not-utf-8")
  package static let yamlControlCharacter = Rule("yaml.control-character")
}

// What YAML allows and we do not.
extension Rule {
  package static let yamlSeveralDocuments = Rule("yaml.several-documents")
  package static let yamlAlias = Rule("yaml.alias")
  package static let yamlAnchor = Rule("yaml.anchor")
  package static let yamlTag = Rule("yaml.tag")
  package static let yamlDuplicateKey = Rule("yaml.duplicate-key")
  package static let yamlKeyNotText = Rule("yaml.key-not-text")
  package static let yamlEmptyKey = Rule("yaml.empty-key")
  package static let yamlFullWidthSpace = Rule("yaml.full-width-space")
}

// Syntax.
extension Rule {
  package static let yamlSyntax = Rule("yaml.syntax")
  package static let yamlFullWidthColon = Rule("yaml.full-width-colon")
  package static let yamlSpaceAfterColon = Rule("yaml.space-after-colon")
  package static let yamlMissingColon = Rule("yaml.missing-colon")
  package static let yamlColonInValue = Rule("yaml.colon-in-value")
  package static let yamlTab = Rule("yaml.tab")
  package static let yamlIndentation = Rule("yaml.indentation")
  package static let yamlUnclosedQuote = Rule("yaml.unclosed-quote")
  package static let yamlTextAfterQuote = Rule("yaml.text-after-quote")
  package static let yamlUnclosedBracket = Rule("yaml.unclosed-bracket")
  package static let yamlReservedCharacter = Rule("yaml.reserved-character")
  package static let yamlUnknownEscape = Rule("yaml.unknown-escape")
  package static let yamlListOnKeyLine = Rule("yaml.list-on-key-line")
}

// What a mapping holds.
extension Rule {
  package static let yamlUnknownKey = Rule("yaml.unknown-key")
  package static let yamlMissingKey = Rule("yaml.missing-key")
  package static let yamlKeyTwice = Rule("yaml.key-and-alias")
  package static let yamlNotMapping = Rule("yaml.not-a-mapping")
  package static let yamlNotSequence = Rule("yaml.not-a-sequence")
  package static let yamlNotText = Rule("yaml.not-text")
  package static let yamlNotTexts = Rule("yaml.not-texts")
  package static let yamlNotBool = Rule("yaml.not-true-or-false")
  package static let yamlNotInteger = Rule("yaml.not-an-integer")
  package static let yamlNotNumber = Rule("yaml.not-a-number")
  package static let yamlNotPercent = Rule("yaml.not-a-percentage")
  package static let yamlNotDate = Rule("yaml.not-a-date")
  package static let yamlNotChoice = Rule("yaml.not-a-choice")
}
