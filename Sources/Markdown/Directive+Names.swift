import Common

extension Directive.Kind {
  /// The Chinese name.
  package var alias: String {
    switch self {
    case .figures: "指标卡"
    case .chart: "图表"
    case .table: "表格"
    case .ranking: "排名"
    case .summary: "综述"
    case .notes: "说明"
    case .reminders: "催报"
    case .inputs: "数据来由"
    case .profile: "人物"
    case .steps: "步骤"
    case .stories: "故事"
    }
  }

  /// What the first word of a fence's info string says.
  enum Reading: Hashable, Sendable {
    case directive(Directive.Kind)
    /// Meant as a directive, by its likeness to one.
    case misspelt([String])
    case code
  }

  static func read(_ word: String) -> Reading {
    let folded = word.lowercased()
    if let kind = allCases.first(where: { $0.rawValue == folded || $0.alias == word }) {
      return .directive(kind)
    }
    guard !folded.isEmpty, !languages.contains(folded) else { return .code }
    let isChinese = folded.unicodeScalars.contains(where: EastAsianText.isWide)
    let names = isChinese ? allCases.map(\.alias) : allCases.map(\.rawValue)
    let near = NearestNames.find(word, in: names)
    return near.isEmpty ? .code : .misspelt(near)
  }

  /// Words after a fence that are languages, however like a directive's name they look.
  private static let languages: Set<String> = [
    "awk", "bash", "bat", "c", "clojure", "console", "cpp", "csharp", "css", "csv", "dart", "diff",
    "dockerfile", "dot",
    "go", "graphql", "haskell", "html", "http", "ini", "java", "javascript", "js", "json", "json5", "jsonc",
    "julia",
    "kotlin", "latex", "less", "lua", "makefile", "markdown", "math", "mathematica", "matlab", "md",
    "mermaid", "mustache",
    "nginx", "objc", "output", "perl", "php", "plain", "plaintext", "properties", "protobuf", "ps", "py",
    "python", "r",
    "ruby", "rust", "sass", "scala", "scheme", "scss", "sh", "shell", "sparql", "sql", "swift", "tap", "tcl",
    "tex", "text",
    "toml", "ts", "tsv", "typescript", "txt", "vim", "vue", "wasm", "xml", "xslt", "yaml", "yml", "zig",
    "zsh",
  ]
}
