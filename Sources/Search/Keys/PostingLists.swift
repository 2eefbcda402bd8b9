/// By key: where it stands in the texts, and which files of places have it; each as differences, encoded while the
/// texts come in.
struct PostingLists {
  private struct List {
    var bytes: [UInt8] = []
    var last = 0
  }

  private var table = KeyTable()
  private var texts: [List] = []
  private var places: [List] = []

  /// Takes the keys of a text, whose first character stands at `start` of all texts.
  mutating func add(text: [Unicode.Scalar], at start: Int) {
    for index in text.indices {
      guard let key = SearchKey(in: text, at: index) else { continue }
      let number = number(of: key)
      Number.append(start + index - texts[number].last, to: &texts[number].bytes)
      texts[number].last = start + index
    }
  }

  /// Takes the keys of a place's name. Within one file of places a key is noted once.
  ///
  /// - Parameter file: From 1.
  mutating func add(name: [Unicode.Scalar], file: Int) {
    for index in name.indices {
      guard let key = SearchKey(in: name, at: index) else { continue }
      let number = number(of: key)
      guard places[number].last != file else { continue }
      Number.append(file - places[number].last, to: &places[number].bytes)
      places[number].last = file
    }
  }

  private mutating func number(of key: SearchKey) -> Int {
    let number = table.number(of: key)
    if number == texts.count {
      texts.append(List())
      places.append(List())
    }
    return number
  }

  /// Gives every key's postings, in the keys' order.
  func forEach(_ body: (SearchKey, _ texts: [UInt8], _ places: [UInt8]) -> Void) {
    let order = table.keys.indices.sorted { table.keys[$0] < table.keys[$1] }
    for number in order { body(table.keys[number], texts[number].bytes, places[number].bytes) }
  }
}
