import Common
import Reading
import Testing

@testable import Tables

@Suite struct PersonalFieldTests {
  private func sample(_ type: FieldType = .string) -> Sample {
    .with(Sample.field("phone", "电话", type, required: true, maximum: 1, personal: true))
  }

  @Test func keepsNothingButHashes() throws {
    var sample = sample()
    sample.key = []
    let outcome = sample.read(
      "社区,日期,电话\n东村社区,2020-02-14,13800001111\n西村,2020-02-14, 13800001111 \n南里社区,2020-02-14,13900001111\n南里社区,2020-02-14,\n"
    )
    #expect(outcome.said == [])
    let table = try #require(outcome.table)
    guard case .withheld(let hashes) = table.columns[2] else {
      Issue.record("the column is not withheld")
      return
    }
    #expect(hashes[0] == hashes[1])
    #expect(hashes[0] != hashes[2])
    #expect(hashes[3] == 0)
  }

  @Test func isNeitherTypedNorValidated() {
    #expect(sample(.integer).read("社区,日期,电话\n东村社区,2020-02-14,不是数\n").said == [])
  }

  @Test func isNotPrintedAsPartOfAKey() {
    var sample = sample()
    sample.key = [0, 2]
    sample.fields.append(Sample.field("n", "数", .integer))
    let outcome = sample.read(
      "社区,日期,电话,数\n东村社区,2020-02-14,13800001111,1\n东村社区,2020-02-14,13800001111,2\n")
    #expect(outcome.said == ["error tables.key-twice data/a.csv:3:1"])
    #expect(!outcome.findings.contains { $0.arguments.contains { $0.value.contains("138") } })
  }

  @Test func isNotPrintedForAMalformedRow() {
    let outcome = sample().read("社区,日期,电话\n东村社区,2020-02-14,\"138\"00001111\n东村社区,2020-02-14,139,00001111\n")
    #expect(outcome.findings.count == 2)
    #expect(!outcome.findings.contains { $0.arguments.contains { $0.value.contains("0000") } })
  }
}
