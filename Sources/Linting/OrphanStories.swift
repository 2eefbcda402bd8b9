import Common
import Pages
import Reading

/// Finds stories that a reader comes upon in the list of all stories only.
package enum OrphanStories {
  /// A remark for each story that no text links to and no page's `stories` block shows: not the front page's, not
  /// that of its own place or a place above it.
  ///
  /// - Parameter linked: the addresses that texts link to.
  /// - Complexity: O(stories · levels).
  package static func find(_ plan: SitePlan, linked: Set<String>, findings: inout Findings) {
    var shown: Set<Int> = []
    let tree = plan.context.tree
    let all = plan.stories.indices
    for block in blocks(plan.home) + plan.documents.flatMap(blocks) {
      shown.formUnion(stories(block, at: plan.context.root, plan, of: Array(all)))
    }
    let regional = blocks(plan.region)
    if !regional.isEmpty {
      // Newest first, as the blocks show them.
      var below: [RegionIndex: [Int]] = [:]
      for number in all {
        guard let place = plan.stories[number].place else { continue }
        for region in tree.path(to: place) { below[region, default: []].append(number) }
      }
      for block in regional {
        if block.options.scope == .all { shown.formUnion(all.prefix(block.options.limit)) }
        for own in below.values { shown.formUnion(own.prefix(block.options.limit)) }
      }
    }
    for number in all where !shown.contains(number) {
      guard !linked.contains(Addresses.story(plan.storySlugs[number])) else { continue }
      findings.add(
        Diagnostic(.lintOrphanStory, .remark, at: Location(file: plan.stories[number].source.path)))
    }
  }

  private typealias Block = (frame: DirectiveFrame, options: StoryOptions)

  private static func blocks(_ document: ResolvedDocument) -> [Block] {
    document.pieces.compactMap {
      if case .directive(.stories(let frame, let options)) = $0 { (frame, options) } else { nil }
    }
  }

  private static func stories(_ block: Block, at page: RegionIndex, _ plan: SitePlan, of all: [Int]) -> [Int]
  {
    if block.options.scope == .all { return Array(all.prefix(block.options.limit)) }
    let region: RegionIndex = if case .fixed(let fixed) = block.frame.place { fixed } else { page }
    let subtree = plan.context.tree.subtree(region)
    let own = all.filter { plan.stories[$0].place.map { subtree.contains(Int($0)) } ?? false }
    return Array(own.prefix(block.options.limit))
  }
}
