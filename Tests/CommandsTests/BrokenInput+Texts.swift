extension BrokenInput {
  /// What goes wrong in stories, bulletins and dashboards.
  static let texts: [BrokenInput] = {
    let story = StarterSite.story
    let (home, daily) = ("content/dashboards/index.md", "content/bulletins/daily.md")
    return [
      BrokenInput(
        "a story has no front matter", .text(story, "正文。\n"), finds: ["\(story):1:1 markdown.no-front-matter"]
      ),
      BrokenInput(
        "a story has no title", .replace(story, "title: 把每一扇门敲开\n", with: ""),
        finds: ["\(story):1:1 markdown.no-title"]),
      BrokenInput(
        "front matter is not closed", .text(story, "---\ntitle: 一\n\n正文。\n"),
        finds: ["\(story):1:1 markdown.front-matter-unclosed"]),
      BrokenInput(
        "a colon of the front matter is full-width", .replace(story, "title: 把", with: "title：把"),
        finds: ["\(story):2:6 yaml.full-width-colon"]),
      BrokenInput(
        "a quotation mark of the front matter is not closed", .replace(story, "title: 把", with: "title: \"把"),
        finds: ["\(story):2:8 yaml.unclosed-quote"]),
      BrokenInput(
        "a story's day does not exist", .replace(story, "date: 2020-02-14", with: "date: 2020-02-30"),
        finds: ["\(story):3:7 yaml.not-a-date"]),
      BrokenInput(
        "a story's place does not exist", .replace(story, "place: 东风社区", with: "place: 东丰社区"),
        finds: ["\(story):4:8 pages.unknown-place"], says: ["最接近：东风社区"]),
      BrokenInput(
        "figures of a story have no place", .replace(story, "place: 东风社区\n", with: ""),
        finds: ["\(story):4:24", "\(story):8:19", "\(story):8:32"].map { $0 + " pages.place-needed" }),
      BrokenInput(
        "a directive is misspelt", .replace(home, "```figures", with: "```figuers"),
        finds: ["\(home):6:4 markdown.unknown-directive"], says: ["最接近：figures"]),
      BrokenInput(
        "a directive's key is misspelt", .replace(home, "plot: remaining", with: "polt: remaining"),
        finds: ["\(home):23:1 yaml.unknown-key"], says: ["最接近：plot"]),
      BrokenInput(
        "a directive's value is misspelt", .replace(home, "plot: remaining", with: "plot: remain"),
        finds: ["\(home):23:7 yaml.not-a-choice"], says: ["最接近：remaining"]),
      BrokenInput(
        "a directive names an unknown indicator", .replace(home, "[排查覆盖率, 已", with: "[排查覆盖律, 已"),
        finds: ["\(home):8:14 pages.unknown-indicator"], says: ["「排查覆盖律」", "最接近：排查覆盖率"]),
      BrokenInput(
        "a title names an unknown indicator", .replace(daily, "{{排查覆盖率}}", with: "{{排查覆盖}}"),
        finds: ["\(daily):2:16 pages.unknown-indicator"]),
      BrokenInput(
        "prose names an unknown indicator", .replace(story, "{{已排查户数}}", with: "{{已排查户}}"),
        finds: ["\(story):9:21 pages.unknown-indicator"], says: ["最接近：已排查户数"]),
      BrokenInput(
        "an inline figure names an unknown place", .replace(story, "{{已排查户数}}", with: "{{已排查户数 @东丰社区}}"),
        finds: ["\(story):9:28 pages.unknown-place"], says: ["最接近：东风社区"]),
      BrokenInput(
        "an inline figure names a day that does not exist",
        .replace(story, "{{已排查户数}}", with: "{{已排查户数 2020-02-31}}"),
        finds: ["\(story):9:27 markdown.figure-date"],
        says: ["「2020-02-31」"]),
      BrokenInput(
        "an inline figure names a later day", .replace(story, "{{已排查户数}}", with: "{{已排查户数 2020-03-31}}"),
        finds: ["\(story):9:19 pages.figure-after-as-of"]),
      BrokenInput(
        "an inline figure is changed in an unknown way", .replace(story, "{{已排查户数}}", with: "{{已排查户数|较上日}}"),
        finds: ["\(story):9:27 pages.unknown-transform"], says: ["最接近：较上周、较昨日"]),
      BrokenInput(
        "an inline figure is not closed", .replace(story, "{{已排查户数}}", with: "{{已排查户数}"),
        finds: ["\(story):9:19 markdown.figure-unclosed"]),
      BrokenInput(
        "a text is in GB18030", .write(story, [0x2D, 0x2D, 0x2D, 0x0A, 0xB1, 0xEA, 0xCC, 0xE2, 0x0A]),
        finds: ["\(story):2:1 reading.text-not-utf-8"]),
    ]
  }()

  /// What goes wrong between files.
  static let links: [BrokenInput] = {
    let story = StarterSite.story
    let second = "---\ntitle: 第二篇\nslug: first\ndate: 2020-02-14\n---\n\n正文。\n"
    return [
      BrokenInput(
        "a link leads nowhere", .append(story, "\n看[这里](../pages/abuot.md)。\n"),
        finds: ["\(story):13:2 pages.broken-link"], says: ["../pages/abuot.md", "最接近：../pages/about.md"]),
      BrokenInput(
        "a picture is missing", .append(story, "\n![照片](photo.jpg)\n"),
        finds: ["\(story):13:1 pages.missing-image"],
        says: ["「photo.jpg」"]),
      BrokenInput(
        "a dashboard of every place has a link that leads nowhere",
        .append("content/dashboards/region.md", "\n[这里](nowhere.html)\n"),
        finds: ["content/dashboards/region.md:22:1 pages.broken-link"]),
      BrokenInput(
        "every bulletin has a link that leads nowhere",
        .append("content/bulletins/daily.md", "\n[这里](nowhere.html)\n"),
        finds: ["content/bulletins/daily.md:23:1 pages.broken-link"]),
      BrokenInput(
        "content holds a link of the file system", .link("content/stories/linked.md", to: "/etc/hostname"),
        finds: ["content/stories/linked.md reading.symbolic-link"]),
      BrokenInput(
        "a folder of content is a link", .link("content/static", to: "/etc"),
        finds: ["content/static reading.symbolic-link"]),
      BrokenInput(
        "two stories have one address", .text("content/stories/second.md", second),
        finds: ["content/stories/second.md:3:7 pages.duplicate-address"], says: ["stories/first.html", story]),
      BrokenInput(
        "a story's file cannot be an address",
        .text("content/stories/我的 故事.md", second.replacing("slug: first\n", with: "")),
        finds: ["content/stories/我的 故事.md pages.bad-slug"], says: ["「我的 故事」"]),
      BrokenInput(
        "a slug cannot be an address", .replace(story, "place:", with: "slug: a/b\nplace:"),
        finds: ["\(story):4:7 markdown.bad-slug"]),
      BrokenInput(
        "a bulletin is not named for a day",
        .text("content/bulletins/2月14日.md", "---\ntitle: 一\n---\n\n好。\n"),
        finds: ["content/bulletins/2月14日.md pages.bulletin-date"], says: ["「2月14日.md」"]),
      BrokenInput(
        "a dashboard is missing", .remove("content/dashboards/region.md"),
        finds: ["content/dashboards/region.md pages.missing-dashboard"]),
      BrokenInput(
        "the bulletin is missing", .remove("content/bulletins/daily.md"),
        finds: ["content/bulletins/daily.md pages.missing-dashboard"]),
      BrokenInput(
        "a file would stand at a page's address", .text("content/stories/first.html", "x"),
        finds: ["content/stories/first.html output.address-twice"]),
      BrokenInput(
        "two files differ only in case", .text("content/static/A.txt", "x"),
        .text("content/static/a.txt", "y"),
        finds: ["content/static/a.txt output.address-twice"]),
      BrokenInput(
        "a theme names what a page does not have", .text("mytheme/layouts/home.html", "<p>{{titel}}</p>\n"),
        finds: ["mytheme/layouts/home.html:1:6 templates.unknown-name"], says: ["「titel」", "最接近：title"],
        options: ["--theme", "mytheme"]),
      BrokenInput(
        "a theme uses a template that is missing", .text("mytheme/partials/masthead.html", "{{>nothing}}\n"),
        finds: ["mytheme/partials/masthead.html:1:4 templates.missing-template"],
        options: ["--theme", "mytheme"]),
      BrokenInput(
        "a theme's link leads nowhere",
        .text("mytheme/layouts/notfound.html", "<a href=\"{{root}}\">a</a><a href=\"nowhere.html\">b</a>\n"),
        finds: ["404.html output.broken-link"], says: ["nowhere.html"], options: ["--theme", "mytheme"]),
      BrokenInput(
        "a theme lacks a string", .copyTheme(without: "dateFull:", in: "themes/jianbao/strings/zh-Hans.yaml"),
        finds: ["themes/jianbao/strings/zh-Hans.yaml pages.missing-string"], says: ["「dateFull」"]),
      BrokenInput(
        "a theme does not exist", finds: ["nothing commands.theme-not-found"],
        options: ["--theme", "nothing"]),
    ]
  }()
}
