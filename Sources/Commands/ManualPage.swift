import Common
import YAML

/// The manual page as roff with the macros of man(7), made from the help of all commands.
struct ManualPage {
  private(set) var text = ""

  /// - Parameter help: What `--experimental-dump-help` prints; as JSON is, it is YAML too.
  init?(help: String) {
    var findings = Findings()
    guard let node = YAMLParser.parse(Array(help.utf8), file: "help", findings: &findings),
      !findings.hasErrors,
      let root = node["command"]
    else { return nil }
    let name = root.text("commandName")
    text = ".TH \(name.uppercased()) 1 \"\" \"\(name) \(Version.text)\" \"\(name)\"\n"
    text += ".SH NAME\n\(Self.escaped(name)) \\- \(Self.escaped(root.text("abstract")))\n"
    text += ".SH SYNOPSIS\n.B \(Self.escaped(name))\n.I command\n.RI [ options ]\n"
    text += ".SH DESCRIPTION\n"
    write(discussion: root.text("discussion"))
    text += ".SH COMMANDS\n"
    for command in root.list("subcommands") { write(command, below: name) }
    text += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nNo colours.\n.TP\n.B LC_ALL, LC_MESSAGES, LANG\n"
    text += "The language of messages: English for en, Chinese for anything else.\n"
  }

  private mutating func write(_ command: YAMLNode, below parent: String) {
    guard command.text("shouldDisplay") != "false", command.text("commandName") != "help" else { return }
    let name = parent + " " + command.text("commandName")
    let options = command.list("arguments").filter { $0.text("shouldDisplay") != "false" }
    let subcommands = command.list("subcommands")
    let shown = options.filter { $0.text("kind") == "positional" }.map { option in
      option.text("isOptional") == "true" ? "[\(option.text("valueName"))]" : option.text("valueName")
    }
    if subcommands.isEmpty {
      text += ".SS \"\(Self.quoted((([name] + shown).joined(separator: " ")) + " [options]"))\"\n"
    } else {
      text += ".SS \"\(Self.quoted(name)) command\"\n"
    }
    text += Self.line(command.text("abstract"))
    write(discussion: command.text("discussion"))
    for option in options where !["help", "version"].contains(option.text("valueName")) { write(option) }
    for subcommand in subcommands { write(subcommand, below: name) }
  }

  private mutating func write(_ option: YAMLNode) {
    let value = option.text("valueName")
    let names = option.list("names").map { name in
      (name.text("kind") == "long" ? "--" : "-") + name.text("name")
    }
    text += ".TP\n"
    if names.isEmpty {
      text += ".I \(Self.escaped(value))\n"
    } else {
      let isFlag = option.text("kind") == "flag"
      text += ".B \(Self.escaped(names.joined(separator: ", ") + (isFlag ? "" : " <\(value)>")))\n"
    }
    text += Self.line(option.text("abstract"))
    let usual = option.text("defaultValue")
    if !usual.isEmpty { text += Self.line("Default: \(usual).") }
  }

  /// Paragraphs; indented lines are examples and keep their breaks.
  private mutating func write(discussion: String) {
    guard !discussion.isEmpty else { return }
    text += ".PP\n"
    var isExample = false
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if isIndented != isExample {
        text += isIndented ? ".RS 4\n.nf\n" : ".fi\n.RE\n"
        isExample = isIndented
      }
      text +=
        line.allSatisfy { $0 == " " } ? (isExample ? "\n" : ".PP\n") : Self.line(line.drop { $0 == " " })
    }
    if isExample { text += ".fi\n.RE\n" }
  }

  private static func line(_ text: some StringProtocol) -> String {
    text.isEmpty ? "" : escaped(text) + "\n"
  }

  /// A dot or a quote at a line's beginning would be a request, a backslash an escape, a hyphen a dash.
  private static func escaped(_ text: some StringProtocol) -> String {
    let escaped = text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "\n": result += " "
      default: result.append(character)
      }
    }
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  private static func quoted(_ text: String) -> String {
    escaped(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\(dq")
  }
}

extension YAMLNode {
  fileprivate subscript(key: String) -> YAMLNode? { mapping?.first { $0.key == key }?.value }

  fileprivate func text(_ key: String) -> String { self[key]?.scalar ?? "" }

  fileprivate func list(_ key: String) -> [YAMLNode] { self[key]?.sequence ?? [] }
}
