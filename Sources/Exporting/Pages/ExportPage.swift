import Common
import Pages
import Reading
import Rendering

/// A filled page on its way out of the site: the same figures, dates and words, in another dress.
package struct ExportPage: Sendable {
  package let view: PageView
  package let context: SiteContext
  package let content: SourceFolder
  /// Its Markdown file, for findings.
  package let source: String

  package init(view: PageView, context: SiteContext, content: SourceFolder, source: String) {
    self.view = view
    self.context = context
    self.content = content
    self.source = source
  }

  var words: Words { context.words }

  package var title: String { view.title }

  /// Marks invented figures; empty on a page without any.
  package var notice: String {
    view.isIllustrative ? context.site.illustrativeNotice ?? words.constants["sampleMark"] ?? "" : ""
  }

  /// 数据截至2月14日18:00，基于35/37个社区; empty on a page without figures.
  var dataLine: String {
    [view.asOfText, view.completeness].filter { !$0.isEmpty }.joined(separator: words[.comma])
  }

  /// The page's public address; empty where the site has none.
  package var publicAddress: String {
    context.site.url.map { $0 + PercentEncoding.path(view.address) } ?? ""
  }

  /// Who answers for a bulletin, a line each: 审核：王五, 签发：李四.
  var signatures: [String] {
    guard isBulletin else { return [] }
    let reviewer = view.reviewedBy.isEmpty ? [] : [(words.constants["reviewedBy"] ?? "") + view.reviewedBy]
    return reviewer + view.signatures.map { $0.role + words[.colon] + $0.name }
  }

  /// 上期存档 2020-02-13，SHA-256： and the digest; empty where nothing was archived before.
  var archivedLine: String {
    view.archived.map {
      words.fill(.archivedBefore, ["release": $0.name.description]) + $0.digest
    } ?? ""
  }

  var isBulletin: Bool { if case .bulletin = view.kind { true } else { false } }

  /// 第14期
  var issue: String {
    view.issueNumber.map { words.fill(.issueNumber, ["number": String($0)]) } ?? ""
  }

  /// A sentence for each provisional figure in the text: on how many units it stands.
  var provisionalFigures: [String] {
    view.marginFigures.filter { !$0.completeness.isEmpty }.map {
      words.fill(
        .exportProvisional, ["title": $0.title, "value": $0.text, "basis": $0.completeness])
    }
  }

  /// The page's text with figures and blocks set in; roles are still classes, links and pictures as on the site.
  func body(_ blocks: BlockMarkup) -> [Markup] {
    var reader = MarkupReader()
    for piece in view.body {
      switch piece {
      case .html(let bytes): reader.read(bytes)
      case .figure(let figure): reader.append(.text(figure.text))
      case .block(let block, _):
        for node in blocks.markup(block) { reader.append(node) }
      }
    }
    return reader.finish()
  }

  /// A sentence as a paragraph has it: with its stop.
  func sentence(_ text: String) -> String { words.sentences([text]) }
}
