import Common

extension DiagnosticPrinter {
  func writeDigest(_ digest: FindingDigest, into buffer: inout ByteBuffer) {
    for entry in digest.entries {
      writeText(entry.diagnostic, into: &buffer)
      guard let (count, last) = entry.more else { continue }
      let place = PrintableText.make(last?.description ?? "—")
      buffer.write(
        string: "  " + catalogue.text("cli.more-alike", ["count": String(count), "place": place]) + "\n")
    }
    for rest in digest.rest {
      let severity = catalogue.text(rest.severity.textKey)
      buffer.write(string: styled(severity + ":", Style(rest.severity)) + " ")
      buffer.write(string: catalogue.text("cli.more-of-rule", ["count": String(rest.count)]))
      buffer.write(string: " " + styled("[\(rest.rule.id)]", .faint) + "\n")
    }
  }

  /// ```
  /// content/data/x.csv:12:3: 错误: 没有叫「安家咀社区」的地方 [tables.unknown-place]
  ///   最接近：安家嘴社区
  ///   怎么办：改成 regions.csv 里的名称、别名或代码
  /// ```
  func writeText(_ diagnostic: Diagnostic, into buffer: inout ByteBuffer) {
    let printable = diagnostic.printable
    let message = catalogue.message(for: printable)
    if let location = diagnostic.location {
      buffer.write(string: styled(PrintableText.make(location.description) + ":", .bold) + " ")
    }
    let severity = catalogue.text(diagnostic.severity.textKey)
    buffer.write(string: styled(severity + ":", Style(diagnostic.severity)) + " ")
    buffer.write(string: message.says + " " + styled("[\(diagnostic.rule.id)]", .faint) + "\n")
    if let list = list(printable) {
      buffer.write(string: "  \(list)\n")
    }
    if let nearest = nearest(printable) {
      buffer.write(string: "  \(nearest)\n")
    }
    if let remedy = message.do {
      buffer.write(string: "  " + catalogue.text("cli.fix", ["do": remedy]) + "\n")
    }
  }

  private enum Style: String {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .red
      case .warning: self = .yellow
      case .remark: self = .blue
      }
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Severity {
  var textKey: String {
    switch self {
    case .error: "cli.error"
    case .warning: "cli.warning"
    case .remark: "cli.remark"
    }
  }
}
