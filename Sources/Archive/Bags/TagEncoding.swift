import Glibc

/// The character encoding of a bag's tag files, as `bagit.txt` names it.
struct TagEncoding: Sendable, Equatable {
  let name: String

  static let utf8 = TagEncoding(name: "UTF-8")

  /// `nil` where the system knows no encoding of the name.
  init?(named name: String) {
    // A name only: `iconv` takes further wishes behind slashes.
    let isName = name.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
    }
    guard !name.isEmpty, name.utf8.count <= 40, isName, let opened = Self.open(name) else { return nil }
    iconv_close(opened)
    self.name = name
  }

  private init(name: String) {
    self.name = name
  }

  var isUTF8: Bool { ["utf-8", "utf8", "us-ascii", "ascii"].contains(name.lowercased()) }

  private static func open(_ name: String) -> iconv_t? {
    guard let opened = iconv_open("UTF-8", name), opened != iconv_t(bitPattern: -1) else { return nil }
    return opened
  }

  /// The text as UTF-8; `nil` when some bytes are no text of the encoding.
  ///
  /// - Complexity: O(bytes)
  func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    if isUTF8 { return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes }
    guard let converter = Self.open(name) else { return nil }
    defer { iconv_close(converter) }
    // No encoding that the system knows needs more than six bytes of UTF-8 for one of its own.
    let room = bytes.count * 6 + 16
    var input = bytes.map { CChar(bitPattern: $0) }
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      input.withUnsafeMutableBufferPointer { source in
        var from = source.baseAddress
        var left = source.count
        buffer.withMemoryRebound(to: CChar.self) { target in
          var to = target.baseAddress
          var free = target.count
          isWhole = iconv(converter, &from, &left, &to, &free) != -1 && left == 0
          count = target.count - free
        }
      }
    }
    guard isWhole else { return nil }
    // The mark of UTF-16 is no part of the text; that of UTF-8 is left for the reader to see.
    return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }
}
