import Common
import Pages
import Reading
import Templates
import YAML

/// A theme ready to render: templates compiled, words read, assets at hand.
package struct Theme: Sendable {
  package let templates: TemplateSet
  package let words: Words
  /// The names that a text may ask for with `layout:`.
  package let layouts: [String]
  /// By address below the site's top folder.
  package let assets: [(address: String, bytes: [UInt8])]

  /// Puts a theme together from the default's files and the user's own: a file with the same relative path wins.
  ///
  /// - Parameters:
  ///   - files: By path relative to the theme's folder, in byte order, the user's files already laid over the default's.
  ///   - strings: The default's strings, then the user's own.
  ///   - fingerprint: What of an asset's content goes into its name; `nil` leaves all names as they are.
  /// - Returns: `nil` when a template or a string is missing or wrong; every fault is a finding.
  package static func load(
    files: [(path: String, file: SourceFile)], strings: [SourceFile], language: String, fields: FieldSet,
    fingerprint: (([UInt8]) -> String)? = nil, findings: inout Findings
  ) -> Theme? {
    var layers: [YAMLNode] = []
    for file in strings {
      if let node = YAMLParser.parse(file.bytes, file: file.path, findings: &findings) { layers.append(node) }
    }
    if layers.isEmpty {
      findings.add(Diagnostic(.missingStrings, at: nil, ["language": language]))
      return nil
    }
    let words = Words(language: language, layers: layers, findings: &findings)
    var templates: [TemplateFile] = []
    var assets: [(address: String, bytes: [UInt8])] = []
    for (path, file) in files {
      if path.hasSuffix(".html"),
        path.hasPrefix("layouts/") || path.hasPrefix("blocks/") || path.hasPrefix("partials/")
      {
        templates.append(TemplateFile(path: file.path, name: String(path.dropLast(5)), bytes: file.bytes))
      } else if path.hasPrefix("assets/") {
        assets.append((path, file.bytes))
      }
    }
    let names = Set(templates.map(\.name))
    let wanted = Set(fields.roots.map(\.name))
    let own = names.subtracting(wanted).filter { $0.hasPrefix("layouts/") }.sorted()
    let roots =
      fields.roots.filter { names.contains($0.name) } + own.map { fields.layout(String($0.dropFirst(8))) }
    for root in fields.roots where !names.contains(root.name) {
      findings.add(Diagnostic(.missingTemplate, at: nil, ["name": root.name + ".html"]))
    }
    let moved =
      fingerprint.map { AssetNames(assets: assets, templates: templates, fingerprint: $0).moved } ?? [:]
    for (index, asset) in assets.enumerated() {
      assets[index].address = moved[asset.address] ?? asset.address
    }
    guard
      let set = TemplateSet.compile(
        files: templates, roots: roots, constants: words.constants, moved: moved, findings: &findings),
      roots.count == fields.roots.count + own.count
    else { return nil }
    let layouts = names.filter { $0.hasPrefix("layouts/") }.map { String($0.dropFirst(8)) }.sorted()
    return Theme(templates: set, words: words, layouts: layouts, assets: assets)
  }
}
