/// Slanting lines over a box, each cut at the box's edges.
enum Hatching {
  /// - Parameter distance: Between two lines, along x.
  /// - Returns: Path data; empty where no line crosses the box.
  static func path(x: Double, y: Double, width: Double, height: Double, distance: Double) -> String {
    guard width > 0, height > 0, distance > 0, width * height < 1e8 else { return "" }
    var data = ""
    // On each line x + y is the same.
    var sum = ((x + y) / distance).rounded(.up) * distance
    while sum < x + width + y + height {
      let from = max(x, sum - y - height)
      let to = min(x + width, sum - y)
      if to - from > 0.1 {
        data += "M" + Coordinate.text(from) + " " + Coordinate.text(sum - from)
        data += "L" + Coordinate.text(to) + " " + Coordinate.text(sum - to)
      }
      sum += distance
    }
    return data
  }
}
