/// Sets the texts at the lines' ends so that none covers another.
enum EndLabels {
  struct Request {
    /// The height of the line's end.
    var y: Double
    var hasNote: Bool
    var isMuted: Bool
  }

  /// The baselines of a label, and of the note below it if there is room.
  struct Place: Equatable {
    var label: Double
    var note: Double?
  }

  static let lineHeight = 14.0
  /// From a label's last line to the next label, with room to spare and without.
  static let distances = (loose: 18.0, tight: 14.0)

  /// As near to the lines' ends as can be, in their order from the top; `nil` for a label that has no room.
  ///
  /// Notes go first where there is too little room, then grey labels, then the last ones. Places are the
  /// least squares solution: labels too close are pooled about their mean (pool adjacent violators).
  ///
  /// - Complexity: O(n²) for n labels.
  static func place(_ requests: [Request], within bounds: ClosedRange<Double>) -> [Place?] {
    let room = bounds.upperBound - bounds.lowerBound
    var kept = Array(requests.indices)
    var notes = requests.map(\.hasNote)
    var distance = distances.loose
    func height() -> Double {
      kept.reduce(-distance) { $0 + distance + (notes[$1] ? lineHeight : 0) }
    }
    if height() > room { distance = distances.tight }
    if height() > room { notes = notes.map { _ in false } }
    while kept.count > 1, height() > room {
      kept.remove(at: kept.lastIndex { requests[$0].isMuted } ?? kept.count - 1)
    }
    kept.sort { (requests[$0].y, $0) < (requests[$1].y, $1) }

    var offsets: [Double] = []
    var sum = 0.0
    for index in kept {
      offsets.append(sum)
      sum += distance + (notes[index] ? lineHeight : 0)
    }
    let highest = max(bounds.lowerBound, bounds.upperBound - height())
    let wanted = kept.indices.map { requests[kept[$0]].y + (notes[kept[$0]] ? 2 : 4.5) - offsets[$0] }
    var places: [Place?] = requests.map { _ in nil }
    for (position, base) in ascending(wanted).enumerated() {
      let label = min(max(base, bounds.lowerBound), highest) + offsets[position]
      let index = kept[position]
      places[index] = Place(label: label, note: notes[index] ? label + lineHeight : nil)
    }
    return places
  }

  /// The ascending sequence nearest to the values.
  private static func ascending(_ values: [Double]) -> [Double] {
    var pools: [(mean: Double, count: Int)] = []
    for value in values {
      var pool = (mean: value, count: 1)
      while let before = pools.last, before.mean > pool.mean {
        let count = before.count + pool.count
        pool = ((before.mean * Double(before.count) + pool.mean * Double(pool.count)) / Double(count), count)
        pools.removeLast()
      }
      pools.append(pool)
    }
    return pools.flatMap { pool in (0..<pool.count).map { _ in pool.mean } }
  }
}
