/// The kinds of CommonMark's nodes.
package enum MarkdownKind: String, Sendable, CaseIterable {
  case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
}
