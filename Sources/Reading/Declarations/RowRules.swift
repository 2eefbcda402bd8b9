import Common

/// Which rows of its files a dataset is about: `where: {countryCode: CN, cityCode: "!="}`.
package struct RowCondition: Hashable, Sendable {
  /// The field's index.
  package var field: Int
  /// Texts as they stand in the file; the empty one is any missing value.
  package var texts: [String]
  /// Rows with one of the texts are passed over, rather than those with none.
  package var isNegated: Bool

  package init(field: Int, texts: [String], isNegated: Bool = false) {
    self.field = field
    self.texts = texts
    self.isNegated = isNegated
  }
}

/// Where the rows of a place count that is no unit of the dataset: `places: {省十里丰监狱: 衢州市, 未公布来源: none}`.
package struct PlaceRule: Hashable, Sendable {
  /// The place as it stands in the file, or with those above it: `湖北省/监狱系统`.
  package var text: String
  /// The name, code or path of the place where its rows count; `nil` where they are left out.
  package var place: String?
  package var location: Location

  package init(text: String, place: String?, location: Location) {
    self.text = text
    self.place = place
    self.location = location
  }
}
