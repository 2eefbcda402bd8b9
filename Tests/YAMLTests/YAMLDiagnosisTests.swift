import Testing

@testable import YAML

/// What people write by mistake, and where they are told about it.
@Suite struct YAMLDiagnosisTests {
  @Test(
    arguments: [
      // The full-width colon.
      ("title: x\n标题：何晓琴\ndate: y", ["yaml.full-width-colon 2:3 key=标题"]),
      (
        "标题：何晓琴\n日期：今天\ntags: c",
        [
          "yaml.full-width-colon 1:3 key=标题", "yaml.full-width-colon 2:3 key=日期",
        ]
      ),
      ("title: x\n标题：何晓琴", ["yaml.full-width-colon 2:3 key=标题"]),
      ("title: x\n  地点：甲\n  人物: 乙", ["yaml.full-width-colon 2:5 key=地点"]),
      // A colon without a space.
      ("title: x\ndate:2020-02-14\ntags: y", ["yaml.space-after-colon 2:5 key=date"]),
      ("title:x\ndate: y", ["yaml.space-after-colon 1:6 key=title"]),
      // No colon at all.
      ("title: x\nfoo\nbar: y", ["yaml.missing-colon 2:1 found=foo"]),
      // A second colon.
      ("title: 战疫: 日记", ["yaml.colon-in-value 1:10"]),
      // Indentation.
      ("title: x\n  date: y", ["yaml.indentation 2:3"]),
      ("a:\n  b: 1\n c: 2", ["yaml.indentation 3:2"]),
      ("  a: 1\nb: 2", ["yaml.indentation 2:1"]),
      ("a:\n  - b\n c: 1", ["yaml.indentation 3:2"]),
      ("a:\n\tb: 1", ["yaml.tab 2:1"]),
      ("a: |\n\tb", ["yaml.tab 2:1"]),
      ("a:\n  b: 1\n\tc: 2", ["yaml.tab 3:1"]),
      // Quotes.
      ("title: \"x\ndate: y\n", ["yaml.unclosed-quote 1:8"]),
      ("title: \"x\ndate: \"y\"\n", ["yaml.unclosed-quote 1:8"]),
      ("title: 'x\n", ["yaml.unclosed-quote 1:8"]),
      ("title: \"战疫\"日记\n", ["yaml.text-after-quote 1:12"]),
      ("title: \"战疫\"日记\ndate: y\n", ["yaml.text-after-quote 1:12"]),
      ("path: \"C:\\data\"", ["yaml.unknown-escape 1:10"]),
      ("path: \"\\xZZ\"", ["yaml.unknown-escape 1:10"]),
      // Brackets.
      ("tags: [a, b\ndate: y", ["yaml.unclosed-bracket 1:7 found=["]),
      ("tags: {a: b\ndate: y", ["yaml.unclosed-bracket 1:7 found={"]),
      // Characters with a meaning of their own.
      ("title: @何", ["yaml.reserved-character 1:8 found=@"]),
      ("title: `x`", ["yaml.reserved-character 1:8 found=`"]),
      ("title: *重要*", ["yaml.reserved-character 1:8 found=*"]),
      ("title: &重要", ["yaml.reserved-character 1:8 found=&"]),
      ("title: %5", ["yaml.reserved-character 1:8 found=%"]),
      ("title: !重要", ["yaml.tag 1:8"]),
      ("tags: - a", ["yaml.list-on-key-line 1:7"]),
    ] as [(String, [String])])
  func saysWhatWasMeant(_ text: String, _ expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test func passesOnWhatItCannotExplain() {
    #expect(findings("%YAML 9.9\n---\na: b").map { $0.prefix(15) } == ["yaml.syntax 1:1"])
  }

  /// Every text is a tree, a finding or nothing but space: spoilt in any way, it is never dropped silently.
  @Test func saysSomethingAboutEverySpoiltText() {
    let original = Array("标题: \"日报\"\ntags: [甲, 'b']\nlist:\n  - {a: 1}\n  - |\n    文 # x\n".unicodeScalars)
    let inserted = Array("：:\t \n\"'[]{}-#&*!|>%@?,\u{FEFF}\u{2028}\u{85}\u{0}".unicodeScalars)
    for position in original.indices {
      for scalar in inserted {
        var added = original
        added.insert(scalar, at: position)
        var replaced = original
        replaced[position] = scalar
        for spoilt in [added, replaced, Array(original[..<position]) + [scalar]] {
          var text = String.UnicodeScalarView()
          text.append(contentsOf: spoilt)
          let isBlank =
            spoilt.allSatisfy { $0.properties.isWhitespace || $0 == "\u{FEFF}" } || text.first == "#"
          #expect(isBlank || !findings(String(text)).isEmpty, "\(String(text))")
        }
      }
    }
  }

  @Test(arguments: ["http://example.org", "key: value", "# 注：x", "'a：b'", "普通的一句话。", "：x", ""])
  func takesNoOtherLineForAKey(_ line: String) {
    #expect(YAMLKeySlip(in: line) == nil)
  }
}
