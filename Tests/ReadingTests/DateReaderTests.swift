import Common
import Testing

@testable import Reading

@Suite struct DateReaderTests {
  @Test(arguments: [
    "2020-02-14", "2020/2/14", "2020.2.14", "20200214", "2020年2月14日", "2020年02月14号", "２０２０－０２－１４",
    "２０２０年２月１４日", " 2020-2-14 ", "2020年 2月 14日", "2020-02-14 星期五", "2020年2月14日（周五）", "2020-02-14 礼拜五 18:00",
    "43875",
  ])
  func readsAForm(text: String) throws {
    #expect(try DateReader().read(text).day == CivilDate(year: 2020, month: 2, day: 14))
  }

  @Test(arguments: [
    ("2020-02-14 18:00", 64_800), ("2020-02-14T08:05:30", 29_130), ("2020/2/14 8:05:30.123", 29_130),
    ("2020年2月14日24时", 86_400), ("2020年2月14日18时30分", 66_600), ("2020年2月14日下午6点半", 66_600),
    ("2020年2月14日18时30分05秒", 66_605), ("2020-02-14 24:00", 86_400), ("20200214 0时", 0),
    ("2020年2月14日上午9点整", 32_400), ("2020年2月14日晚上12点", 86_400), ("2020年2月14日下午12点", 43_200),
    ("43875.75", 64_800), ("43875.7708333333", 66_600), ("43875.999999999", 86_400),
  ])
  func readsATime(text: String, seconds: Int) throws {
    let value = try DateReader().read(text)
    #expect(value.seconds == seconds)
    #expect(value.day == CivilDate(year: 2020, month: 2, day: 14))
  }

  @Test(arguments: ["2月14日", "2/14", "2-14", "2.14", "2月14日 24时", "２月１４日"])
  func takesADeclaredYear(text: String) throws {
    #expect(try DateReader(year: 2020).read(text).day == CivilDate(year: 2020, month: 2, day: 14))
    #expect(throws: ValueRefusal.yearMissing) { try DateReader().read(text) }
  }

  @Test(arguments: [
    ("02/03/20", ValueRefusal.ambiguousDate), ("14/02/2020", .ambiguousDate), ("20年2月14日", .ambiguousDate),
    ("2020-02-30", .noSuchDay), ("2020/13/1", .noSuchDay), ("20200231", .noSuchDay),
    ("2019年2月29日", .noSuchDay),
    ("2020-02-14 25:00", .noSuchDay), ("2020-02-14 24:01", .noSuchDay), ("2020-02-14 12:60", .noSuchDay),
    ("2020-02-14 12:00:60", .noSuchDay), ("2020-02-14 24:00:01", .noSuchDay),
    ("2020年2月14日晚上12点半", .noSuchDay),
    ("43875.", .notADate), ("43875.7x", .notADate),
    ("2020-02-14 星期四", .weekdayMismatch), ("", .notADate), ("昨天", .notADate), ("2020-02", .notADate),
    ("2020-02-14abc", .notADate), ("2020-2/14", .notADate), ("13800138000", .notADate),
    ("2020年2月", .notADate),
    ("2020-02-14 18:00 19:00", .notADate), ("2020-02-14-15", .notADate), ("2020.2.14.", .notADate),
  ])
  func refusesWithAReason(text: String, reason: ValueRefusal) {
    #expect(throws: reason) { try DateReader().read(text) }
  }

  @Test(arguments: [
    ("data/screening/2020-02-14.csv", "2020-02-14"), ("排查20200214.csv", "2020-02-14"),
    ("卢沟桥2020年2月14日日报.csv", "2020-02-14"), ("2020-02-14_2020-02-15.csv", "2020-02-14"),
    ("20201314-20200215.csv", "2020-02-15"), ("2020-03-01/日报２０２００２１４.csv", "2020-02-14"),
  ])
  func findsTheFirstDateInAFileName(path: String, day: String) {
    #expect(FileNameDate.find(in: path) == CivilDate(iso: day))
  }

  @Test(arguments: [
    "日报.csv", "13800138000.csv", "2020.csv", "2020-2-14.csv", "2020-02-30.csv", "2020-02-14/日报.csv",
    "2月14日.csv",
  ])
  func findsNoDateInOtherNames(path: String) {
    #expect(FileNameDate.find(in: path) == nil)
  }

  @Test func readsSerialsFrom1904() throws {
    let reader = DateReader(from1904: true)
    #expect(try reader.read("42413").moment.description == "2020-02-14")
    #expect(try reader.read("42413.75").moment.description == "2020-02-14 18:00")
    #expect(try reader.read("2020/2/14").moment.description == "2020-02-14")
  }
}
