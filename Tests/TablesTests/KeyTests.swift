import Common
import Reading
import Testing

@testable import Tables

@Suite struct KeyTests {
  private let header = "社区,日期,应排查户数,已排查户数\n"

  @Test func dropsAnExactDuplicate() {
    let outcome = Sample().read(header + "西村,2020-02-14,5,4\n东村社区,2020-02-14,1,1\n西村社区,2020/2/14,5.0,4\n")
    #expect(outcome.said == ["warning tables.exact-duplicate data/a.csv:4:1"])
    #expect(outcome.findings.first?.arguments.map(\.value) == ["西村社区 · 2020-02-14", "data/a.csv:2:1"])
    #expect(outcome.table?.regions == [4, 2])
    #expect(outcome.table?.lines == [2, 3])
  }

  @Test func refusesTheSameKeyWithOtherValues() {
    let outcome = Sample().read([
      ("data/1.csv", header + "东村社区,2020-02-14,5,4\n"), ("data/2.csv", header + "东村社区,2020-02-14,5,5\n"),
    ])
    #expect(outcome.said == ["error tables.key-twice data/2.csv:2:1"])
    #expect(outcome.findings.first?.arguments.map(\.value).suffix(2) == ["data/1.csv:2:1", "已排查户数"])
  }

  @Test func takesTheLastWhereRowsAreSentAgain() throws {
    var sample = Sample()
    sample.resent = .last
    sample.fields[2].isApproximate = true
    let outcome = sample.read([
      ("data/1.csv", header + "东村社区,2020-02-14,5,4\n西村,2020-02-14,5,4\n"),
      ("data/2.csv", header + "西村,2020-02-14,5,4\n东村社区,2020-02-14,约6,5\n"),
      ("data/3.csv", header + "东村社区,2020-02-14,7,6\n南里社区,2020-02-14,约8,7\n"),
    ])
    #expect(outcome.said == ["remark tables.rows-resent data/2.csv", "remark tables.rows-resent data/3.csv"])
    let table = try #require(outcome.table)
    #expect(table.regions == [4, 2, 8])
    #expect(table.numbers(2) == [5, 7, 8])
    #expect(table.approximations == [2: [2: Approximation(exactness: .about, written: "约8")]])
    #expect(table.parts.map(\.firstRow) == [0, 1, 1])
    #expect(table.location(row: 1) == Location(file: "data/3.csv", line: 2, column: 1))
  }

  @Test func tellsApproximateFromExact() {
    var sample = Sample()
    sample.fields[2].isApproximate = true
    let outcome = sample.read(header + "东村社区,2020-02-14,5,4\n东村社区,2020-02-14,约5,4\n")
    #expect(outcome.said == ["error tables.key-twice data/a.csv:3:1"])
  }

  @Test func needsEveryKeyField() {
    var sample = Sample()
    sample.fields[3] = Sample.field("item", "物资", .string)
    sample.key = [0, 1, 3]
    let outcome = sample.read("社区,日期,应排查户数,物资\n东村社区,2020-02-14,5,口罩\n东村社区,2020-02-14,5,\n")
    #expect(outcome.said == ["error tables.cell-empty data/a.csv:3:4"])
  }

  @Test func groupsRowsByTheirColumns() {
    var left = ColumnBuilder(kind: .regions)
    left.narrow = [1, 1, 2, 1]
    var right = ColumnBuilder(kind: .numbers(scale: 0))
    right.wide = [5, 6, 5, 5]
    let groups = RowGroups(rowCount: 4, columns: [left, right])
    #expect(groups.groups == [0, 1, 2, 0])
    #expect(groups.firstRows == [0, 1, 2])
  }
}
