import Common
import Pages
import Reading
import Testing

@testable import Rendering

/// A theme in which each field is on a line of its own.
enum TinyTheme {
  static func load(_ templates: [String: String], fields: FieldSet, findings: inout Findings) -> Theme? {
    // Templates that a test does not look at are empty.
    var all = Dictionary(fields.roots.map { ($0.name, "") }, uniquingKeysWith: { $1 })
    all.merge(templates) { $1 }
    let files = all.sorted { $0.key < $1.key }.map { name, text in
      (path: name + ".html", file: SourceFile(path: "theme/\(name).html", bytes: Array(text.utf8)))
    }
    let strings = SourceFolder(path: SampleSite.tests + "/../themes/jianbao")
      .readText("strings/zh-Hans.yaml", limit: 1_000_000, findings: &findings)
    return Theme.load(
      files: files, strings: [strings].compactMap { $0 }, language: "zh-Hans", fields: fields,
      findings: &findings)
  }

  static let templates: [String: String] = [
    "partials/page": """
    <!doctype html>
    <html lang="{{language}}">
    <title>{{title}}</title>
    <meta name="description" content="{{description}}">
    {{#canonical}}
    <link rel="canonical" href="{{canonical}}">
    {{/canonical}}
    <p>{{siteTitle}}{{#notice}} [{{notice}}]{{/notice}}</p>
    <nav><a href="{{root}}index.html">home</a>{{#crumbs}} <a href="{{href}}">{{text}}</a>{{/crumbs}}</nav>
    {{#asOf}}
    <p><time datetime="{{asOfISO}}">{{asOf}}</time> {{weekday}} {{completeness}}</p>
    {{/asOf}}
    <h1>{{#heading}}{{#phrases}}<span>{{.}}</span>{{/phrases}}{{/heading}}</h1>
    {{#facts}}
    <p>{{.}}</p>
    {{/facts}}
    {{$main}}{{/main}}
    {{#children}}
    <p><a href="{{href}}">{{text}}</a></p>
    {{/children}}
    <p>{{publisher}}</p>
    </html>

    """,
    "layouts/region": "{{<partials/page}}{{$main}}{{body}}{{/main}}{{/partials/page}}",
    "layouts/story":
      "{{<partials/page}}{{$main}}{{body}}{{#margin}}<p>{{name}} {{value}} {{note}}</p>{{/margin}}{{/main}}{{/partials/page}}",
    "layouts/home": "{{<partials/page}}{{$main}}{{body}}{{/main}}{{/partials/page}}",
    "layouts/notfound": "{{<partials/page}}{{$main}}{{/main}}{{/partials/page}}",
    "layouts/bulletin": """
    {{<partials/page}}
    {{$main}}
    <header>{{bulletinName}} {{t.issueBefore}}{{issue}}{{t.issueAfter}} {{issuer}} {{issueDate}}</header>
    {{#previous}}
    <a rel="prev" href="{{href}}">{{text}}</a>
    {{/previous}}
    {{#next}}
    <a rel="next" href="{{href}}">{{text}}</a>
    {{/next}}
    {{#headings}}
    <a href="{{href}}">{{text}}</a>
    {{/headings}}
    {{body}}
    <footer>{{t.reportTo}}{{#reportTo}}{{.}}{{/reportTo}}</footer>
    {{/main}}
    {{/partials/page}}
    """,
    "blocks/inline": "<a href=\"{{href}}\" title=\"{{note}}\">{{text}}</a>",
    "blocks/summary": "<p>{{#sentences}}{{before}}{{name}}{{after}}{{/sentences}}</p>\n",
    "blocks/figures": """
    <section id="{{id}}"><h2>{{heading.whole}}</h2>
    {{#cards}}
    <div>{{title}} {{number}}{{unit}}{{#mark}} [{{kind}} {{word}}]{{/mark}}{{#change}} {{change}}{{/change}}{{#comparison}} ({{comparison}}){{/comparison}}{{#lines}} | {{label}} {{text}}{{/lines}}</div>
    {{/cards}}
    {{#csv}}
    <a href="{{csv}}">CSV</a>
    {{/csv}}
    </section>

    """,
    "blocks/table": """
    {{#isFolded}}[folded] {{/isFolded}}<table id="{{id}}"><caption>{{heading.whole}} {{subtitle}} {{note}}</caption>
    <tr>{{#columns}}<th>{{text}}</th>{{/columns}}</tr>
    {{#rows}}
    <tr><th>{{header}}</th>{{#cells}}<td{{#isNumber}} class="n"{{/isNumber}}>{{text}}{{#mark}}[{{word}}]{{/mark}}</td>{{/cells}}</tr>
    {{/rows}}
    </table>
    <a href="{{csv}}">CSV</a>

    """,
    "blocks/ranking": """
    <ol id="{{id}}"><li>{{subtitle}} {{valueTitle}} {{barTitle}} {{partsTitle}}{{#otherTitles}} {{text}}{{/otherTitles}}</li>
    {{#rows}}
    <li>{{position}} <a href="{{href}}">{{name}}</a> {{value}} {{barText}} {{change}} {{parts}}{{#others}} {{.}}{{/others}}{{#mark}} [{{word}}]{{/mark}}</li>
    {{/rows}}
    {{#foldTitle}}
    <li>{{foldTitle}}</li>
    {{/foldTitle}}
    {{#folded}}
    <li>{{position}} <a href="{{href}}">{{name}}</a> {{value}} {{barText}} {{change}} {{parts}}{{#others}} {{.}}{{/others}}{{#mark}} [{{word}}]{{/mark}}</li>
    {{/folded}}
    </ol>
    <a href="{{csv}}">CSV</a>

    """,
    "blocks/notes": """
    <ul>
    {{#complete}}
    <li>{{complete}}</li>
    {{/complete}}
    {{#late}}
    <li>{{summary}}{{#missing}} <a href="{{href}}">{{text}}</a>{{/missing}}</li>
    {{/late}}
    {{#provisional}}
    <li>{{.}}</li>
    {{/provisional}}
    {{#corrections}}
    <li>{{subject}} {{old}} {{new}} {{reason}} {{byline}}</li>
    {{/corrections}}
    </ul>

    """,
    "blocks/reminders": """
    <ul id="{{id}}">
    {{#heading}}
    <li>{{whole}} {{subtitle}}</li>
    {{/heading}}
    {{#items}}
    <li>{{dataset}} {{summary}}</li>
    {{/items}}
    {{#complete}}
    <li>{{complete}}</li>
    {{/complete}}
    </ul>
    {{table}}
    {{#rest}}
    <details><summary>{{foldTitle}}</summary>{{rest}}</details>
    {{/rest}}
    {{#csv}}
    <a href="{{csv}}">CSV</a>
    {{/csv}}

    """,
    "blocks/inputs": """
    <section id="{{id}}">{{#heading}}<h2>{{whole}} {{subtitle}}</h2>{{/heading}}
    <details><summary>{{foldTitle}}</summary>{{table}}</details>
    <a href="{{csv}}">CSV</a></section>

    """,
    "blocks/stories":
      "<ul>{{#stories}}<li><a href=\"{{href}}\">{{name}}</a> {{place}} {{day}}</li>{{/stories}}</ul>\n",
  ]
}
