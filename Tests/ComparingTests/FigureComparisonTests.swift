import Common
import Testing

@testable import Comparing

/// What two releases print differently, and why.
@Suite struct FigureComparisonTests {
  private static let header =
    "indicator,region,date,numerator,denominator,value,printed,state,exactness,reported,expected,basis\n"

  private static func release(
    _ name: String, _ figures: [String], formula: String = "a ÷ b", matures: Bool = false,
    corrections: String = ""
  ) throws -> ReleaseContents {
    ReleaseContents(
      name: name, asOf: try #require(CivilDate(iso: name)),
      files: [
        "data/figures.csv": Array((header + figures.map { $0 + "\n" }.joined()).utf8),
        "data/indicators.csv": Array(
          "id,title,definition,formula,unit,datasets,matures\nrate,比率,口径,\(formula),%,screening,\(matures)\n"
            .utf8),
        "data/regions.csv": Array(
          "code,name,level,parent,valid_from,valid_to\n11,街道,street,,,\n1101,东社区,community,11,,\n1102,西社区,community,11,,\n"
            .utf8),
        "data/corrections.csv": Array(
          ("kind,subject,region,date,field,old,new,reason,by,on\n" + corrections).utf8),
      ], pages: [:], texts: [:])
  }

  private static let monday = "rate,11,2020-02-03,9,10,0.9,90%,provisional,exact,1,2,units"
  private static let mondayLater = "rate,11,2020-02-03,19,20,0.95,95%,value,exact,2,2,units"
  private static let mondayOther = "rate,11,2020-02-03,8,10,0.8,80%,provisional,exact,1,2,units"
  private static let tuesday = "rate,11,2020-02-04,19,20,0.95,95%,value,exact,2,2,units"

  private static func only(_ old: ReleaseContents, _ new: ReleaseContents) throws -> FigureChange {
    let changes = FigureComparison(old: old, new: new).changes()
    #expect(changes.count == 1)
    return try #require(changes.first)
  }

  @Test func equalFiguresAreNoChange() throws {
    let release = try Self.release("2020-02-03", [Self.monday])
    #expect(FigureComparison(old: release, new: release).changes().isEmpty)
  }

  @Test func aDayThatTheOlderReleaseHadNotReachedIsNew() throws {
    let change = try Self.only(
      Self.release("2020-02-03", [Self.monday]), Self.release("2020-02-04", [Self.monday, Self.tuesday]))
    #expect(change.reason == .newDay && change.old == nil && change.new?.printed == "95%")
    #expect(change.reason.isScheduled)
  }

  @Test func moreUnitsThanBeforeAreALateReport() throws {
    let change = try Self.only(
      Self.release("2020-02-03", [Self.monday]), Self.release("2020-02-04", [Self.mondayLater]))
    #expect(change.reason == .lateReport && change.old?.printed == "90%" && change.new?.printed == "95%")
  }

  @Test func anotherValueOfTheSameUnitsIsUnexplained() throws {
    let change = try Self.only(
      Self.release("2020-02-03", [Self.monday]), Self.release("2020-02-04", [Self.mondayOther]))
    #expect(change.reason == .unexplained && !change.reason.isScheduled)
  }

  @Test func aCorrectionBelowThePlaceExplainsIt() throws {
    let note = "dataset,screening,1101,2020-02-03,done,9,8,录错,数据组,2020-02-04\n"
    let old = try Self.release("2020-02-03", [Self.monday])
    let new = try Self.release("2020-02-04", [Self.mondayOther], corrections: note)
    let change = try Self.only(old, new)
    #expect(change.reason == .correction && change.explanation?.reason == "录错")
  }

  @Test(arguments: [
    "dataset,other,1101,2020-02-03,done,9,8,录错,数据组,2020-02-04\n",
    "dataset,screening,1101,2020-01-27,done,9,8,录错,数据组,2020-02-04\n",
    "dataset,screening,99,2020-02-03,done,9,8,录错,数据组,2020-02-04\n",
    "indicator,other,11,2020-02-03,,9,8,录错,数据组,2020-02-04\n",
  ])
  func aCorrectionOfSomethingElseDoesNot(note: String) throws {
    let change = try Self.only(
      Self.release("2020-02-03", [Self.monday]),
      Self.release("2020-02-04", [Self.mondayOther], corrections: note))
    #expect(change.reason == .unexplained)
  }

  @Test func aCorrectionToldBeforeExplainsNoFurtherChange() throws {
    let note = "indicator,rate,11,2020-02-03,,90%,80%,录错,数据组,2020-02-04\n"
    let change = try Self.only(
      Self.release("2020-02-03", [Self.monday], corrections: note),
      Self.release("2020-02-04", [Self.mondayOther], corrections: note))
    #expect(change.reason == .unexplained)
  }

  @Test func anotherFormulaIsAChangeOfDefinition() throws {
    let change = try Self.only(
      Self.release("2020-02-03", [Self.monday]),
      Self.release("2020-02-04", [Self.mondayOther], formula: "a ÷ c"))
    #expect(change.reason == .definitionChange)
  }

  @Test func aFigureThatIsGoneIsUnexplained() throws {
    let change = try Self.only(
      Self.release("2020-02-03", [Self.monday]), Self.release("2020-02-04", []))
    #expect(change.new == nil && change.reason == .unexplained)
  }

  @Test func mergesByFieldsAndNotByBytesOfTheWholeLine() throws {
    // `-` stands before `,` in ASCII, yet `ab` stands before `ab-c` as a field.
    let first = "ab,11,2020-02-03,1,,1,1,value,exact,1,1,units"
    let second = "ab-c,11,2020-02-03,1,,1,1,value,exact,1,1,units"
    let old = try Self.release("2020-02-03", [first, second])
    let new = try Self.release("2020-02-03", [second])
    let changes = FigureComparison(old: old, new: new).changes()
    #expect(changes.map(\.key.indicator) == ["ab"])
  }

  @Test func aQuotedTextIsReadWhole() throws {
    let old = try Self.release(
      "2020-02-03", ["due,11,2020-02-03,3601,,3601,\"3,601户\",value,exact,1,1,units"])
    let new = try Self.release(
      "2020-02-03", ["due,11,2020-02-03,3602,,3602,\"3,602户\",value,exact,1,1,units"])
    #expect(try Self.only(old, new).new?.printed == "3,602户")
  }

  private static func row(_ day: String, _ value: String, reported: Int) -> String {
    "rate,11,2020-02-\(day),,,\(value),\(value),value,exact,\(reported),2,units"
  }

  /// What a late report moved on its own day, and for six days more.
  @Test(arguments: [("03", ChangeReason.lateReport), ("09", .lateReport), ("10", .unexplained)])
  func whatStandsOnALateReportIsLateForAWeek(_ day: String, _ reason: ChangeReason) throws {
    let old = try Self.release(
      "2020-02-11",
      [Self.row("03", "1", reported: 1)] + (day == "03" ? [] : [Self.row(day, "5", reported: 2)]))
    let new = try Self.release(
      "2020-02-12",
      [Self.row("03", "2", reported: 2)] + (day == "03" ? [] : [Self.row(day, "6", reported: 2)]))
    let changes = FigureComparison(old: old, new: new).changes()
    #expect(changes.last?.reason == reason && changes.last?.key.day.description == "2020-02-" + day)
  }

  @Test(arguments: [
    ("02", ChangeReason.unexplained), ("03", .correction), ("09", .correction), ("10", .unexplained),
  ])
  func aCorrectionExplainsItsDayAndTheSixAfter(_ day: String, _ reason: ChangeReason) throws {
    let old = try Self.release("2020-02-11", [Self.row(day, "5", reported: 2)])
    let new = try Self.release(
      "2020-02-12", [Self.row(day, "6", reported: 2)],
      corrections: "dataset,screening,1101,2020-02-03,done,5,6,漏计,数据组,2020-02-12\n")
    #expect(try Self.only(old, new).reason == reason)
  }

  /// Of a cohort more cases come due; of another ratio a greater denominator explains nothing.
  @Test(arguments: [(true, ChangeReason.maturing), (false, .unexplained)])
  func aCohortThatMaturesIsRevised(_ matures: Bool, _ reason: ChangeReason) throws {
    let old = try Self.release(
      "2020-02-04", ["rate,11,2020-02-03,9,10,0.9,90%,value,exact,2,2,units"], matures: matures)
    let new = try Self.release(
      "2020-02-05", ["rate,11,2020-02-03,19,20,0.95,95%,value,exact,2,2,units"], matures: matures)
    #expect(try Self.only(old, new).reason == reason)
  }
}
