/// The cells of every dense array: all regions of the first day, then all of the second.
struct Grid: Sendable {
  let shape: TreeShape
  let axis: DayAxis

  var regions: Int { shape.count }
  var slots: Int { axis.count }
  var cells: Int { regions * slots }

  func cell(_ slot: Int, _ region: Int) -> Int { slot * regions + region }

  func slot(ofCell cell: Int) -> Int { cell / regions }

  func region(ofCell cell: Int) -> Int { cell % regions }

  /// Adds each region's counts of the slot to its parent's, from the leaves up to the range's first region.
  func addUp(_ counts: inout [Int32], slot: Int, in range: Range<Int>) {
    guard range.count > 1 else { return }
    let base = slot * regions
    for region in (range.lowerBound + 1..<range.upperBound).reversed() where counts[base + region] != 0 {
      counts[base + Int(shape.parents[region])] += counts[base + region]
    }
  }
}
