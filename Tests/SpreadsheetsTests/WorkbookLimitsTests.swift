import Packing
import Testing

@testable import Spreadsheets

@Suite struct WorkbookLimitsTests {
  @Test func areWhatTheSemanticsSay() {
    #expect(WorkbookLimits.standard.packing.entryBytes == 1 << 30)
    #expect(WorkbookLimits.standard.packing.ratio == 1_000)
    #expect(WorkbookLimits.standard.cells == 20_000_000)
  }
}
