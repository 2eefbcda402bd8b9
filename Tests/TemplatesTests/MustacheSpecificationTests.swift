import Foundation
import Testing

@testable import Templates

/// Mustache's own tests, where a copy of them is at hand: `MUSTACHE_SPEC` names a folder that holds
/// `sections.json` and its siblings, from mustache/spec or from a package that carries them. They are not part of
/// this repository; `MustacheRulesTests` says the same rules in our words.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MUSTACHE_SPEC"] != nil))
struct MustacheSpecificationTests {
  struct File: Decodable {
    struct Example: Decodable {
      var name: String
      var data: Sample?
      var template: String
      var partials: [String: String]?
      var expected: String
    }

    var tests: [Example]
  }

  /// What strictness forbids, and the rule that says so.
  static let forbidden: [String: String] = [
    // A name that does not exist is an error, where the specification writes nothing.
    "interpolation/Basic Context Miss Interpolation": "templates.unknown-name",
    "interpolation/Triple Mustache Context Miss Interpolation": "templates.unknown-name",
    "interpolation/Ampersand Context Miss Interpolation": "templates.unknown-name",
    "interpolation/Dotted Names - Broken Chains": "templates.unknown-name",
    "interpolation/Dotted Names - Broken Chain Resolution": "templates.unknown-name",
    "interpolation/Dotted Names - Context Precedence": "templates.unknown-name",
    "sections/Context Misses": "templates.unknown-name",
    "sections/Dotted Names - Broken Chains": "templates.unknown-name",
    "inverted/Context Misses": "templates.unknown-name",
    "inverted/Dotted Names - Broken Chains": "templates.unknown-name",
    "inverted/Context": "templates.unknown-name",
    "inverted/List": "templates.unknown-name",
    "~inheritance/Negative Sections": "templates.unknown-name",
    // So is a template that does not exist.
    "partials/Failed Lookup": "templates.missing-template",
    // Partials are compiled where they are used: there is no end to one that holds itself.
    "partials/Recursion": "templates.recursion",
    "~inheritance/Recursion": "templates.recursion",
  ]

  /// Data that no schema describes: lists in lists, a list as the whole page.
  static let untypable: Set<String> = [
    "sections/Implicit Iterator - Array",
    "sections/Implicit Iterator - Root-level",
  ]

  @Test(arguments: [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections", "~inheritance",
  ])
  func agreesWithTheSpecification(_ topic: String) throws {
    let folder = try #require(ProcessInfo.processInfo.environment["MUSTACHE_SPEC"])
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + topic + ".json"))
    let file = try JSONDecoder().decode(File.self, from: data)
    #expect(!file.tests.isEmpty)
    for example in file.tests {
      let name = topic + "/" + example.name
      let outcome = Bench.run(example.template, example.data ?? [:], partials: example.partials ?? [:])
      guard let outcome else {
        #expect(Self.untypable.contains(name), "\(name): no schema fits its data")
        continue
      }
      if let rule = Self.forbidden[name] {
        #expect(outcome.text == nil && outcome.findings.contains { $0.rule.id == rule }, "\(name)")
      } else {
        #expect(outcome.text == example.expected, "\(name): \(outcome.places)")
      }
    }
  }
}

extension Sample: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let flag = try? value.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? value.decode(Int.self) {
      self = .text(String(number))
    } else if let number = try? value.decode(Double.self) {
      self = .text(String(number))
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let items = try? value.decode([Sample].self) {
      self = .list(items)
    } else {
      self = .record(try value.decode([String: Sample].self))
    }
  }
}
