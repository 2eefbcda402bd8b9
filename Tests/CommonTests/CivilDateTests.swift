import Common
import Testing

@Suite struct CivilDateTests {
  @Test func countsDaysFromTheEpoch() throws {
    #expect(CivilDate(iso: "1970-01-01")?.dayNumber == 0)
    #expect(CivilDate(iso: "2020-02-14")?.dayNumber == 18306)
    #expect(CivilDate(iso: "2020-02-14")?.weekday == 5)
    #expect(CivilDate(iso: "2020-02-28")?.adding(days: 2).description == "2020-03-01")
  }

  @Test(arguments: ["2020-02-30", "2019-02-29", "2020-13-01", "2020-00-10", "2020-2-14", "20200214", ""])
  func refusesDaysThatDoNotExist(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func roundTripsFourHundredYears() {
    for number in stride(from: -80_000, through: 66_000, by: 37) {
      let date = CivilDate(dayNumber: Int32(number))
      let (year, month, day) = date.components
      #expect(CivilDate(year: year, month: month, day: day) == date)
    }
  }
}
