import Common

/// What two releases print differently.
package struct ReleaseComparison: Sendable {
  package var oldName: String
  package var newName: String
  package var figures: [FigureChange]
  package var texts: [TextChange]
  /// Addresses of pages that only the new one has, in byte order.
  package var addedPages: [String]
  package var removedPages: [String]
  /// How many pages both have, and print differently.
  package var changedPages: Int

  /// - Complexity: O(bytes of both figures + texts)
  package init(old: ReleaseContents, new: ReleaseContents) {
    oldName = old.name
    newName = new.name
    figures = FigureComparison(old: old, new: new).changes()
    texts = TextComparison.changes(from: old.texts, to: new.texts)
    addedPages = Self.sorted(new.pages.keys.filter { old.pages[$0] == nil })
    removedPages = Self.sorted(old.pages.keys.filter { new.pages[$0] == nil })
    changedPages = new.pages.reduce(0) { count, page in
      count + (old.pages[page.key].map { $0 != page.value } ?? false ? 1 : 0)
    }
  }

  package var isEmpty: Bool {
    figures.isEmpty && texts.isEmpty && addedPages.isEmpty && removedPages.isEmpty && changedPages == 0
  }

  private static func sorted(_ addresses: [String]) -> [String] {
    addresses.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
