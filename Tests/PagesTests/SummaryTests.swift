import Common
import Reading
import Statistics
import Testing

@testable import Pages

/// The sentences a summary writes, word for word.
@Suite struct SummaryTests {
  func sentences(
    _ indicators: String, of place: String = "临江街道", on day: String, in language: String = "zh-Hans"
  ) throws -> [String] {
    let block = try SampleSite(language).block("summary", "indicators: [\(indicators)]", of: place, on: day)
    switch block {
    case .summary(_, let sentences): return sentences.map(\.text)
    case .nothing: return []
    default: throw SampleSite.Missing(name: "summary")
    }
  }

  @Test func saysWhoReportedWhatChangedOnWhichBasisAndHowFarTheGoalIs() throws {
    #expect(
      try sentences("排查覆盖率", on: "2020-01-02") == [
        "截至1月2日18:00，临江街道4个社区中3个已报数。",
        "排查覆盖率96.0%，较前一日上升0.9个百分点（同口径3个社区），基于3/4个社区。",
      ])
    #expect(
      try sentences("排查覆盖率", on: "2020-01-01") == [
        "截至1月1日18:00，临江街道4个社区全部已报数。",
        "排查覆盖率95.0%，较前一日上升11.7个百分点，距98%的目标还差3.0个百分点。",
      ])
  }

  @Test func writesTheSameInEnglishWithASpaceBetweenSentences() throws {
    #expect(
      try sentences("排查覆盖率", on: "2020-01-02", in: "en") == [
        "By 18:00 on 2 January, 3 of 4 units at community level in Riverside had reported. ",
        "Screening coverage: 96.0%, up 0.9 percentage points on the day before (same basis: 3 units at community level), "
          + "based on 3 of 4 units at community level. ",
      ])
    #expect(
      try sentences("排查覆盖率, 未排查户数", on: "2020-01-01", in: "en").dropFirst().joined()
        == "Screening coverage: 95.0%, up 11.7 percentage points on the day before, "
        + "3.0 percentage points from the target of 98%. "
        + "Households left: 180 households, down by 420 households on the day before. ")
  }

  @Test func countsDecreaseAndRatesFall() throws {
    #expect(
      try sentences("未排查户数, 口罩可用天数", on: "2020-01-05").dropFirst() == [
        "未排查户数1户，较前一日持平。", "口罩可用天数10.0天，较前一日持平。",
      ])
    #expect(
      try sentences("未排查户数", on: "2020-01-01").last == "未排查户数180户，较前一日减少420户。")
  }

  @Test func toldLevelFromAlmostLevelAndFromNothingToCompare() throws {
    #expect(
      try sentences("排查覆盖率", on: "2020-01-05").last == "排查覆盖率99.9%，较前一日基本持平，达到98%的目标。")
    #expect(
      try sentences("排查覆盖率", of: "东风社区", on: "2020-01-05") == ["排查覆盖率100%，较前一日持平，达到98%的目标。"])
    #expect(
      try sentences("排查覆盖率", on: "2020-01-04").last == "排查覆盖率99.9%，较前一日无可比数据，达到98%的目标。")
    #expect(
      try sentences("排查覆盖率", on: "2020-01-04", in: "en").last
        == "Screening coverage: 99.9%, no comparable data on the day before, meeting the target of 98%. ")
  }

  @Test func namesTheStateWhereThereIsNoValue() throws {
    #expect(try sentences("排查覆盖率", of: "光明社区", on: "2020-01-02") == ["排查覆盖率未报。"])
    #expect(try sentences("办结率", of: "和平社区", on: "2020-01-05") == ["办结率：无受理。"])
    #expect(try sentences("办结率", of: "和平社区", on: "2020-01-05", in: "en") == ["Closing rate: no calls. "])
    #expect(
      try sentences("排查覆盖率", of: "光明社区", on: "2020-01-02", in: "en") == ["Screening coverage: not reported. "]
    )
  }

  @Test func aRollingMeanWithTooFewDaysIsNotCalledUnreported() throws {
    #expect(try sentences("口罩可用天数", on: "2020-01-01") == ["口罩可用天数：没有数据。"])
  }

  @Test func saysNothingOfADatasetThatHasNotBegun() throws {
    #expect(try sentences("志愿者人数", on: "2019-12-31") == [])
    #expect(try sentences("志愿者人数, 排查覆盖率", on: "2019-12-31").count == 2)
  }

  @Test func saysWhatIsCarriedForwardAndDoesNotCountItAsReported() throws {
    #expect(
      try sentences("志愿者人数", on: "2020-01-02") == [
        "截至1月2日18:00，临江街道4个社区中3个已报数。", "志愿者人数44人，较前一日增加1人，基于4/4个社区，其中1个沿用前日。",
      ])
  }

  @Test func marksSumsThatAreNotExact() throws {
    #expect(try sentences("志愿者人数", on: "2020-01-04").last == "志愿者人数超过43人，较前一日无可比数据。")
    #expect(try sentences("志愿者人数", on: "2020-01-05").last == "志愿者人数约45人，较前一日增加约2人。")
    #expect(try sentences("志愿者人数", of: "红星社区", on: "2020-01-05").last == "志愿者人数20多人，较前一日持平。")
    #expect(
      try sentences("志愿者人数", on: "2020-01-05", in: "en").last
        == "Volunteers: about 45 people, up by about 2 people on the day before. ")
  }

  @Test func meetsATargetFromAboveWhereLessIsBetter() throws {
    #expect(try sentences("超时件数", on: "2020-01-05").last == "超时件数3件，较前一日减少5件，达到5件的目标。")
    #expect(try sentences("超时件数", on: "2020-01-04").last == "超时件数8件，较前一日无可比数据，距5件的目标还差3件。")
  }

  @Test func quotesWhatASourceReported() throws {
    #expect(
      try sentences("来源公布的复工率, 户数", of: "桃源社区", on: "2020-01-05") == [
        "来源公布的复工率70%，来源公布，未公布分母。", "户数6000多户。",
      ])
    #expect(try sentences("排查覆盖率", of: "桃源社区", on: "2020-01-05") == [])
  }

  @Test(arguments: ["zh-Hans", "en"])
  func neverDoublesPunctuation(language: String) throws {
    for day in ["2019-12-30", "2020-01-01", "2020-01-02", "2020-01-04", "2020-01-05"] {
      let names = "排查覆盖率, 未排查户数, 志愿者人数, 办结率, 超时件数, 社区平均受理, 口罩可用天数, 两率之差"
      let text = try sentences(names, on: day, in: language).joined()
      for pair in ["，，", "。。", "，。", "：：", ", ,", ". .", ",.", "  ", "（）", "()", " ,", " ."] {
        #expect(!text.contains(pair), "\(pair) in \(text)")
      }
    }
  }
}
