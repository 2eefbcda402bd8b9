import Testing

@testable import Templates

/// The rules of Mustache's specification, in our words; `MustacheSpecificationTests` runs the original.
@Suite struct MustacheRulesTests {
  struct Case: CustomTestStringConvertible {
    var says: String
    var template: String
    var data: Sample
    var partials: [String: String]
    var gives: String

    init(
      _ says: String, _ template: String, _ data: Sample = [:], partials: [String: String] = [:],
      gives: String
    ) {
      (self.says, self.template, self.data, self.partials, self.gives) =
        (says, template, data, partials, gives)
    }

    var testDescription: String { says }
  }

  @Test(arguments: comments + delimiters)
  func leavesOutCommentsAndChangesDelimiters(_ c: Case) throws { try check(c) }

  @Test(arguments: names)
  func writesNames(_ c: Case) throws { try check(c) }

  @Test(arguments: sections)
  func opensSections(_ c: Case) throws { try check(c) }

  @Test(arguments: lines)
  func dropsLinesThatOnlyHoldATag(_ c: Case) throws { try check(c) }

  @Test(arguments: partials)
  func includesPartials(_ c: Case) throws { try check(c) }

  @Test(arguments: blocks)
  func overridesBlocks(_ c: Case) throws { try check(c) }

  private func check(_ c: Case) throws {
    let outcome = try #require(Bench.run(c.template, c.data, partials: c.partials))
    #expect(outcome.text == c.gives, "\(outcome.places)")
  }

  static let comments = [
    Case("inline", "一{{! 注释 }}二", gives: "一二"),
    Case("over lines", "a{{!\n b\n}}c\n", gives: "ac\n"),
    Case("keeps white space beside it", "a {{! b }} c", gives: "a  c"),
    Case("its line goes", "a\n  {{! b }}\nc\n", gives: "a\nc\n"),
    Case("its lines go", "a\n  {{!\n b\n  }}\nc\n", gives: "a\nc\n"),
    Case("what looks like a tag is none", "a{{! {{b }}c", gives: "ac"),
  ]

  static let delimiters = [
    Case("a pair", "{{=<% %>=}}<%x%>{{x}}", ["x": "1"], gives: "1{{x}}"),
    Case("one character each", "{{=[ ]=}}[x]", ["x": "1"], gives: "1"),
    Case("with padding", "|{{=  @   @  =}}|", gives: "||"),
    Case("back again", "{{=| |=}}|x||={{ }}=|{{x}}", ["x": "1"], gives: "11"),
    Case("its line goes", "a\r\n {{=@ @=}}\r\nb", gives: "a\r\nb"),
    Case("not for a partial", "{{=@ @=}}@>p@", ["x": "1"], partials: ["p": "{{x}}"], gives: "1"),
    Case("not out of a partial", "{{>p}}{{x}}", ["x": "1"], partials: ["p": "{{=@ @=}}@x@"], gives: "11"),
  ]

  static let names = [
    Case("plain text as it is", "{单} } {", gives: "{单} } {"),
    Case("escaped", "{{x}}", ["x": "& \" < > '"], gives: "&amp; &quot; &lt; &gt; &#39;"),
    Case("markup as it is", "{{{x}}}{{&x}}", ["x": "<b>&</b>"], gives: "<b>&</b><b>&</b>"),
    Case("with padding", "|{{ x }}|{{{ y }}}|{{& y }}|", ["x": "1", "y": "2"], gives: "|1|2|2|"),
    Case("never alone on a line", " {{x}}\n", ["x": "1"], gives: " 1\n"),
    Case("dotted", "{{a.b.c}}", ["a": ["b": ["c": "1"]]], gives: "1"),
    Case(
      "dotted from the nearest", "{{#a}}{{b.c}}{{/a}}", ["a": ["b": ["c": "1"]], "b": ["c": "2"]], gives: "1"),
    Case(
      "a leading dot keeps to the record", "{{#a}}{{.x}}{{x}}{{/a}}{{x}}", ["a": ["x": "1"], "x": "2"],
      gives: "112"),
    Case("what data holds is no template", "{{x}}", ["x": "{{y}}"], gives: "{{y}}"),
    Case("null says nothing", "({{x}})", ["x": .null], gives: "()"),
    Case("the page is one text", "{{.}}", "1", gives: "1"),
    Case("Chinese names", "{{标题}}", ["标题": "简报"], gives: "简报"),
  ]

  static let sections = [
    Case("true", "{{#a}}1{{/a}}{{^a}}2{{/a}}", ["a": true], gives: "1"),
    Case("false", "{{#a}}1{{/a}}{{^a}}2{{/a}}", ["a": false], gives: "2"),
    Case("null is false", "{{#a}}1{{/a}}{{^a}}2{{/a}}", ["a": .null], gives: "2"),
    Case("an empty text is false", "{{#a}}1{{/a}}{{^a}}2{{/a}}", ["a": ""], gives: "2"),
    Case("empty markup is false", "{{#a}}{{{a}}}{{/a}}{{^a}}2{{/a}}", ["a": ""], gives: "2"),
    Case("a text is itself inside", "{{#a}}{{.}} {{a}}{{/a}}", ["a": "1"], gives: "1 1"),
    Case("enters a record", "{{#a}}{{x}}{{y}}{{/a}}", ["a": ["x": "1"], "x": "0", "y": "2"], gives: "12"),
    Case("repeats a list", "{{#a}}{{x}},{{/a}}", ["a": [["x": "1"], ["x": "2"]]], gives: "1,2,"),
    Case("an empty list", "{{#a}}1{{/a}}{{^a}}2{{/a}}", ["a": []], gives: "2"),
    Case("a list is no inverted", "{{^a}}1{{/a}}", ["a": [["x": "1"]]], gives: ""),
    Case("texts", "{{#a}}({{.}}){{/a}}", ["a": ["1", "<"]], gives: "(1)(&lt;)"),
    Case(
      "lists in lists see all that is around", "{{#a}}{{#b}}{{x}}{{y}}{{z}} {{/b}}{{/a}}",
      ["z": "!", "a": [["x": "1", "b": [["y": "2"], ["y": "3"]]], ["x": "4", "b": [["y": "5"]]]]],
      gives: "12! 13! 45! "),
    Case(
      "records in a list", "{{#a}}{{b.x}}{{/a}}", ["a": [["b": ["x": "1"]], ["b": ["x": "2"]]]], gives: "12"),
    Case("twice", "{{#a}}1{{/a}}-{{#a}}2{{/a}}", ["a": true], gives: "1-2"),
    Case("in itself", "{{#a}}1{{#a}}2{{/a}}3{{/a}}", ["a": true], gives: "123"),
    Case("dotted", "{{#a.b}}1{{/a.b}}{{^a.b}}2{{/a.b}}", ["a": ["b": true]], gives: "1"),
    Case("with padding", "{{# a }}1{{/ a }}", ["a": true], gives: "1"),
    Case("closed by its own name only", "{{#a}}{{#b}}1{{/b}}{{/a}}", ["a": true, "b": true], gives: "1"),
  ]

  static let lines = [
    Case("a section's lines", "a\n{{#x}}\nb\n{{/x}}\nc\n", ["x": true], gives: "a\nb\nc\n"),
    Case("indented ones", "a\n  {{^x}}\n b\n\t{{/x}}\nc\n", ["x": false], gives: "a\n b\nc\n"),
    Case("CRLF", "a\r\n{{#x}}\r\nb\r\n{{/x}}\r\nc", ["x": true], gives: "a\r\nb\r\nc"),
    Case("at the beginning", "  {{#x}}\nb{{/x}}", ["x": true], gives: "b"),
    Case("at the end", "{{#x}}b\n  {{/x}}", ["x": true], gives: "b\n"),
    Case("not beside text", " {{#x}}b{{/x}}\n", ["x": true], gives: " b\n"),
    Case("not two tags", " {{#x}}{{/x}}\n", ["x": true], gives: " \n"),
    Case("white space inside", "|{{#x}} {{! }}\n {{/x}}|", ["x": true], gives: "| \n |"),
  ]

  static let partials = [
    Case("inline", "({{>p}})", partials: ["p": "1"], gives: "(1)"),
    Case("with the context", "{{#a}}{{>p}}{{/a}}", ["a": ["x": "1"]], partials: ["p": "{{x}}"], gives: "1"),
    Case("in another folder", "{{> parts/p }}", partials: ["parts/p": "1"], gives: "1"),
    Case("in a partial", "{{>p}}{{>q}}", partials: ["p": "1{{>q}}", "q": "2"], gives: "122"),
    Case("inline keeps its lines", "  {{>p}}.\n", partials: ["p": "1\n2"], gives: "  1\n2.\n"),
    Case(
      "alone, its lines are indented", "a\n  {{>p}}\nb", partials: ["p": "1\n2\n"], gives: "a\n  1\n  2\nb"),
    Case("alone at the end", "a\n  {{>p}}", partials: ["p": "1\n2"], gives: "a\n  1\n  2"),
    Case("CRLF", "a\r\n{{>p}}\r\nb", partials: ["p": "1"], gives: "a\r\n1b"),
    Case(
      "data is not indented", " {{>p}}\n", ["x": "1\n2"], partials: ["p": "{{x}}\n{{x}}\n"],
      gives: " 1\n2\n 1\n2\n"),
    Case(
      "indentation adds up", " {{>p}}\n", partials: ["p": "1\n  {{>q}}\n", "q": "2\n3\n"],
      gives: " 1\n   2\n   3\n"),
    Case(
      "lines in a section", "  {{>p}}\n", ["a": [["x": "1"], ["x": "2"]]],
      partials: ["p": "{{#a}}\n{{x}}\n{{/a}}\n-\n"], gives: "  1\n  2\n  -\n"),
  ]

  static let blocks = [
    Case("by default", "{{$b}}1{{x}}{{/b}}", ["x": "2"], gives: "12"),
    Case("of a parent by default", "{{<p}}{{/p}}", partials: ["p": "({{$b}}1{{/b}})"], gives: "(1)"),
    Case("overridden", "{{<p}}{{$b}}2{{/b}}{{/p}}", partials: ["p": "({{$b}}1{{/b}})"], gives: "(2)"),
    Case(
      "one of two", "{{<p}}{{$c}}3{{/c}}{{/p}}", partials: ["p": "{{$b}}1{{/b}}{{$c}}2{{/c}}"], gives: "13"),
    Case(
      "each use for itself", "{{<p}}{{$b}}1{{/b}}{{/p}}{{<p}}{{$b}}2{{/b}}{{/p}}{{>p}}",
      partials: ["p": "{{$b}}0{{/b}}"], gives: "120"),
    Case(
      "names are no data", "{{<p}}{{$x}}2{{/x}}{{/p}}", ["x": "3"], partials: ["p": "{{$x}}1{{/x}}"],
      gives: "2"),
    Case(
      "the outermost decides", "{{<p}}{{$b}}1{{/b}}{{/p}}",
      partials: ["p": "{{<q}}{{$b}}2{{/b}}{{/q}}", "q": "{{<r}}{{$b}}3{{/b}}{{/r}}", "r": "{{$b}}4{{/b}}"],
      gives: "1"),
    Case(
      "the middle decides when the outermost does not", "{{<p}}{{/p}}",
      partials: ["p": "{{<q}}{{$b}}2{{/b}}{{/q}}", "q": "{{<r}}{{$b}}3{{/b}}{{/r}}", "r": "{{$b}}4{{/b}}"],
      gives: "2"),
    Case(
      "a block in what overrides it", "{{<p}}{{$b}}1{{$b}}2{{/b}}{{/b}}{{/p}}",
      partials: ["p": "({{$b}}0{{/b}})"], gives: "(12)"),
    Case(
      "in the parent's context", "{{<p}}{{$b}}{{x}}{{/b}}{{/p}}", ["x": "1", "a": ["x": "2"]],
      partials: ["p": "{{#a}}{{$b}}0{{/b}}{{/a}}"], gives: "2"),
    Case(
      "a parent alone on its line", "a\n {{<p}}{{/p}}\nb\n", partials: ["p": "1\n2\n"],
      gives: "a\n 1\n 2\nb\n"),
    Case("a parent beside text", "  {{<p}}{{/p}}.\n", partials: ["p": "1\n2"], gives: "  1\n2.\n"),
    Case(
      "replacing lines are indented as the replaced", "{{<p}}{{$b}}\n1\n2\n{{/b}}{{/p}}",
      partials: ["p": "a\n{{$b}}\n   0\n{{/b}}\nb\n"], gives: "a\n   1\n   2\nb\n"),
    Case(
      "their own indentation goes", "{{<p}}\n  {{$b}}\n    1\n      2\n  {{/b}}\n{{/p}}\n",
      partials: ["p": "a\n {{$b}}\n {{/b}}\nb\n"], gives: "a\n 1\n   2\nb\n"),
    Case(
      "in a line of text", "{{<p}}{{$b}}\n1\n2{{/b}}\n{{/p}}", partials: ["p": " {{$b}}{{/b}}\n"],
      gives: " 1\n 2\n"),
  ]
}
