internal import Common

/// Compiles one root against its schema. Partials and parents are compiled where they are used, so that each name
/// is looked up in the context it stands in.
struct TemplateCompiler {
  /// Partials in partials.
  static let greatestDepth = 32
  /// Pieces and bytes of one root: a few partials that include each other twice could take any time and memory.
  static let mostPieces = 200_000
  static let mostBytes = 16_000_000

  let library: TemplateLibrary
  let schema: Schema
  var emitter = Emitter()
  var scopes: [Scope] = []
  var frames = 1
  var mostFrames = 1
  /// The templates that are being compiled, outermost first.
  var active: [String] = []
  /// What overrides blocks: a stack of sets, referred to by index.
  var overrides: [[String: Override]] = [[:]]
  var findings = Findings()
  private var pieces = 0
  private var isTooLarge = false

  init(library: TemplateLibrary, schema: Schema) {
    self.library = library
    self.schema = schema
    scopes = [.record(schema, frame: 0, steps: [])]
  }

  mutating func compile(_ name: String) -> Template? {
    guard let parsed = library.templates[name] else {
      reportMissing(name, at: nil)
      return nil
    }
    active = [name]
    emit(parsed.nodes, Surroundings(template: name))
    return findings.hasErrors
      ? nil
      : Template(
        name: name, schema: schema.tag, operations: emitter.operations, literals: emitter.literals,
        steps: emitter.steps, frames: mostFrames)
  }

  mutating func emit(_ nodes: [Node], _ around: Surroundings) {
    for node in nodes {
      guard !exceeds(around) else { return }
      switch node {
      case .lineStart: emitter.markup(around.indent)
      case .text(let bytes): emitter.markup(library.markup(bytes))
      case .variable(let name, let raw): emitVariable(name, raw: raw)
      case .section(let name, let inverted, let inner): emitSection(name, inverted: inverted, inner, around)
      case .partial(let name, let indent): include(name, indent: indent, around)
      case .parent(let name, let indent, let arguments):
        var inside = around
        inside.overrides = override(arguments, parent: name, around)
        include(name, indent: indent, inside)
      case .block(let block): emitBlock(block, around)
      }
    }
  }

  private mutating func exceeds(_ around: Surroundings) -> Bool {
    pieces += 1
    if pieces > Self.mostPieces || emitter.literals.count > Self.mostBytes {
      if !isTooLarge {
        let path = library.templates[around.template]?.path ?? around.template
        findings.add(
          Diagnostic(
            .templateTooLarge, at: Location(file: path), ["limit": String(Self.mostPieces)]))
      }
      isTooLarge = true
    }
    return isTooLarge
  }

  private mutating func include(_ name: Name, indent: [UInt8], _ around: Surroundings) {
    guard let parsed = library.templates[name.text] else {
      reportMissing(name.text, at: name.location)
      return
    }
    guard !active.contains(name.text) else {
      let chain = (active.drop { $0 != name.text } + [name.text]).joined(separator: " → ")
      findings.add(
        Diagnostic(.templateRecursion, at: name.location, ["name": name.text, "chain": chain]))
      return
    }
    guard active.count < Self.greatestDepth else {
      findings.add(
        Diagnostic(.templateTooDeep, at: name.location, ["limit": String(Self.greatestDepth)]))
      return
    }
    active.append(name.text)
    var inside = around
    inside.template = name.text
    inside.indent += indent
    emit(parsed.nodes, inside)
    active.removeLast()
  }

  private mutating func reportMissing(_ name: String, at location: Location?) {
    let names = library.templates.keys.sorted()
    findings.add(
      Diagnostic(
        .missingTemplate, at: location, ["name": name], suggestions: NearestNames.find(name, in: names)))
  }
}

/// What surrounds a piece while it is compiled.
struct Surroundings {
  var template: String
  var indent: [UInt8] = []
  /// The index of the overrides in force.
  var overrides = 0
}
