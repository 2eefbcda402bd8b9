import Common
@testable import Templates

/// What came of compiling and filling a template.
struct Outcome {
  var text: String?
  var findings: [Diagnostic]

  /// `rule line:column`, in order.
  var places: [String] {
    findings.map { finding in
      guard let location = finding.location else { return finding.rule.id }
      let file = location.file == "main.html" ? "" : location.file + " "
      guard case .text(let line, let column) = location.position else {
        return "\(finding.rule) \(file)whole"
      }
      return "\(finding.rule) \(file)\(line):\(column)"
    }
  }
}

enum Bench {
  /// Compiles `template` as `main.html`, and its partials, each as `<name>.html`.
  static func compile(
    _ template: String, _ schema: Schema, partials: [String: String] = [:], words: [String: String] = [:]
  ) -> (template: Template?, findings: [Diagnostic]) {
    var files = [TemplateFile(path: "main.html", name: "main", bytes: Array(template.utf8))]
    for name in partials.keys.sorted() {
      let bytes = Array((partials[name] ?? "").utf8)
      files.append(TemplateFile(path: name + ".html", name: name, bytes: bytes))
    }
    var findings = Findings()
    let set = TemplateSet.compile(
      files: files, roots: [TemplateRoot("main", schema)], constants: words, findings: &findings)
    return (set?["main"], findings.items)
  }

  static func fill(_ template: Template, _ record: Record) -> String {
    var buffer = ByteBuffer()
    template.render(record, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// Derives the schema from the data.
  static func run(
    _ template: String, _ data: Sample = [:], partials: [String: String] = [:], words: [String: String] = [:]
  ) -> Outcome? {
    let markup = ([template] + partials.values).reduce(into: Set<String>()) { $0.formUnion(rawNames($1)) }
    guard let schema = Sample.schema(of: [data], at: "page", markup: markup),
      let record = data.filled(schema)
    else { return nil }
    let (compiled, findings) = compile(template, schema, partials: partials, words: words)
    return Outcome(text: compiled.map { fill($0, record) }, findings: findings)
  }

  /// The last parts of the names in `{{{name}}}` and `{{&name}}`.
  static func rawNames(_ template: String) -> Set<String> {
    var names: Set<String> = []
    var rest = Substring(template)
    while let open = rest.firstRange(of: "{{") {
      rest = rest[open.upperBound...]
      guard let sigil = rest.first, sigil == "{" || sigil == "&" else { continue }
      let name = rest.dropFirst().prefix { $0 != "}" }.split(separator: " ").joined()
      names.insert(name == "." ? "." : name.split(separator: ".").last.map(String.init) ?? "")
    }
    return names
  }
}
