import Common
import Reading

/// Finds places by the bytes of a cell: each text is asked for once.
struct PlaceLookup: Sendable {
  /// How many unknown texts get suggestions: where more are unknown, the wrong column stands in the region's place.
  private static let suggestedTexts = 200

  /// Stands between the texts of several fields that name one place.
  static let pathSeparator: UInt8 = 0x1F

  private let tree: RegionTree
  /// Where suggestions are looked for first.
  private let within: RegionIndex
  private var texts = ByteDictionary()
  /// By text: the place when the text means it on every day; -1 when the day decides, or nothing is found.
  private var settled: [RegionIndex] = []
  private var suggestions: [String: [String]] = [:]
  private var nearNames: PlaceNames?
  private var allNames: PlaceNames?

  init(tree: RegionTree, within: RegionIndex) {
    self.tree = tree
    self.within = within
  }

  /// The place when the text means one that exists on every day, -1 otherwise.
  mutating func settledPlace(_ cell: UnsafeBufferPointer<UInt8>) -> RegionIndex {
    let code = Int(texts.code(for: cell))
    if code == settled.count { settled.append(settle(String(decoding: cell, as: UTF8.self))) }
    return settled[code]
  }

  private func settle(_ text: String) -> RegionIndex {
    guard case .found(let place) = tree.find(path: Self.parts(text)), tree[place].validFrom == nil,
      tree[place].validTo == nil
    else { return -1 }
    return place
  }

  func find(_ cell: UnsafeBufferPointer<UInt8>, on day: CivilDate?) -> RegionTree.Match {
    tree.find(path: Self.parts(cell), on: day)
  }

  static func parts(_ cell: UnsafeBufferPointer<UInt8>) -> [String] {
    parts(String(decoding: cell, as: UTF8.self))
  }

  private static func parts(_ text: String) -> [String] {
    text.utf8.contains(pathSeparator)
      ? text.split(separator: Character(Unicode.Scalar(pathSeparator))).map(String.init) : [text]
  }

  /// The same among the places below one.
  mutating func nearest(to text: String, below place: RegionIndex) -> [String] {
    let key = tree[place].code + "/" + text
    if let known = suggestions[key] { return known }
    guard suggestions.count < Self.suggestedTexts else { return [] }
    let found = PlaceNames(tree.names(in: tree.subtree(place).dropFirst())).nearest(text)
    suggestions[key] = found
    return found
  }

  /// The names nearest to one that is unknown, those below the dataset's region first.
  mutating func nearest(to text: String) -> [String] {
    if let known = suggestions[text] { return known }
    guard suggestions.count < Self.suggestedTexts else { return [] }
    let near = nearNames ?? PlaceNames(tree.names(in: tree.subtree(within)))
    nearNames = near
    var found = PlaceName.codes(behind: text, in: tree)
    if found.isEmpty { found = near.nearest(text) }
    if found.isEmpty {
      let all = allNames ?? PlaceNames(tree.allNames)
      allNames = all
      found = all.nearest(text)
    }
    suggestions[text] = found
    return found
  }

  /// How the places that share a name can be told apart: by `parent/name`, or by code.
  func candidates(_ places: [RegionIndex]) -> [String] {
    let paths = places.map { place in
      tree[place].parent.map { tree[$0].name + "/" + tree[place].name } ?? tree[place].code
    }
    return Set(paths).count == paths.count ? paths : places.map { tree[$0].code }
  }
}
