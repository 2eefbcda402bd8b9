import Common
import Reading
import Testing

@testable import Tables

/// What became of every row: used, or counted and told.
@Suite struct DatasetReadingTests {
  private static func read(_ text: String, _ sample: Sample = Sample()) -> DatasetReading {
    var reader = RowReader(
      sample.declaration, tree: Sample.tree, within: 0, site: sample.site, asOf: sample.asOf)
    reader.read([RecordFile(path: "data/a.csv", bytes: Array(text.utf8))])
    _ = TableReader.settled(&reader)
    var reading = DatasetReading()
    reading.sources = reader.builder.sources
    return reading
  }

  @Test func keepsEachRefusedRowWithWhereItStandsAndWhy() throws {
    let reading = Self.read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n东屯,2020-02-14,30多,4\n西村,2020-02-14,5,4,9\n西村,2020-02-15,7\n南里社区,2020-02-14,5,4\n合计,,10,8\n"
    )
    let source = try #require(reading.sources.first)
    #expect(source.accepted == 2)
    #expect(source.rows == 5)
    #expect(source.refused.map(\.row) == [3, 4, 5])
    #expect(source.refused[0].cells == ["东屯", "2020-02-14", "30多", "4"])
    #expect(
      source.refused[0].reasons.map(\.rule.id) == ["tables.unknown-place", "reading.approximate-number"])
    #expect(source.refused[1].reasons.map(\.rule.id) == ["tables.row-too-long"])
    #expect(source.refused[2].cells == ["西村", "2020-02-15", "7", nil])
  }

  @Test func keepsARowThatContradictsAnother() throws {
    let reading = Self.read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n东村社区,2020-02-14,6,4\n东村社区,2020-02-14,5,4\n")
    let source = try #require(reading.sources.first)
    #expect([source.accepted, source.refused.count, source.replaced] == [1, 1, 1])
    #expect(source.refused.first?.cells == ["东村社区", "2020-02-14", "6", "4"])
    #expect(source.refused.first?.reasons.map(\.rule) == [.keyTwice])
  }

  @Test func countsWhatIsNotRefusedEither() throws {
    var sample = Sample()
    sample.asOf = Sample.day("2020-02-14")
    sample.places = [("飞地", nil)]
    sample.conditions = [RowCondition(field: 3, texts: ["9"], isNegated: true)]
    let reading = Self.read(
      "社区,日期,应排查户数,已排查户数\n东村社区,2020-02-14,5,4\n东村社区,2020-02-15,5,4\n飞地,2020-02-14,5,4\n西村,2020-02-14,5,9\n",
      sample)
    let source = try #require(reading.sources.first)
    #expect([source.rows, source.accepted, source.later, source.passedOver] == [4, 1, 1, 2])
  }

  @Test func keepsNothingThatIsPersonalOrMayBe() throws {
    var sample = Sample.with(Sample.field("phone", "电话", .string, personal: true))
    sample.fields.append(Sample.field("n", "数", .integer))
    let reading = Self.read(
      "社区,日期,电话,备注,数\n东村社区,2020-02-14,13800001111,王五,多\n东村社区,2020-02-15,13800001111,5\n东村社区,2020-02-16,\"13\"8,王五,5\n",
      sample)
    let refused = try #require(reading.sources.first).refused
    #expect(refused.map(\.row) == [2, 3, 4])
    #expect(refused[0].cells == ["东村社区", "2020-02-14", nil, "多"])
    // A cell is missing or broken: any column may hold the number.
    #expect(refused[1].cells.allSatisfy { $0 == nil } && refused[2].cells.allSatisfy { $0 == nil })
    #expect(
      !refused.contains { row in row.reasons.contains { $0.arguments.contains { $0.value.contains("138") } } }
    )
  }
}
