package import Common

/// The compiled templates of a theme, by name.
///
/// The syntax is Mustache's, as its specification has it, with inheritance (`{{<parent}}{{$block}}…`) and without
/// lambdas and dynamic names: a template holds no code. What the specification renders as nothing is an error here:
/// a name, a partial or a block that does not exist, and recursion.
/// `{{t.key}}` are the site's words, which are put in when the template is compiled.
package struct TemplateSet: Sendable {
  private let templates: [String: Template]

  /// For the moment a site is loaded, not for each page.
  package subscript(name: String) -> Template? { templates[name] }

  /// Compiles each root against its schema, with the partials and parents it uses.
  ///
  /// - Parameters:
  ///   - files: Roots, partials and parents alike.
  ///   - constants: The site's words by key: `{{t.next}}` is `constants["next"]`.
  ///   - moved: Files that are published under another address than templates write: where markup behind a tag begins
  ///     with a key, up to the quotation mark, the value is written.
  ///   - findings: Every error of every file, not the first only; each once.
  /// - Returns: `nil` when there was an error.
  package static func compile(
    files: [TemplateFile], roots: [TemplateRoot], constants: [String: String], moved: [String: String] = [:],
    findings: inout Findings
  ) -> TemplateSet? {
    var found = Findings()
    var parsed: [String: ParsedTemplate] = [:]
    for file in files {
      if let first = parsed[file.name] {
        found.add(
          Diagnostic(
            .duplicateTemplate, at: Location(file: file.path), ["name": file.name, "first": first.path]))
        continue
      }
      parsed[file.name] = TemplateParser.parse(file, findings: &found)
    }
    var templates: [String: Template] = [:]
    let library = TemplateLibrary(templates: parsed, constants: constants, moved: moved)
    for root in roots {
      var compiler = TemplateCompiler(library: library, schema: root.schema)
      templates[root.name] = compiler.compile(root.name)
      found.add(contentsOf: compiler.findings)
    }
    for diagnostic in found.sorted() { findings.add(diagnostic) }
    return found.hasErrors ? nil : TemplateSet(templates: templates)
  }

  /// Whether a byte ends an address in markup: a quotation mark, `?` or `#`.
  package static func endsAddress(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x27 || byte == 0x3F || byte == 0x23
  }
}
