/// `bagit.txt`: what makes a folder a bag.
struct BagDeclaration: Sendable, Equatable {
  static let name = "bagit.txt"
  static let bytes = Array("BagIt-Version: \(BagVersion.current)\nTag-File-Character-Encoding: UTF-8\n".utf8)

  enum Fault: Hashable, Sendable {
    /// A byte order mark.
    case mark
    case notUTF8
    /// The line is not `BagIt-Version: M.N`, to the letter.
    case versionLine(found: String)
    case encodingLine(found: String)
    case unknownVersion(String)
    case unknownEncoding(String)
    /// There are other than two lines, or the last one has no end.
    case lines(Int)
    case unended

    /// The line it is about.
    var line: Int {
      switch self {
      case .mark, .notUTF8, .versionLine, .unknownVersion: 1
      case .encodingLine, .unknownEncoding, .unended: 2
      case .lines: 3
      }
    }
  }

  /// `nil` where it is not said, or not known.
  var version: BagVersion?
  var encoding: TagEncoding?
  var faults: [Fault] = []

  /// - Complexity: O(bytes)
  init(_ bytes: [UInt8]) {
    if String(validating: bytes, as: UTF8.self) == nil { faults.append(.notUTF8) }
    let text = TagText(utf8: bytes)
    if text.hadMark { faults.append(.mark) }
    let lines = text.lines.map { Array($0.bytes) }
    readVersion(lines.first ?? [])
    readEncoding(lines.dropFirst().first ?? [])
    if lines.count > 2 { faults.append(.lines(lines.count)) }
    if lines.count == 2, text.lines[1].isEnded == false { faults.append(.unended) }
  }

  private mutating func readVersion(_ line: [UInt8]) {
    let label = "BagIt-Version: "
    guard line.starts(with: label.utf8), let found = BagVersion(line.dropFirst(label.utf8.count)) else {
      faults.append(.versionLine(found: String(decoding: line, as: UTF8.self)))
      return
    }
    if BagVersion.known.contains(found) {
      version = found
    } else {
      faults.append(.unknownVersion(found.description))
    }
  }

  private mutating func readEncoding(_ line: [UInt8]) {
    let label = "Tag-File-Character-Encoding: "
    let name = String(decoding: line.dropFirst(label.utf8.count), as: UTF8.self)
    let isName = !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard line.starts(with: label.utf8), isName else {
      faults.append(.encodingLine(found: String(decoding: line, as: UTF8.self)))
      return
    }
    encoding = TagEncoding(named: name)
    if encoding == nil { faults.append(.unknownEncoding(name)) }
  }
}
