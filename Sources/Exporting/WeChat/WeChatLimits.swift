/// What an official account's editor takes, and what survives in it.
enum WeChatLimits {
  /// An article has fewer characters of text.
  static let characters = 20_000
  /// And fewer bytes.
  static let bytes = 1 << 20
  /// Links to other hosts do not work.
  static let host = "mp.weixin.qq.com"
  /// Where uploaded pictures lie.
  static let imageHosts = ["mmbiz.qpic.cn", "mmbiz.qlogo.cn"]

  static let elements: [String: Set<String>] = {
    var allowed: [String: Set<String>] = [
      "a": ["href"], "img": ["src", "alt"], "td": ["colspan", "rowspan"], "th": ["colspan", "rowspan"],
      "ol": ["start"], "svg": ["xmlns", "viewBox"], "g": [],
    ]
    for name in [
      "section", "p", "span", "strong", "b", "em", "i", "u", "s", "del", "sup", "sub", "br", "hr", "h1", "h2",
      "h3",
      "h4", "h5", "h6", "ul", "li", "blockquote", "pre", "code", "table", "thead", "tbody", "tr",
    ] { allowed[name] = [] }
    let ink: Set<String> = [
      "fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap",
    ]
    allowed["rect"] = ink.union(["x", "y", "width", "height"])
    allowed["line"] = ink.union(["x1", "x2", "y1", "y2"])
    allowed["circle"] = ink.union(["cx", "cy", "r"])
    allowed["path"] = ink.union(["d"])
    allowed["text"] = ink.union(["x", "y", "text-anchor", "font-size", "font-family", "font-weight"])
    return allowed
  }()

  /// Elements that go with all they hold.
  static let dropped: Set<String> = [
    "script", "style", "template", "iframe", "object", "embed", "form", "button", "select", "textarea",
    "video",
    "audio", "title", "desc",
  ]

  /// Parts of a style that the editor takes out, or that refer to what is not there.
  static let styleTraps = [
    "var(", "url(", "expression(", "@import", "position:", "!important", "javascript:",
  ]
}
