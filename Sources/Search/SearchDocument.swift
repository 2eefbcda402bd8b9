/// A page as the search finds and shows it: nothing but what the page prints.
package struct SearchDocument: Sendable, Hashable {
  package var title: String
  /// Relative to the site's top folder.
  package var address: String
  /// 故事, 简报: what it is, in the site's words.
  package var kind: String
  package var place: String
  /// As the page prints it.
  package var date: String
  /// The page's words without markup.
  package var text: String

  package init(
    title: String, address: String, kind: String, place: String = "", date: String = "", text: String
  ) {
    self.title = title
    self.address = address
    self.kind = kind
    self.place = place
    self.date = date
    self.text = text
  }
}

/// A place's page, found by the place's name.
package struct SearchPlace: Sendable, Hashable {
  package var name: String
  package var address: String
  /// The name of the place it lies in.
  package var within: String

  package init(name: String, address: String, within: String) {
    self.name = name
    self.address = address
    self.within = within
  }
}

/// The sizes that decide how much a reader loads.
package struct SearchSizes: Sendable {
  /// Folded characters in a piece of a page's text: a result shows a few words, not the page.
  package var chunk = 1000
  /// What a piece repeats of the one before it and of the one after, so that no match is cut.
  package var before = 24
  package var after = 48
  /// Bytes of postings in a file, where one key alone has no more.
  package var shard = 8 << 10
  /// Places in a file, and how many more when there are very many.
  package var places = 64
  package var manyPlaces = 256

  package init() {}
}
