import Common

/// Makes the files of the search: texts come in one after the other, and their files go out at once.
///
/// All texts stand in one row, each title before its text, so that a position says which page it is in and two keys
/// stand side by side exactly when their positions do: a query of any length is found without reading a text.
/// `themes/jianbao/assets/search.js` is the reader.
package struct SearchIndex {
  package typealias Emit = (String, (inout ByteBuffer) -> Void) -> Void

  /// The one file with a fixed name: what the others are called.
  package static let address = Script.index

  private let sizes: SearchSizes
  private let folding: Folding
  private var names = ShardNames()
  private var lists = PostingLists()
  /// Characters of all texts so far.
  private var length = 0
  private var documents: [UInt8] = []
  private var chunks: [UInt8] = []
  private var places: [SearchPlace] = []
  private var placeFiles: [UInt8] = []
  private var placeFileCount = 0
  private let placesPerFile: Int

  /// - Parameter places: How many places there will be.
  package init(places: Int, folding: Folding = Folding(), sizes: SearchSizes = SearchSizes()) {
    self.sizes = sizes
    self.folding = folding
    placesPerFile = places > 500 * sizes.places ? sizes.manyPlaces : sizes.places
  }

  /// Takes a page; the newest comes last.
  ///
  /// - Complexity: O(characters).
  package mutating func add(_ document: SearchDocument, emit: Emit) {
    let title = folding.fold(document.title)
    let text = PreparedText(document.text, folding: folding)
    let row = title + ["\n"] + text.folded + ["\n"]
    lists.add(text: row, at: length)
    length += row.count
    Number.append(title.count, to: &documents)
    Number.append(text.folded.count, to: &documents)
    for number in 0..<text.chunks(of: sizes.chunk) {
      let content = Script.array([
        document.title, document.address, document.kind, document.place, document.date,
        text.chunk(number, sizes: sizes),
      ])
      chunks += write(content, emit).utf8
    }
  }

  package mutating func add(_ place: SearchPlace, emit: Emit) {
    if places.isEmpty { placeFileCount += 1 }
    places.append(place)
    lists.add(name: folding.fold(place.name), file: placeFileCount)
    if places.count == placesPerFile { writePlaces(emit) }
  }

  /// Writes the postings and the file that names all others.
  ///
  /// - Parameter shortened: How many of the oldest pages came with their title and summary only.
  package mutating func finish(shortened: Int, emit: Emit) {
    if !places.isEmpty { writePlaces(emit) }
    var (firstKeys, shardNames): ([UInt8], [UInt8]) = ([], [])
    var shard: [UInt8] = []
    let lists = lists
    lists.forEach { key, texts, places in
      let entry = Self.entry(key, texts, places)
      if !shard.isEmpty, shard.count + entry.count > sizes.shard {
        shardNames += write(Self.quoted(shard), emit).utf8
        shard = []
      }
      if shard.isEmpty {
        if !firstKeys.isEmpty { firstKeys.append(0x7C) }
        firstKeys += Self.text(key)
      } else {
        shard.append(0x7C)
      }
      shard += entry
    }
    if !shard.isEmpty { shardNames += write(Self.quoted(shard), emit).utf8 }
    let content = index(firstKeys, shardNames, shortened: shortened)
    emit(Script.index) { Script.write("index", content, into: &$0) }
  }

  private func index(_ firstKeys: [UInt8], _ shardNames: [UInt8], shortened: Int) -> [UInt8] {
    var content = Array("{\"chunk\":\(sizes.chunk),\"shortened\":\(shortened)".utf8)
    for (key, value) in [
      ("pages", documents), ("chunks", chunks), ("keys", firstKeys), ("shards", shardNames),
      ("places", placeFiles),
    ] {
      content += Array(",\"\(key)\":".utf8)
      Script.quote(value, into: &content)
    }
    content.append(0x7D)
    return content
  }

  private mutating func writePlaces(_ emit: Emit) {
    let content = Script.array(places.flatMap { [$0.name, $0.address, $0.within] })
    placeFiles += write(content, emit).utf8
    places = []
  }

  private mutating func write(_ content: [UInt8], _ emit: Emit) -> String {
    let (name, isNew) = names.name(of: content)
    if isNew { emit(Script.address(name)) { Script.write(name, content, into: &$0) } }
    return name
  }

  /// `东风⇥positions⇥files of places`
  private static func entry(_ key: SearchKey, _ texts: [UInt8], _ places: [UInt8]) -> [UInt8] {
    var entry = text(key) + [0x09] + texts
    if !places.isEmpty { entry += [0x09] + places }
    return entry
  }

  private static func text(_ key: SearchKey) -> [UInt8] {
    Array(String(String.UnicodeScalarView(key.scalars)).utf8)
  }

  private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
    var content: [UInt8] = []
    Script.quote(bytes, into: &content)
    return content
  }
}
