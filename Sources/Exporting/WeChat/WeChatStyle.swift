/// Gives each element its looks where it stands, and takes away what the editor would: classes, ids, attributes.
enum WeChatStyle {
  private static let ink = "#191816"
  private static let grey = "#6f6a61"
  private static let red = "#b3141b"
  private static let rule = "#dcd8cf"

  /// What one element cannot be styled into: captions before their tables, boxes of task lists, figures.
  static func arranged(_ nodes: [Markup]) -> [Markup] {
    nodes.flatMap { node -> [Markup] in
      guard case .element(var element) = node else { return [node] }
      element.children = arranged(element.children)
      switch element.name {
      case "table":
        var captions: [Markup] = []
        element.children.removeAll { child in
          guard case .element(let part) = child, part.name == "caption" else { return false }
          captions.append(.make("p", "block-title", part.children))
          return true
        }
        return captions + [.make("section", "scroll", [.element(element)])]
      case "input":
        guard element["type"] == "checkbox" else { return [] }
        return [.text(element["checked"] == nil ? "☐ " : "☑ ")]
      case "figure", "div", "article", "aside", "header", "footer", "main", "nav", "details", "dl":
        element.name = "section"
      case "figcaption", "summary", "dt", "dd":
        element.attributes = [MarkupElement.Attribute("class", "block-sub")]
        element.name = "p"
      case "ins", "mark", "small", "kbd", "abbr", "time", "q", "cite", "var", "samp": element.name = "span"
      case "strike": element.name = "s"
      default: break
      }
      return [.element(element)]
    }
  }

  static func styled(_ nodes: [Markup]) -> [Markup] {
    nodes.flatMap { node -> [Markup] in
      switch node {
      // Line ends between blocks would come back as spaces.
      case .text(let text): return text.allSatisfy(\.isNewline) ? [] : [node]
      case .element(let element): return styled(element)
      }
    }
  }

  private static func styled(_ element: MarkupElement) -> [Markup] {
    if WeChatLimits.dropped.contains(element.name) { return [] }
    let children = element.name == "pre" ? element.children : styled(element.children)
    guard let allowed = WeChatLimits.elements[element.name] else { return children }
    if element.name == "svg" { return [.element(picture(element))] }
    var attributes = element.attributes.filter { allowed.contains($0.name) }
    let style = style(of: element)
    if !style.isEmpty { attributes.append(MarkupElement.Attribute("style", style)) }
    return [.element(MarkupElement(element.name, attributes, children))]
  }

  /// Shapes are literal already.
  private static func picture(_ element: MarkupElement) -> MarkupElement {
    var picture = element
    picture.attributes.append(MarkupElement.Attribute("style", "display:block;width:100%;height:auto"))
    return picture
  }

  private static func style(of element: MarkupElement) -> String {
    if element.name == "img" { return imageStyle(element) }
    if element.classes.first == "mark" {
      return "font-size:13px;white-space:nowrap;color:" + (marks[String(element.classes.last ?? "")] ?? grey)
    }
    for role in element.classes {
      if let style = roles[String(role)] { return style }
    }
    var style = names[element.name] ?? ""
    for (role, alignment) in [("align-right", "right"), ("align-center", "center"), ("n", "right")]
    where element.classes.contains(Substring(role)) {
      style += ";text-align:\(alignment)"
    }
    return style
  }

  /// As wide as the picture is, at most as wide as the screen.
  private static func imageStyle(_ element: MarkupElement) -> String {
    let width = element["width"].flatMap { Int($0) }.map { "width:\($0)px;" } ?? ""
    return "display:block;\(width)max-width:100%;height:auto;margin:0 auto"
  }

  /// By a mark's kind; its word says the same.
  private static let marks = [
    "ok": "#1b6f63", "warn": "#8f4f00", "bad": red, "miss": red, "prov": "#55514a", "corr": "#801650",
  ]

  private static let paragraph = "margin:0 0 1em;line-height:1.8;text-align:justify"

  /// By the class of what we made ourselves.
  private static let roles: [String: String] = [
    "article": "font-size:16px;line-height:1.8;color:\(ink);letter-spacing:.02em;word-break:break-word",
    "kicker": "margin:0 0 4px;font-size:15px;font-weight:700;color:\(red)",
    "byline": "margin:0 0 12px;font-size:13px;color:\(grey)",
    "notice":
      "display:inline-block;margin:0 0 12px;padding:0 8px;border:1px solid #8f4f00;font-size:13px;font-weight:700;color:#8f4f00",
    "lead":
      "margin:0 0 1.4em;padding:0 0 0 12px;border-left:3px solid \(red);line-height:1.8;color:#55514a",
    "block": "margin:1.2em 0", "scroll": "margin:8px 0;overflow-x:auto",
    "block-title": "margin:0 0 2px;font-weight:700;line-height:1.5;text-align:center",
    "block-sub": "margin:0 0 8px;font-size:13px;line-height:1.5;color:\(grey);text-align:center",
    "block-note": "margin:6px 0 0;font-size:13px;line-height:1.6;color:\(grey)",
    "cards": "margin:8px 0", "card": "margin:0 0 12px;padding:10px 0 0;border-top:1px solid \(rule)",
    "card-title": "margin:0;font-size:15px;line-height:1.5;color:#55514a",
    "card-value": "margin:0;font-size:28px;line-height:1.4;color:\(ink)",
    "card-line": "margin:0;font-size:13px;line-height:1.7;color:\(grey)",
    "unit": "font-size:15px", "chart": "margin:0 0 1.2em",
    "say": paragraph, "note": paragraph, "step": paragraph, "story": paragraph,
    "row": cell + ";text-align:left;font-weight:400",
    "link-number": "font-size:12px;line-height:1;color:\(grey)",
    "link-notes": "margin:1.6em 0 0;padding:8px 0 0;border-top:1px solid \(rule)",
    "footnotes": "margin:1.6em 0 0;padding:8px 0 0;border-top:1px solid \(rule);font-size:14px;color:\(grey)",
    "notes-title": "margin:0 0 4px;font-size:14px;font-weight:700",
    "link-note": "margin:0 0 2px;font-size:13px;line-height:1.6;color:\(grey);word-break:break-all",
    "data-note": "margin:8px 0 0;font-size:13px;line-height:1.6;color:\(grey);word-break:break-all",
    "sign": "margin:0 0 1em;text-align:right",
  ]

  private static let cell =
    "padding:6px 4px;border-bottom:1px solid \(rule);line-height:1.5;vertical-align:top"
  private static let heading = "line-height:1.5;font-weight:700;color:\(ink)"

  /// By the element's name.
  private static let names: [String: String] = [
    "p": paragraph, "h1": "margin:1.6em 0 .6em;font-size:21px;" + heading,
    "h2": "margin:1.6em 0 .6em;padding:0 0 4px;border-bottom:2px solid \(red);font-size:18px;" + heading,
    "h3": "margin:1.4em 0 .5em;font-size:17px;" + heading,
    "h4": "margin:1.2em 0 .4em;font-size:16px;" + heading,
    "h5": "margin:1.2em 0 .4em;font-size:16px;" + heading,
    "h6": "margin:1.2em 0 .4em;font-size:16px;" + heading,
    "ul": "margin:0 0 1em;padding:0 0 0 1.4em", "ol": "margin:0 0 1em;padding:0 0 0 1.6em",
    "li": "margin:0 0 4px;line-height:1.8",
    "blockquote": "margin:0 0 1em;padding:2px 0 2px 12px;border-left:3px solid \(rule);color:#55514a",
    "pre":
      "margin:0 0 1em;padding:10px;background-color:#f4f2ed;font-size:13px;line-height:1.6;white-space:pre-wrap;word-break:break-all",
    "code": "font-size:14px;background-color:#f4f2ed",
    "hr": "margin:1.6em 0;border:0;border-top:1px solid \(rule)",
    "table": "width:100%;border-collapse:collapse;font-size:14px;line-height:1.5",
    "th": cell + ";font-weight:700;text-align:left", "td": cell, "sup": "font-size:12px;line-height:1",
    "sub": "font-size:12px;line-height:1", "strong": "font-weight:700", "em": "font-style:italic",
    "a": "color:#576b95;text-decoration:none",
  ]
}
