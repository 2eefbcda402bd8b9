import Testing

@testable import Reading

@Suite struct GlobTests {
  @Test(arguments: [
    ("data/screening/*", "data/screening/2020-02-14.csv", true),
    ("data/screening/*", "data/screening/a/b.csv", false),
    ("data/**", "data/a/b.csv", true), ("data/**/*.csv", "data/x.csv", true),
    ("data/**/*.csv", "data/a/b/x.csv", true),
    ("data/**/*.csv", "data/a/b/x.xlsx", false), ("data/日报?.csv", "data/日报1.csv", true),
    ("data/日报?.csv", "data/日报12.csv", false),
    ("*.csv", "data/x.csv", false), ("data/*a*b*", "data/xxaxxbxx", true), ("data/*a*b", "data/abab", true),
    ("data/*a*b", "data/aba", false),
    ("./data/*", "data/x", true), ("data/[x]", "data/x", false), ("caf\u{E9}.csv", "cafe\u{301}.csv", true),
    ("**", "a", true),
  ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected)
  }
}
