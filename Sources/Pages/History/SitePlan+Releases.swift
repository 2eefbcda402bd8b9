import Common
import Reading

extension SitePlan {
  /// The list of all releases, the newest first.
  var releasesView: HistoryView {
    HistoryView(releases: context.history.index.releases.reversed().map(row))
  }

  func releaseView(_ number: Int) -> HistoryView {
    let releases = context.history.index.releases
    let release = releases[number]
    let successor = releases.last { $0.name.day == release.name.day && $0.name > release.name }
    var view = HistoryView()
    view.release = ReleaseDetail(
      row: row(release), reason: context.history.withdrawals[release.name] ?? "",
      previous: number > 0 ? row(releases[number - 1]) : nil, successor: successor.map(row),
      pages: context.history.opened.contains(release.name)
        ? LinkText(
          text: context.words[.openRelease], address: Addresses.copy(of: release.name) + Addresses.home)
        : nil)
    return view
  }

  private func row(_ release: ArchivedRelease) -> ReleaseRow {
    let day = release.name.day
    return ReleaseRow(
      name: LinkText(text: release.name.description, address: Addresses.release(release.name)),
      day: context.dates.full(day), bulletin: context.bulletinDays.contains(day) ? link(day) : nil,
      digest: release.digest, isWithdrawn: release.state == .withdrawn)
  }

  /// The months of the releases, each day with its last one.
  var releaseMonths: [CalendarMonth] {
    var last: [CivilDate: ArchivedRelease] = [:]
    var counts: [CivilDate: Int] = [:]
    for release in context.history.index.releases {
      last[release.name.day] = release
      counts[release.name.day, default: 0] += 1
    }
    return months(of: last.keys.sorted()) { day in
      guard let release = last[day] else { return LinkText(text: "") }
      let count = counts[day] ?? 1
      let text =
        release.state == .withdrawn
        ? context.words[.withdrawn]
        : count > 1
          ? context.words.fill(.releasesOfDay, ["count": String(count)])
          : context.words.fill(.issueNumber, ["number": String(context.issueNumber(of: day))])
      return LinkText(text: text, address: Addresses.release(release.name))
    }
  }
}
