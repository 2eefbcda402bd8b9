/// Addresses as other programs need them.
enum PublicAddress {
  /// `%E7%85%A7.png` as a file is named.
  static func decoded(_ address: String) -> String {
    let bytes = Array(address.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count,
        let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// A link from a page to a file of the site, from the top folder: `static/a.png` for `../static/a.png`.
  ///
  /// - Returns: `nil` for what leads elsewhere or above the top.
  static func resolved(_ target: String, from page: String) -> String? {
    guard !target.isEmpty, !target.hasPrefix("/"), !target.hasPrefix("#"), scheme(of: target) == nil else {
      return nil
    }
    let path = target.prefix { $0 != "#" && $0 != "?" }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(decoded(String(part)))
      }
    }
    return parts.joined(separator: "/")
  }

  /// `https` of `https://…`; `//host` counts as one too.
  static func scheme(of target: String) -> String? {
    if target.hasPrefix("//") { return "https" }
    guard let colon = target.firstIndex(of: ":") else { return nil }
    let scheme = target[..<colon]
    let isScheme = scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return isScheme && !scheme.isEmpty ? scheme.lowercased() : nil
  }

  /// Whether the address is on a host, or on one below it.
  static func isOn(_ host: String, _ target: String) -> Bool {
    guard let scheme = scheme(of: target), scheme == "https" || scheme == "http",
      let slashes = target.range(of: "//")
    else { return false }
    let authority = target[slashes.upperBound...].prefix { !"/?#\\".contains($0) }
    let name = authority.split(separator: "@").last ?? authority
    let bare = name.prefix { $0 != ":" }.lowercased()
    return bare == host || bare.hasSuffix("." + host)
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
