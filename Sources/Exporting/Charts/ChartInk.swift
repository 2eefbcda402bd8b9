/// The stylesheet's classes of a chart as literal attributes: the theme's light colours on white.
enum ChartInk {
  static let paper = "#ffffff"
  private static let ink = "#191816"
  private static let ink2 = "#55514a"
  private static let ink3 = "#6f6a61"
  private static let rule = "#dcd8cf"
  private static let rule2 = "#b9b3a7"
  /// Of series 0 to 6; 0 is the grey of what is compared.
  private static let series = [rule2, "#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1"]
  /// The same hues, dark enough to set text in.
  private static let textSeries = [ink3, "#12436d", "#1a7a72", "#801650", "#b8430a", "#3d3d3d", "#7354ab"]
  /// Lines beside each other differ without colour too.
  private static let dashes = ["", "", "9 3", "2 3", "9 3 2 3", "6 2", "1 2"]

  typealias Attribute = MarkupElement.Attribute

  /// The number behind a letter: `c2` of `ln c2`.
  private static func tone(_ letter: Character, in classes: [Substring]) -> Int? {
    for name in classes where name.first == letter && name.count == 2 {
      if let number = name.last?.wholeNumberValue, series.indices.contains(number) { return number }
    }
    return nil
  }

  static func colour(of classes: [Substring]) -> String {
    series[tone("c", in: classes) ?? tone("f", in: classes) ?? 1]
  }

  /// - Parameter scale: By how much widths of lines and sizes of letters grow.
  static func line(_ classes: [Substring], scale: Double) -> [Attribute] {
    func attributes(_ colour: String, _ width: Double, dash: String = "") -> [Attribute] {
      var list = [Attribute("stroke", colour), Attribute("stroke-width", Coordinate.text(width * scale))]
      if !dash.isEmpty { list.append(Attribute("stroke-dasharray", scaled(dash, by: scale))) }
      return list
    }
    if classes.contains("ln") {
      let tone = tone("c", in: classes) ?? 1
      let dash = classes.contains("dash") ? "4 4" : dashes[tone]
      return [Attribute("fill", "none")] + attributes(series[tone], tone == 0 ? 1.5 : 2.25, dash: dash) + [
        Attribute("stroke-linejoin", "round")
      ]
    }
    if classes.contains("grid") { return attributes(rule, 1) }
    if classes.contains("zero") { return attributes(ink2, 1) }
    if classes.contains("tl") { return attributes(ink2, 1, dash: "1 3") }
    if classes.contains("brk") { return attributes(ink3, 1, dash: "5 3") }
    if classes.contains("ldr") { return attributes(ink3, 1, dash: "1 3") }
    return attributes(ink3, 1)
  }

  static func area(_ classes: [Substring], scale: Double) -> [Attribute] {
    if classes.contains("gap") { return [Attribute("fill", "#f4f2ed")] }
    if classes.contains("q2") { return [Attribute("fill", "#b9cfe0")] }
    if classes.contains("hollow") {
      return [
        Attribute("fill", paper), Attribute("stroke", colour(of: classes)),
        Attribute("stroke-width", Coordinate.text(2 * scale)),
      ]
    }
    return [Attribute("fill", colour(of: classes))]
  }

  static func text(_ classes: [Substring], scale: Double) -> [Attribute] {
    var (size, colour, isBold) = (12.0, ink2, false)
    if classes.contains("ax") { (size, colour) = (11, ink3) }
    if classes.contains("ann") { colour = ink }
    if classes.contains("k") { (size, isBold) = (13, true) }
    if let tone = tone("t", in: classes) { colour = textSeries[tone] }
    var list = [
      Attribute("fill", colour), Attribute("font-size", Coordinate.text(size * scale)),
      Attribute("font-family", "sans-serif"),
    ]
    if isBold { list.append(Attribute("font-weight", "600")) }
    return list
  }

  static let gapHatch = rule2

  private static func scaled(_ dash: String, by scale: Double) -> String {
    dash.split(separator: " ").map { Coordinate.text((Double($0) ?? 0) * scale) }.joined(separator: " ")
  }
}
