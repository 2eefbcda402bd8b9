import Common
import Reading

extension SitePlan {
  /// Pages that list others.
  func listPage(_ kind: PageKind, _ address: String) -> PageView {
    let words = context.words
    switch kind {
    case .places:
      var view = PageView(kind: kind, address: address, title: words[.places])
      view.places = placeRows()
      view.formerPlaces = formerPlaces()
      return view
    case .method:
      let page = PageContext(site: context, region: context.root, day: nil, address: address)
      var view = PageView(kind: kind, address: address, title: words[.method])
      view.definitions = context.indicators.indices.map { page.definition($0) }
      return view
    case .bulletins:
      var view = PageView(kind: kind, address: address, title: words[.archive])
      view.months = bulletinMonths
      return view
    case .stories:
      var view = PageView(kind: kind, address: address, title: words[.stories])
      view.stories = storyCards
      view.isIllustrative = storyCards.contains(where: \.isIllustrative)
      view.children = Topic.Kind.allCases.filter(topics.has).map {
        LinkText(text: words[Self.title(of: $0)], address: $0.index)
      }
      return view
    case .topic(let number):
      let topic = topics.all[number]
      var view = PageView(kind: kind, address: address, title: topic.name)
      view.crumbs = [
        LinkText(text: words[.stories], address: Addresses.stories),
        LinkText(text: words[Self.title(of: topic.kind)], address: topic.kind.index),
      ]
      view.stories = topic.stories.map { storyCards[$0] }
      view.isIllustrative = view.stories.contains(where: \.isIllustrative)
      return view
    case .topics(let topics):
      var view = PageView(kind: kind, address: address, title: words[Self.title(of: topics)])
      view.crumbs = [LinkText(text: words[.stories], address: Addresses.stories)]
      view.topics = self.topics.listed(topics).map {
        TopicRow(link: LinkText(text: $0.name, address: $0.address), count: $0.stories.count)
      }
      return view
    case .revisions:
      var view = PageView(kind: kind, address: address, title: words[.revisions])
      view.history = revisionsView
      view.isIllustrative = hasIllustrativeRevisions
      return view
    case .releases:
      var view = PageView(kind: kind, address: address, title: words[.releases])
      view.history = releasesView
      view.months = releaseMonths
      return view
    case .release(let number):
      let name = context.history.index.releases[number].name
      var view = PageView(
        kind: kind, address: address, title: words.fill(.releaseName, ["release": name.description]))
      view.crumbs = [LinkText(text: words[.releases], address: Addresses.releases)]
      view.history = releaseView(number)
      return view
    case .search: return PageView(kind: kind, address: address, title: words[.search])
    default:
      return PageView(kind: kind, address: address, title: words[.notFound])
    }
  }

  private static func title(of kind: Topic.Kind) -> Word { kind == .people ? .people : .tags }

  /// The tree, down to the level at which it would pass 3,000 rows: below that, a place's own page lists its children.
  private func placeRows() -> [PlaceRow] {
    var counts = Array(repeating: 0, count: context.tree.levels.count)
    for region in context.tree.regions where region.isValid(on: context.cube.asOf) {
      counts[region.level] += 1
    }
    var deepest = counts.count - 1
    while deepest > 0, counts[...deepest].reduce(0, +) > 3000 { deepest -= 1 }
    var depths: [Int] = []
    var rows: [PlaceRow] = []
    for (index, region) in context.tree.regions.enumerated() {
      depths.append(region.parent.map { depths[Int($0)] + 1 } ?? 0)
      guard region.level <= deepest, region.isValid(on: context.cube.asOf) else { continue }
      rows.append(
        PlaceRow(
          link: LinkText(text: region.name, address: context.addresses.region(RegionIndex(index))),
          depth: depths[index], level: context.tree.levels[region.level].title))
    }
    return rows
  }

  /// Places that are no more, with their last day and whoever stands in their place; not those whose page is another's.
  private func formerPlaces() -> [SuccessionLine] {
    context.tree.regions.indices.compactMap { index in
      let region = context.tree.regions[index]
      guard let end = region.validTo, end < context.cube.asOf,
        context.addresses.holder(of: RegionIndex(index)) == RegionIndex(index)
      else { return nil }
      let page = PageContext(
        site: context, region: RegionIndex(index), day: nil, address: Addresses.places)
      var line =
        page.succession.last { $0.isEnd } ?? SuccessionLine(isEnd: true, subject: nil, text: "", places: [])
      line.subject = page.link(RegionIndex(index))
      return line
    }
  }

  /// The months of the bulletins.
  private var bulletinMonths: [CalendarMonth] {
    months(of: context.bulletinDays) { day in
      LinkText(
        text: context.words.fill(.issueNumber, ["number": String(context.issueNumber(of: day))]),
        address: Addresses.bulletin(day))
    }
  }

  /// The months from the first of some days to the last, newest first.
  ///
  /// - Parameters:
  ///   - days: The earliest first.
  ///   - entry: What stands at one of them.
  func months(of days: [CivilDate], _ entry: (CivilDate) -> LinkText) -> [CalendarMonth] {
    guard let first = days.first, let last = days.last else { return [] }
    let issued = Set(days)
    var months: [CalendarMonth] = []
    var (year, month) = (last.year, last.month)
    while (year, month) >= (first.year, first.month) {
      guard let start = CivilDate(year: year, month: month, day: 1) else { break }
      months.append(calendar(start, issued, entry))
      (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
    }
    return months
  }

  private func calendar(
    _ start: CivilDate, _ issued: Set<CivilDate>, _ entry: (CivilDate) -> LinkText
  ) -> CalendarMonth {
    let length = CivilDate.daysInMonth(year: start.year, month: start.month)
    var cells: [CalendarMonth.Day?] = Array(repeating: nil, count: start.weekday - 1)
    for offset in 0..<length {
      let day = start.adding(days: offset)
      let link = issued.contains(day) ? entry(day) : LinkText(text: "")
      cells.append(CalendarMonth.Day(number: offset + 1, address: link.address, label: link.text))
    }
    while cells.count % 7 != 0 { cells.append(nil) }
    return CalendarMonth(
      title: context.dates.month(start),
      weeks: stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<($0 + 7)]) })
  }
}
