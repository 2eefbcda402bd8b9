import Testing

@testable import Reading

@Suite struct JSONScannerTests {
  /// A text's only value in plain words, or what is wrong with it and where.
  private func read(_ text: String) -> (text: String?, fault: JSONFault?) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      do throws(JSONFault) {
        var scanner = JSONScanner(bytes)
        let value = try scanner.value()
        try scanner.end()
        var plain: [UInt8] = []
        scanner.append(value, to: &plain)
        return (String(decoding: plain, as: UTF8.self), nil)
      } catch {
        return (nil, error)
      }
    }
  }

  @Test(arguments: [
    ("0", "0"), ("-0", "-0"),
    ("12345678901234567890.123456789012345678", "12345678901234567890.123456789012345678"),
    ("0.1", "0.1"), ("1e3", "1000"), ("1.25E2", "125"), ("1.25e1", "12.5"), ("1.25e+0", "1.25"),
    ("-1.25e-1", "-0.125"), ("125e-5", "0.00125"), ("0.5e1", "5"), ("0.05e1", "0.5"), ("0e5", "0"),
    ("1e400", "1e400"),
  ])
  func keepsNumbersDigitForDigit(text: String, plain: String) {
    #expect(read(text).text == plain)
  }

  @Test(arguments: [
    (#""""#, ""), (#""社区""#, "社区"), (#""\u793e\u533A""#, "社区"), (#""\ud842\udfb7""#, "𠮷"),
    (#""a\"b\\c\/d\n\t\r\b\f""#, "a\"b\\c/d\n\t\r\u{8}\u{C}"), ("null", ""), (" true ", "true"),
    ("false\n", "false"),
  ])
  func readsTextsAndWords(text: String, plain: String) {
    #expect(read(text).text == plain)
  }

  @Test(arguments: [
    ("", JSONFault.Kind.endsEarly, 0), ("[1,", .endsEarly, 3), ("[1", .endsEarly, 2),
    ("{\"a\"", .endsEarly, 4),
    ("{\"a\":", .endsEarly, 5), ("[1,]", .unexpected("]"), 3), ("{\"a\":1,}", .unexpected("}"), 7),
    ("[1 2]", .unexpected("2"), 3), ("{a:1}", .unexpected("a:1"), 1), ("{\"a\" 1}", .unexpected("1"), 5),
    ("[,1]", .unexpected(","), 1), ("[1}", .unexpected("}"), 2), ("NaN", .notAValue("NaN"), 0),
    ("[-Infinity]", .badNumber("-Infinity"), 1), ("[Infinity]", .notAValue("Infinity"), 1),
    ("nulls", .notAValue("nulls"), 0), ("'a'", .notAValue("'a'"), 0), ("“a”", .notAValue("“a”"), 0),
    ("// a\n1", .comment, 0), ("[1 /* a */]", .comment, 3), ("01", .badNumber("01"), 0),
    ("+1", .badNumber("+1"), 0), (".5", .badNumber(".5"), 0), ("1.", .badNumber("1."), 0),
    ("1e", .badNumber("1e"), 0),
    ("-", .badNumber("-"), 0), ("\"a", .badString, 0), ("\"a\nb\"", .badString, 2), (#""\x""#, .badString, 1),
    (#""\u12""#, .badString, 1), (#""\ud800""#, .badString, 1), (#""\udc00""#, .badString, 1),
    (#""\ud800\u0041""#, .badString, 1), (#""\u0000""#, .badString, 1), ("1 2", .trailing("2"), 2),
    ("[] []", .trailing("["), 3),
  ])
  func refusesWhatIsNoJSONAtItsByte(text: String, kind: JSONFault.Kind, offset: Int) {
    #expect(read(text).fault == JSONFault(kind, at: offset))
  }

  @Test func boundsTheDepth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(Limits.jsonDepth)).fault == nil)
    #expect(read(nested(Limits.jsonDepth + 1)).fault == JSONFault(.tooDeep, at: Limits.jsonDepth))
    #expect(read(String(repeating: "[", count: 1_000_000)).fault?.kind == .tooDeep)
  }
}
