/// A tar put together by hand, so that a test can put in it what no program would.
package struct HandMadeTar {
  /// The type of an entry, as its header has it.
  package enum Kind: UInt8 {
    case file = 0x30
    case link = 0x31
    case symbolicLink = 0x32
    case device = 0x33
    case folder = 0x35
  }

  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// - Parameter target: Where a link leads.
  package mutating func add(_ name: String, _ data: [UInt8] = [], _ kind: Kind = .file, target: String = "") {
    if name.utf8.count > 100 { addLongName(name) }
    addHeader(Array(name.utf8.prefix(100)), data.count, kind.rawValue, target)
    bytes += data + [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
  }

  /// Ends the archive.
  package mutating func finish() {
    bytes += [UInt8](repeating: 0, count: 1024)
  }

  /// As GNU tar writes a name of over 100 bytes.
  private mutating func addLongName(_ name: String) {
    let text = Array(name.utf8) + [0]
    addHeader(Array("././@LongLink".utf8), text.count, 0x4C, "")
    bytes += text + [UInt8](repeating: 0, count: (512 - text.count % 512) % 512)
  }

  private mutating func addHeader(_ name: [UInt8], _ size: Int, _ kind: UInt8, _ target: String) {
    func octal(_ value: Int, _ width: Int) -> [UInt8] {
      let digits = String(value, radix: 8)
      return Array((String(repeating: "0", count: width - 1 - digits.count) + digits).utf8) + [0]
    }
    func padded(_ bytes: [UInt8], _ width: Int) -> [UInt8] {
      bytes + [UInt8](repeating: 0, count: width - bytes.count)
    }
    var header = padded(name, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12)
    header += octal(0, 12) + [UInt8](repeating: 0x20, count: 8) + [kind] + padded(Array(target.utf8), 100)
    header += Array("ustar  ".utf8) + [0]
    header = padded(header, 512)
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(148..<156, with: octal(sum, 7) + [0x20])
    bytes += header
  }
}
