internal import Common

/// A name in a template, and where it stands.
struct Name: Sendable {
  var text: String
  var location: Location
}

/// `{{$name}}…{{/name}}`: a place that can be overridden, or what overrides it.
struct Block: Sendable {
  var name: Name
  var nodes: [Node]
  /// The white space before the opening tag, when nothing else stands before it.
  var indent: [UInt8]
  /// Whether the opening tag has its line for itself.
  var isStandalone: Bool
}

/// A piece of a template.
indirect enum Node: Sendable {
  /// The beginning of a line that will be written: where a partial's indentation goes.
  case lineStart
  case text([UInt8])
  case variable(Name, raw: Bool)
  case section(Name, inverted: Bool, [Node])
  case partial(Name, indent: [UInt8])
  case parent(Name, indent: [UInt8], arguments: [Block])
  case block(Block)
}

/// A template's pieces, before any name was looked up.
struct ParsedTemplate: Sendable {
  var path: String
  var nodes: [Node]
}

extension [Node] {
  /// The white space that the first line begins with; `nil` when there is no line.
  var firstIndent: [UInt8]? {
    guard case .lineStart? = first else { return nil }
    guard count > 1, case .text(let bytes) = self[1] else { return [] }
    return Array<UInt8>(bytes.prefix { $0 == 0x20 || $0 == 0x09 })
  }

  /// The pieces with `indent` taken from the beginning of every line that has it.
  func dedented(_ indent: [UInt8]) -> [Node] {
    guard !indent.isEmpty else { return self }
    var atLineStart = false
    return map { node in
      defer { if case .lineStart = node { atLineStart = true } else { atLineStart = false } }
      switch node {
      case .text(let bytes) where atLineStart && bytes.starts(with: indent):
        return .text(Array<UInt8>(bytes.dropFirst(indent.count)))
      case .section(let name, let inverted, let nodes):
        return .section(name, inverted: inverted, nodes.dedented(indent))
      case .partial(let name, let own) where own.starts(with: indent):
        return .partial(name, indent: Array<UInt8>(own.dropFirst(indent.count)))
      case .parent(let name, let own, let arguments) where own.starts(with: indent):
        return .parent(name, indent: Array<UInt8>(own.dropFirst(indent.count)), arguments: arguments)
      case .block(var block):
        block.nodes = block.nodes.dedented(indent)
        return .block(block)
      default: return node
      }
    }
  }
}
