import Templates

/// The names under which a theme's assets are published: `assets/style.0a1b2c3d4e.css` holds its content's fingerprint,
/// so that a cache may keep it for ever and a page still open after a change finds what it was made with.
///
/// Only assets that a template names behind a tag, as `{{root}}assets/style.css`, are called so: what a stylesheet or a
/// text leads to keeps its name, for nobody rewrites the link.
struct AssetNames {
  /// The published address by the one that templates write.
  let moved: [String: String]

  /// - Parameter fingerprint: Some characters of the content's digest.
  init(
    assets: [(address: String, bytes: [UInt8])], templates: [TemplateFile], fingerprint: ([UInt8]) -> String
  ) {
    let wanted = templates.reduce(into: Set<String>()) { $0.formUnion(Self.addresses(in: $1.bytes)) }
    let sheets = assets.filter { $0.address.hasSuffix(".css") || $0.address.hasSuffix(".js") }
    var moved: [String: String] = [:]
    for (address, bytes) in assets where wanted.contains(address) {
      let name = Array(address.utf8.suffix { $0 != 0x2F })
      let isNamedElsewhere = sheets.contains { $0.address != address && $0.bytes.contains(name) }
      guard !isNamedElsewhere, let dot = address.lastIndex(of: "."), name.first != 0x2E else { continue }
      moved[address] = address[..<dot] + "." + fingerprint(bytes) + address[dot...]
    }
    self.moved = moved
  }

  /// What stands behind a tag and before a quotation mark.
  private static func addresses(in template: [UInt8]) -> [String] {
    let start = Array("}}assets/".utf8)
    return template.indices.compactMap { index in
      guard template[index...].starts(with: start) else { return nil }
      let address = template[(index + 2)...].prefix { !TemplateSet.endsAddress($0) }
      return String(decoding: address, as: UTF8.self)
    }
  }
}

extension BidirectionalCollection {
  fileprivate func suffix(while holds: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start != startIndex, holds(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
