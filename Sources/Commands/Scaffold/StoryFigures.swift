import Common
import Pages
import Reading
import Statistics

/// The figures that a place really has, as a story about it can use them.
struct StoryFigures {
  let placeName: String
  let figures: [StoryDraft.Figure]

  /// - Parameters:
  ///   - site: `nil` when it cannot be put together; then there are none.
  ///   - place: Without one they are those of the site's root, each with its `@`.
  init(site: SiteLoader.Loaded?, place: RegionIndex?) {
    guard let site else {
      placeName = ""
      figures = []
      return
    }
    let context = site.renderer.plan.context
    let region = place ?? context.root
    let name = context.tree.fullName(of: region)
    placeName = context.tree[region].name
    figures = context.indicators.indices.compactMap { index in
      let day = context.cube.currentDay(index) ?? context.cube.asOf
      let figure = context.cube.figure(index, region, day)
      switch figure.state {
      case .value, .zero, .provisional: break
      case .notReported, .notApplicable, .suppressed: return nil
      }
      let title = context.indicators[index].title
      let isOwn = site.project.indicatorNames.find(title) == index
      let mark = (isOwn ? title : context.indicators[index].id) + (place == nil ? " @\(name)" : "")
      return StoryDraft.Figure(
        mark: "{{\(mark)}}", value: context.formatter.text(figure).text, day: day.description)
    }
  }
}

extension RegionTree {
  /// A region's name; where another has the same, with the one above it, `卢沟桥街道/东风社区`.
  func fullName(of region: RegionIndex) -> String {
    let names = path(to: region).map { self[$0].name }
    for count in 1...max(names.count, 1) {
      let name = names.suffix(count).joined(separator: "/")
      if case .found(let found) = find(name, on: nil), found == region { return name }
    }
    return self[region].code
  }
}
