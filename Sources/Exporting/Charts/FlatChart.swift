/// Turns a chart of the site into one that needs no stylesheet: shapes, text and literal colours in a fixed box.
///
/// The site's charts stretch with the page: x is a share of the plot, text has a class and hatching a pattern. Here the
/// plot gets a width, so that all of it can be written out.
struct FlatChart: Sendable {
  /// The picture's width in its own units, whatever it is laid out for.
  static let width = 640.0

  /// For how many pixels the texts are laid out: a chart for a phone has larger letters, and fewer of them.
  var layout: Double

  static let phone = FlatChart(layout: 360)
  static let page = FlatChart(layout: 640)

  private struct Frame {
    var left: Double
    var width: Double
    /// Coordinates without a percent sign are shares too: inside the stretched picture of lines.
    var isStretched = false

    func x(_ text: String?) -> Double {
      guard let text else { return left }
      if text.hasSuffix("%") { return left + (Double(text.dropLast()) ?? 0) * width / 100 }
      let value = Double(text) ?? 0
      return left + (isStretched ? value * width / 100 : value)
    }

    func length(_ text: String?) -> Double { x(text) - left }
  }

  private var scale: Double { Self.width / layout }

  /// - Returns: `nil` when the bytes hold no SVG.
  func flatten(_ svg: [UInt8]) -> MarkupElement? {
    for case .element(let root) in MarkupReader.tree(of: svg) where root.name == "svg" {
      func inset(_ prefix: String) -> Double {
        root.classes.first { $0.hasPrefix(prefix) }.flatMap { Double($0.dropFirst(prefix.count)) } ?? 0
      }
      let left = inset("pl-")
      let frame = Frame(left: left, width: layout - left - inset("pr-"))
      let height = (Double(root["height"] ?? "") ?? 300) * scale
      return MarkupElement(
        "svg",
        [
          MarkupElement.Attribute("xmlns", "http://www.w3.org/2000/svg"),
          MarkupElement.Attribute(
            "viewBox", "0 0 \(Coordinate.text(Self.width)) \(Coordinate.text(height))"),
        ], shapes(root.children, frame))
    }
    return nil
  }

  private func shapes(_ nodes: [Markup], _ frame: Frame) -> [Markup] {
    nodes.flatMap { node -> [Markup] in
      guard case .element(let element) = node else { return [] }
      switch element.name {
      case "rect": return rectangle(element, frame)
      case "line":
        return [
          shape(
            "line",
            [
              ("x1", frame.x(element["x1"])), ("x2", frame.x(element["x2"])), ("y1", number(element["y1"])),
              ("y2", number(element["y2"])),
            ], ChartInk.line(element.classes, scale: scale))
        ]
      case "circle":
        return [
          shape(
            "circle",
            [("cx", frame.x(element["cx"])), ("cy", number(element["cy"])), ("r", number(element["r"]))],
            ChartInk.area(element.classes, scale: scale))
        ]
      case "path": return [path(element, frame)]
      case "text": return text(element, frame)
      // Unseen columns that answer to a pointer.
      case "g": return element["pointer-events"] == nil ? shapes(element.children, frame) : []
      case "svg":
        var inner = frame
        inner.isStretched = true
        return shapes(element.children, inner)
      default: return []
      }
    }
  }

  private func number(_ text: String?) -> Double { text.flatMap { Double($0) } ?? 0 }

  private func shape(
    _ name: String, _ places: [(String, Double)], _ ink: [MarkupElement.Attribute]
  ) -> Markup {
    let geometry = places.map { MarkupElement.Attribute($0.0, Coordinate.text($0.1 * scale)) }
    return .element(MarkupElement(name, geometry + ink))
  }

  private func rectangle(_ element: MarkupElement, _ frame: Frame) -> [Markup] {
    let x = frame.x(element["x"])
    let width = frame.length(element["width"])
    let (y, height) = (number(element["y"]), number(element["height"]))
    let box = [("x", x), ("y", y), ("width", width), ("height", height)]
    guard let fill = element["fill"], fill.hasPrefix("url(") else {
      return [shape("rect", box, ChartInk.area(element.classes, scale: scale))]
    }
    // A pattern needs an id: its lines are drawn one by one.
    let isGap = fill.hasSuffix("g)")
    let colour = isGap ? ChartInk.gapHatch : ChartInk.colour(of: element.classes)
    let lines = Hatching.path(
      x: x * scale, y: y * scale, width: width * scale, height: height * scale,
      distance: (isGap ? 8.5 : 7) * scale)
    var shapes: [Markup] = []
    if !isGap {
      let ink = [
        MarkupElement.Attribute("fill", ChartInk.paper), MarkupElement.Attribute("stroke", colour),
        MarkupElement.Attribute("stroke-width", Coordinate.text(scale)),
      ]
      shapes.append(shape("rect", box, ink))
    }
    guard !lines.isEmpty else { return shapes }
    return shapes + [
      .element(
        MarkupElement(
          "path",
          [
            MarkupElement.Attribute("d", lines), MarkupElement.Attribute("fill", "none"),
            MarkupElement.Attribute("stroke", colour),
            MarkupElement.Attribute("stroke-width", Coordinate.text(1.5 * scale)),
          ]))
    ]
  }

  /// `M0 12L50 30`: the site's lines are made of nothing else.
  private func path(_ element: MarkupElement, _ frame: Frame) -> Markup {
    var data = ""
    var command: Character = "M"
    var numbers: [Substring] = []
    func end() {
      guard numbers.count == 2 else { return }
      data.append(command)
      data += Coordinate.text(frame.x(String(numbers[0])) * scale)
      data += " " + Coordinate.text(number(String(numbers[1])) * scale)
    }
    var rest = Substring(element["d"] ?? "")
    while let first = rest.first {
      if first == "M" || first == "L" {
        end()
        (command, numbers) = (first, [])
        rest = rest.dropFirst()
      } else if first == " " || first == "," {
        rest = rest.dropFirst()
      } else {
        let word = rest.prefix { !" ,ML".contains($0) }
        numbers.append(word)
        rest = rest[word.endIndex...]
      }
    }
    end()
    return .element(
      MarkupElement(
        "path", [MarkupElement.Attribute("d", data)] + ChartInk.line(element.classes, scale: scale)))
  }

  private func text(_ element: MarkupElement, _ frame: Frame) -> [Markup] {
    let isNarrow = layout < 640
    if isNarrow, element.classes.contains("mi") { return [] }
    let x = (frame.x(element["x"]) + number(element["dx"])) * scale
    var attributes = [
      MarkupElement.Attribute("x", Coordinate.text(x)),
      MarkupElement.Attribute("y", Coordinate.text(number(element["y"]) * scale)),
    ]
    if let anchor = element["text-anchor"] {
      attributes.append(MarkupElement.Attribute("text-anchor", anchor))
    }
    let ink = ChartInk.text(element.classes, scale: scale)
    let said = Markup.element(MarkupElement("text", attributes + ink, element.children))
    guard element.classes.contains("halo") else { return [said] }
    // Behind what stands over lines the same text is drawn in the paper's colour.
    let halo =
      ink.filter { $0.name != "fill" } + [
        MarkupElement.Attribute("fill", ChartInk.paper), MarkupElement.Attribute("stroke", ChartInk.paper),
        MarkupElement.Attribute("stroke-width", Coordinate.text(4 * scale)),
        MarkupElement.Attribute("stroke-linejoin", "round"),
      ]
    return [.element(MarkupElement("text", attributes + halo, element.children)), said]
  }
}
