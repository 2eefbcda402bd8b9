import Common

/// A file of the index: a script that hands its content to `jianbao(name, content)`.
///
/// A script is loaded from a disk as well as from a server, and under `script-src 'self'` alone.
enum Script {
  static let folder = "search/"
  static let index = folder + "index.js"

  /// `search/a/bcdefg.js`: at most 32 folders.
  static func address(_ name: String) -> String {
    folder + name.prefix(1) + "/" + name.dropFirst() + ".js"
  }

  static func write(_ name: String, _ content: [UInt8], into buffer: inout ByteBuffer) {
    buffer.write("jianbao(\"")
    buffer.write(string: name)
    buffer.write("\",")
    buffer.write(content)
    buffer.write(");\n")
  }

  /// Writes text between quotation marks.
  static func quote(_ text: some Sequence<UInt8>, into bytes: inout [UInt8]) {
    bytes.append(0x22)
    for byte in text {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x00...0x08, 0x0B...0x1F, 0x7F: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }

  static func array(_ texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0x5B]
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      quote(text.utf8, into: &bytes)
    }
    bytes.append(0x5D)
    return bytes
  }
}
