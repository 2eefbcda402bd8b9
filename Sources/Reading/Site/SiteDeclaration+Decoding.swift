import Common
import YAML

extension SiteDeclaration {
  private enum Language: String, CaseIterable {
    case chinese = "zh-Hans"
    case english = "en"
  }

  /// Reads `site.yaml`. Where a value is wrong or missing a harmless one stands for it, so that the rest of the
  /// content can be checked too; the findings then hold an error, and nothing may be published.
  ///
  /// - Returns: `nil` when the file is no mapping.
  package static func decode(_ node: YAMLNode, findings: inout Findings) -> SiteDeclaration? {
    guard var map = YAMLMapping(node, findings: &findings) else { return nil }
    let title = map.string("title", required: true) ?? ""
    let publisher = map.string("publisher") ?? title
    let language = map.choice("language", of: Language.self) ?? .chinese
    var site = SiteDeclaration(
      title: title, language: language.rawValue, description: map.string("description"), publisher: publisher,
      url: address(&map, "url"), timeZoneMinutes: timeZone(&map), cutOffMinutes: cutOff(&map),
      root: map.string("root", required: true) ?? "", levels: levels(&map),
      reportingAtLeast: map.reportingAtLeast() ?? Rational(9, over: 10) ?? .zero,
      onRefused: map.choice("on_refused") ?? .stop, disclosure: disclosure(&map), contacts: contacts(&map),
      bulletin: bulletin(&map, title: title, publisher: publisher), asOf: asOf(&map), period: period(&map),
      illustrativeNotice: map.string("illustrative_notice"), baseColumns: baseColumns(&map))
    site.publish = publish(&map)
    map.finish(findings: &findings)
    return site
  }

  static func address(_ map: inout YAMLMapping, _ key: String) -> String? {
    map.value(key, orElse: .badAddress) { node in
      guard let text = node.scalar, text.hasPrefix("https://") || text.hasPrefix("http://"),
        !text.contains(where: { $0.isWhitespace || $0 == "?" || $0 == "#" }), !text.hasSuffix("//")
      else { return nil }
      return text.hasSuffix("/") ? text : text + "/"
    }
  }

  private static func timeZone(_ map: inout YAMLMapping) -> Int {
    guard let zone = map.locatedString("time_zone") else { return 480 }
    if let minutes = TimeZoneOffset.minutes(zone.value) { return minutes }
    map.findings.add(
      Diagnostic(
        .unknownTimeZone, at: zone.location, ["found": zone.value],
        suggestions: NearestNames.find(zone.value, in: TimeZoneOffset.allNames)))
    return 480
  }

  private static func cutOff(_ map: inout YAMLMapping) -> Int {
    map.value("cut_off", orElse: .badTimeOfDay) { $0.scalar.flatMap { TimeOfDay.minutes($0) } } ?? 1440
  }

  private static func asOf(_ map: inout YAMLMapping) -> CivilDate? {
    let read = map.value("as_of", orElse: .badAsOf) { node -> CivilDate?? in
      guard let text = node.scalar else { return nil }
      if text == "latest" { return .some(nil) }
      return CivilDate(iso: text).map { .some($0) }
    }
    return read.flatMap { $0 }
  }

  private static func period(_ map: inout YAMLMapping) -> ClosedRange<CivilDate>? {
    guard var period = map.mapping("period") else { return nil }
    let from = period.date("from", required: true)
    let to = period.date("to", required: true)
    var range: ClosedRange<CivilDate>?
    if let from, let to {
      if from <= to {
        range = from...to
      } else {
        period.findings.add(
          Diagnostic(
            .endsBeforeItBegins, at: period.location(of: "to"), ["from": "\(from)", "to": "\(to)"]))
      }
    }
    period.finish(findings: &map.findings)
    return range
  }
}
