import Common
import Pages
import Reading
import Statistics

/// What a page is, for search engines: schema.org's types as JSON-LD, in a `<script>` that holds data and runs nothing.
struct StructuredData: Sendable {
  let plan: SitePlan
  /// The site's public address, with a slash at its end.
  let url: String

  private var context: SiteContext { plan.context }
  private var site: SiteDeclaration { context.site }

  func write(_ view: PageView, into buffer: inout ByteBuffer) {
    var json = JSONWriter(isForHTML: true)
    json.beginObject()
    json.member("@context", "https://schema.org")
    json.key("@graph")
    json.beginArray()
    switch view.kind {
    case .home: website(&json)
    case .story: article(view, &json)
    case .bulletin: report(view, &json)
    case .indicator(let index): dataset(view, index, &json)
    default: break
    }
    if view.kind != .home { breadcrumbs(view, &json) }
    json.endArray()
    json.endObject()
    buffer.write("<script type=\"application/ld+json\">")
    buffer.write(json.buffer.bytes)
    buffer.write("</script>")
  }

  private func full(_ address: String) -> String { url + PercentEncoding.path(address) }

  private func website(_ json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "WebSite")
    json.member("name", site.title)
    json.member("url", url)
    if let description = site.description { json.member("description", description) }
    json.member("inLanguage", site.language)
    organization("publisher", site.publisher, &json)
    json.endObject()
  }

  private func article(_ view: PageView, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "Article")
    json.member("headline", context.marked(view.title, view.isTitleIllustrative))
    text(view, &json)
    organization("author", site.publisher, &json)
    if let cover = view.cover {
      json.key("image")
      json.beginObject()
      json.member("@type", "ImageObject")
      json.member("url", full(cover.address))
      if let size = cover.size {
        json.member("width", size.width)
        json.member("height", size.height)
      }
      json.endObject()
    }
    if !view.tags.isEmpty { json.member("keywords", view.tags) }
    if !view.people.isEmpty {
      json.key("about")
      json.beginArray()
      for name in view.people { named("Person", name, &json) }
      json.endArray()
    }
    if let place = view.place {
      json.key("contentLocation")
      named("Place", place.text, &json)
    }
    if !view.byline.isEmpty {
      json.key("isBasedOn")
      named("CreativeWork", view.byline, &json)
    }
    if let length = view.length { json.member("wordCount", length.total) }
    json.endObject()
  }

  private func report(_ view: PageView, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "Report")
    json.member("name", site.bulletin.name)
    json.member("headline", context.marked(view.title, view.isTitleIllustrative))
    if let number = view.issueNumber { json.member("reportNumber", String(number)) }
    text(view, &json)
    organization("author", site.bulletin.issuer, &json)
    if let day = view.day { json.member("temporalCoverage", day.description) }
    json.key("spatialCoverage")
    named("Place", context.tree[context.root].name, &json)
    json.endObject()
  }

  /// What articles and reports have in common.
  private func text(_ view: PageView, _ json: inout JSONWriter) {
    if !view.description.isEmpty {
      json.member("description", context.marked(view.description, view.isDescriptionIllustrative))
    }
    json.member("url", full(view.address))
    json.member("mainEntityOfPage", full(view.address))
    if let day = view.day {
      json.member("datePublished", context.time(of: day))
      json.member("dateModified", context.time(of: view.lastModified ?? day))
    }
    json.member("inLanguage", site.language)
    organization("publisher", site.publisher, &json)
  }

  private func dataset(_ view: PageView, _ index: IndicatorIndex, _ json: inout JSONWriter) {
    let definition = view.definitions.first
    let said = [definition?.definition, definition?.formula].compactMap { $0 }.filter { !$0.isEmpty }
    json.beginObject()
    json.member("@type", "Dataset")
    json.member("name", view.title)
    json.member(
      "description",
      context.marked(([view.title] + said).joined(separator: context.words[.colon]), view.isIllustrative))
    json.member("identifier", context.indicators[index].id)
    json.member("url", full(view.address))
    json.member("inLanguage", site.language)
    json.member("isAccessibleForFree", true)
    organization("creator", site.publisher, &json)
    organization("publisher", site.publisher, &json)
    json.key("variableMeasured")
    json.beginObject()
    json.member("@type", "PropertyValue")
    json.member("name", view.title)
    if let unit = definition?.unit, !unit.isEmpty { json.member("unitText", unit) }
    json.endObject()
    json.member("temporalCoverage", coverage(index))
    json.key("spatialCoverage")
    named("Place", context.tree[context.root].name, &json)
    json.key("distribution")
    json.beginArray()
    for table in view.tables {
      download(Addresses.csv(page: view.address, block: table.id), table.title, &json)
    }
    download(Addresses.figures, site.title, &json)
    json.endArray()
    json.endObject()
  }

  /// `2020-02-01/2020-03-16`; of facts, which hold on one day, that day.
  private func coverage(_ index: IndicatorIndex) -> String {
    let days = context.cube.days
    if context.isFact[index] || days.lowerBound == days.upperBound { return context.cube.asOf.description }
    return "\(days.lowerBound)/\(min(days.upperBound, context.cube.asOf))"
  }

  private func download(_ address: String, _ name: String, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", "DataDownload")
    if !name.isEmpty { json.member("name", name) }
    json.member("encodingFormat", "text/csv")
    json.member("contentUrl", full(address))
    json.endObject()
  }

  /// The way from the home page down to this one.
  private func breadcrumbs(_ view: PageView, _ json: inout JSONWriter) {
    var steps = [LinkText(text: site.title, address: "")]
    switch view.kind {
    case .story: steps.append(LinkText(text: context.words[.stories], address: Addresses.stories))
    case .bulletin: steps.append(LinkText(text: context.words[.archive], address: Addresses.bulletins))
    case .region: steps.append(LinkText(text: context.words[.places], address: Addresses.places))
    default: break
    }
    steps += view.crumbs + [LinkText(text: view.title, address: view.address)]
    json.beginObject()
    json.member("@type", "BreadcrumbList")
    json.key("itemListElement")
    json.beginArray()
    for (number, step) in steps.enumerated() {
      json.beginObject()
      json.member("@type", "ListItem")
      json.member("position", number + 1)
      json.member("name", step.text)
      if let address = step.address { json.member("item", full(address)) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func organization(_ key: String, _ name: String, _ json: inout JSONWriter) {
    json.key(key)
    named("Organization", name, &json)
  }

  private func named(_ type: String, _ name: String, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("@type", type)
    json.member("name", name)
    json.endObject()
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }
}
