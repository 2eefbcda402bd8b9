extension SiteLoader.Loaded {
  /// Whether a Markdown file is one that the site is made from: no draft, and due by the reporting day.
  var publishes: (_ path: String) -> Bool {
    let plan = renderer.plan
    let folder = project.folder
    let shown = Set((plan.stories + plan.documents + Array(plan.bulletinDays.values)).map(\.source.path))
    return { path in
      path.hasPrefix("dashboards/") || path == "bulletins/daily.md" || shown.contains(folder.display(path))
    }
  }
}
