import Common
import Foundation
import Testing

@testable import Search

/// An index read back as `search.js` reads it.
struct BuiltIndex {
  var files: [String: String] = [:]
  var order: [String] = []
  private var index: [String: Any] = [:]

  init(_ documents: [SearchDocument], places: [SearchPlace] = [], sizes: SearchSizes = SearchSizes()) throws {
    var (files, order): ([String: String], [String]) = ([:], [])
    let emit: SearchIndex.Emit = { address, fill in
      var buffer = ByteBuffer()
      fill(&buffer)
      files[address] = String(decoding: buffer.bytes, as: UTF8.self)
      order.append(address)
    }
    var index = SearchIndex(places: places.count, sizes: sizes)
    for document in documents { index.add(document, emit: emit) }
    for place in places { index.add(place, emit: emit) }
    index.finish(shortened: 0, emit: emit)
    (self.files, self.order) = (files, order)
    let file = try #require(files[SearchIndex.address])
    self.index = try #require(Self.content(file, name: "index") as? [String: Any])
  }

  /// What a file hands over, which is JSON.
  static func content(_ file: String, name: String) throws -> Any {
    let start = "jianbao(\"\(name)\","
    try #require(file.hasPrefix(start) && file.hasSuffix(");\n"))
    let json = String(file.dropFirst(start.count).dropLast(3)).replacingOccurrences(of: "\t", with: "\\t")
    return try JSONSerialization.jsonObject(with: Data(json.utf8), options: [.fragmentsAllowed])
  }

  func content(_ name: String) throws -> Any {
    try Self.content(try #require(files["search/\(name.prefix(1))/\(name.dropFirst()).js"]), name: name)
  }

  func text(_ key: String) throws -> String { try #require(index[key] as? String) }

  func names(_ key: String) throws -> [String] {
    var (rest, names) = (try text(key)[...], [String]())
    while !rest.isEmpty {
      names.append(String(rest.prefix(7)))
      rest = rest.dropFirst(7)
    }
    return names
  }

  /// Every entry: key, positions, files of places.
  func entries() throws -> [(key: String, texts: [Int], places: [Int])] {
    try names("shards").flatMap { name in
      try #require(try content(name) as? String).split(separator: "|").map { entry in
        let fields = entry.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return (fields[0], Self.sums(fields[1]), fields.count > 2 ? Self.sums(fields[2]) : [])
      }
    }
  }

  static func sums(_ text: String) -> [Int] {
    var sum = 0
    return numbers(text).map {
      sum += $0
      return sum
    }
  }

  static func numbers(_ text: String) -> [Int] {
    var (list, value, power): ([Int], Int, Int) = ([], 0, 1)
    for byte in text.utf8 {
      let digit = Number.characters.firstIndex(of: byte) ?? -1
      value += digit % 46 * power
      power *= 46
      if digit < 46 {
        list.append(value)
        (value, power) = (0, 1)
      }
    }
    return list
  }
}
